using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Seeds;

/// <summary>Makes the first accounts of a development database, as the last of its seeds: a start that broke off before is done again.</summary>
public sealed record AddAccounts(IReadOnlyList<AccountSeed> Accounts) : ICommand<int>;

/// <summary>An account to be made.</summary>
public sealed record AccountSeed
{
    public required Guid Id { get; init; }

    public required string UserName { get; init; }

    public required string DisplayName { get; init; }

    public required IReadOnlyList<Role> Roles { get; init; }

    public required Guid OrganisationId { get; init; }

    public Guid? MediatorId { get; init; }

    public required string PasswordHash { get; init; }
}

sealed class AddAccountsHandler(AccountStore accounts) : ICommandHandler<AddAccounts, int>
{
    public async Task<int> Handle(AddAccounts command, CancellationToken ct)
    {
        if (await accounts.Any())
            throw new ConflictException("accounts.exist", "There are accounts already; an administrator makes further ones.");
        foreach (var account in command.Accounts)
        {
            await accounts.Add(
                account.Id, account.UserName, account.DisplayName, account.Roles, account.OrganisationId, account.MediatorId, account.PasswordHash);
        }
        return command.Accounts.Count;
    }
}
