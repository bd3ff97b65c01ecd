using System.Security.Claims;
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
    }

    public static ClaimsPrincipal Ticket(Guid accountId, Guid stamp) => new(new ClaimsIdentity(
        [new Claim(ClaimTypes.NameIdentifier, accountId.ToString()), new Claim(StampClaim, stamp.ToString())],
        CookieAuthenticationDefaults.AuthenticationScheme));

    /// <summary>A blocked account, or a stamp that was changed, ends the session at once.</summary>
    static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var known = Guid.TryParse(context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier), out var id)
            ? await services.GetRequiredService<ISender>().Send(new FindAccount(null, id), context.HttpContext.RequestAborted)
            : null;
        if (known is { BlockedAt: null } && known.Stamp.ToString() == context.Principal!.FindFirstValue(StampClaim))
            services.GetRequiredService<CurrentUser>().SignIn(known.ToAccount());
        else
            context.RejectPrincipal();
    }

    static Task Answer(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
