using Mediation.Api.Http;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Features.Accounts;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder app)
    {
        var session = app.MapGroup("/api/session").WithTags("Session");

        session.MapPost("", Open).WithName("SignIn").RequireRateLimiting(ApiSetup.SignInLimit)
            .WithSummary("Signs in: the answer sets the cookie.")
            .WithDescription("Five failures lock an account for 15 minutes. Unknown, wrong, locked and blocked get the same answer.");
        session.MapGet("", WhoAmI).WithName(nameof(WhoAmI)).RequireAuthorization()
            .WithSummary("Who is signed in, for which organisation and area.");
        session.MapPost("/password", ChangePassword).WithName(nameof(ChangePassword)).RequireAuthorization().RequireRateLimiting(ApiSetup.SignInLimit)
            .WithSummary("Sets the person's own password; every other session of the account ends.");
        session.MapDelete("", Close).WithName("SignOut").WithSummary("Signs out: the answer takes the cookie away.");
    }

    static async Task<Ok<SessionView>> Open(Body<Credentials> body, SignIn signIn, ISender sender, HttpContext context, CancellationToken ct)
    {
        var account = await signIn.Check(body.Value.UserName ?? "", body.Value.Password ?? "", sender, ct);
        await context.SignInAsync(CookieSession.Ticket(account.Id, account.Stamp));
        return TypedResults.Ok(SessionView.Of(account.ToAccount()));
    }

    static Ok<SessionView> WhoAmI(CurrentUser user) => TypedResults.Ok(SessionView.Of(user.Account));

    /// <summary>Sets the person's own password; every other session of the account ends.</summary>
    static async Task<Ok<SessionView>> ChangePassword(
        Body<NewPassword> body, SignIn signIn, CurrentUser user, ISender sender, HttpContext context, CancellationToken ct)
    {
        var (name, isAdmin) = (user.Account.UserName, user.Account.Roles.Contains(Role.SysAdmin));
        _ = await signIn.Check(name, body.Value.Current ?? "", sender, ct);
        if (PasswordRule.Fault(name, body.Value.New ?? "", isAdmin) is { } fault)
            throw new RequestException(StatusCodes.Status400BadRequest, "password.weak", fault, "new");
        var changed = await sender.Send(new ChangePassword(signIn.Hash(body.Value.New!)), ct);
        await context.SignInAsync(CookieSession.Ticket(changed.Id, changed.Stamp));
        return TypedResults.Ok(SessionView.Of(changed.ToAccount()));
    }

    static async Task<NoContent> Close(HttpContext context, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await context.SignOutAsync();
        return TypedResults.NoContent();
    }
}

sealed record NewPassword(string? Current, string? New);

sealed record Credentials(string? UserName, string? Password);

/// <summary>Who is signed in, for which organisation and area.</summary>
sealed record SessionView(
    Guid Id, string UserName, string DisplayName, IReadOnlyList<Role> Roles, Guid OrganisationId, string OrganisationName, Tier Tier, AreaCode AreaCode,
    Guid? MediatorId)
{
    public static SessionView Of(Account account) => new(
        account.Id, account.UserName, account.DisplayName, account.Roles, account.OrganisationId, account.OrganisationName, account.Tier, account.Area,
        account.MediatorId);
}
