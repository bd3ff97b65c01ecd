using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Session;

/// <summary>Counts a try to sign in: five failures lock the account for 15 minutes. Answers whether the person is let in.</summary>
public sealed record RecordSignIn(Guid AccountId, bool PasswordMatches) : ICommand<bool>;

sealed class RecordSignInHandler(AccountStore accounts, TimeProvider clock) : ICommandHandler<RecordSignIn, bool>
{
    const int FailuresAllowed = 5;
    static readonly TimeSpan Lock = TimeSpan.FromMinutes(15);

    public async Task<bool> Handle(RecordSignIn command, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        // A lock that reaches farther was set by a clock that has been put back since; it would last for as long as that was wrong.
        if (await accounts.ById(command.AccountId, ct) is not { BlockedAt: null } account || account.LockedUntil > now && account.LockedUntil <= now + Lock)
            return false;
        // A lock that has run out starts the count anew.
        var failures = command.PasswordMatches ? 0 : 1 + (account.LockedUntil is null ? account.Failures : 0);
        if (failures != account.Failures || account.LockedUntil is not null)
            await accounts.CountFailure(account.Id, failures, failures >= FailuresAllowed ? now + Lock : null);
        return command.PasswordMatches;
    }
}
