using Mediation.Api.Http;
using Mediation.Core.Features.Accounts;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/api/accounts").WithTags("Accounts").RequireAuthorization();

        accounts.MapGet("", List).WithName("ListAccounts");
        accounts.MapPut("/{accountId:guid}", Save).WithName("SaveAccount").ProducesProblem(409).ProducesProblem(422);
        accounts.MapPost("/{accountId:guid}/block", Block).WithName("BlockAccount").ProducesProblem(422);
    }

    /// <summary>The accounts of the administrator's area, by name.</summary>
    static async Task<Ok<Page<AccountView>>> List(string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListAccounts(cursor, limit ?? 50), ct));

    /// <summary>Makes an account, or changes it; a changed one is signed out everywhere.</summary>
    static async Task<Ok<AccountView>> Save(Guid accountId, Body<SaveAccount> body, SignIn signIn, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = accountId, PasswordHash = signIn.HashOf(body.Value.Password) }, ct));

    /// <summary>Blocks an account, or lets it in again; it is never deleted.</summary>
    static async Task<Ok<AccountView>> Block(Guid accountId, Body<BlockAccount> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = accountId }, ct));
}
