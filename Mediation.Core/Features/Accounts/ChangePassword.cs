using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Accounts;

/// <summary>Sets the person's own new password, after the old one was compared; every other session ends.</summary>
[Needs(Permission.SignedIn)]
public sealed record ChangePassword(string PasswordHash) : ICommand<AccountRow>;

sealed class ChangePasswordHandler(CurrentUser user, AccountStore accounts) : ICommandHandler<ChangePassword, AccountRow>
{
    public async Task<AccountRow> Handle(ChangePassword command, CancellationToken ct)
    {
        await accounts.SetPassword(user.Account.Id, command.PasswordHash);
        return (await accounts.ById(user.Account.Id, ct))!;
    }
}
