using Mediation.Api.Http;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
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
        session.MapDelete("", Close).WithName("SignOut").WithSummary("Signs out: the answer takes the cookie away.");
    }

    static async Task<Ok<SessionView>> Open(Body<Credentials> body, SignIn signIn, ISender sender, HttpContext context, CancellationToken ct)
    {
        var account = await signIn.Check(body.Value.UserName ?? "", body.Value.Password ?? "", sender, ct);
        await context.SignInAsync(CookieSession.Ticket(account.Id, account.Stamp));
        return TypedResults.Ok(SessionView.Of(account.ToAccount()));
    }

    static Ok<SessionView> WhoAmI(CurrentUser user) => TypedResults.Ok(SessionView.Of(user.Account));

    static async Task<NoContent> Close(HttpContext context, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await context.SignOutAsync();
        return TypedResults.NoContent();
    }
}

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
