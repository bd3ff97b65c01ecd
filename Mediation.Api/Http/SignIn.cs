using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Features.Session;
using MediatR;
using Microsoft.AspNetCore.Identity;

namespace Mediation.Api.Http;

/// <summary>Compares passwords. Unknown, wrong, locked and blocked get the same answer in about the same time.</summary>
sealed class SignIn
{
    readonly PasswordHasher<Account> hasher = new();
    readonly string nobody;

    public SignIn() => nobody = Hash(Guid.NewGuid().ToString());

    public string Hash(string password) => hasher.HashPassword(null!, password);

    public string? HashOf(string? password) => password is null ? null : Hash(password);

    /// <summary>The account that is let in; throws when none is.</summary>
    public async Task<AccountRow> Check(string userName, string password, ISender sender, CancellationToken ct)
    {
        var known = await sender.Send(new FindAccount(userName), ct);
        var matches = hasher.VerifyHashedPassword(null!, known?.PasswordHash ?? nobody, password) != PasswordVerificationResult.Failed;
        return known is not null && await sender.Send(new RecordSignIn(known.Id, matches), ct)
            ? known
            : throw new RequestException(StatusCodes.Status401Unauthorized, "session.refused", "The user name or the password is not right.");
    }
}
