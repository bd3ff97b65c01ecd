using System.Security.Claims;
using Mediation.Core.Data;
using Mediation.Core.Features.Session;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Mediation.Api.Http;

/// <summary>The ticket in the cookie holds an id and a stamp; what the person may do is read anew for each request.</summary>
static class CookieSession
{
    public const string Name = "mediation";

    const string StampClaim = "stamp";

    /// <summary>By which the clocks of two processes may differ.</summary>
    static readonly TimeSpan Skew = TimeSpan.FromMinutes(1);

    public static void Configure(CookieAuthenticationOptions options, WebApplicationBuilder builder)
    {
        options.Cookie.Name = Name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Strict;
        options.Cookie.SecurePolicy = builder.Environment.IsDevelopment() ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.ExpireTimeSpan = TimeSpan.FromMinutes(builder.Configuration.GetValue("SignIn:IdleMinutes", 30));
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = context => Answer(context.HttpContext, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context.HttpContext, StatusCodes.Status403Forbidden);
        options.Events.OnValidatePrincipal = Validate;
        // A page that stays open is nobody at work. A ticket of the future is of a clock that was put back: it is made anew, or it would last too long.
        options.Events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew |= context.ElapsedTime < -Skew;
            context.ShouldRenew &= !context.Request.Path.StartsWithSegments(EventStream.Path);
            return Task.CompletedTask;
        };
    }

    public static ClaimsPrincipal Ticket(Guid accountId, Guid stamp) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, accountId.ToString()), new Claim(StampClaim, stamp.ToString())],
        CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>A blocked account, or a stamp that was changed, ends the session at once.</summary>
    static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        if (await Known(context.Principal, services, context.HttpContext.RequestAborted) is { } known)
            services.GetRequiredService<CurrentUser>().SignIn(known.ToAccount());
        else
            context.RejectPrincipal();
    }

    /// <summary>The account behind a ticket; null when the ticket no longer holds.</summary>
    public static async Task<AccountRow?> Known(ClaimsPrincipal? principal, IServiceProvider services, CancellationToken ct)
    {
        var known = Guid.TryParse(principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await services.GetRequiredService<ISender>().Send(new FindAccount(null, id), ct)
            : null;
        return known is { BlockedAt: null } && known.Stamp.ToString() == principal!.FindFirstValue(StampClaim) ? known : null;
    }

    static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
