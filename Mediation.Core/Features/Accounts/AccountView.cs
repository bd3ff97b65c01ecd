using Mediation.Core.Data;
using Mediation.Core.Domain.Access;

namespace Mediation.Core.Features.Accounts;

/// <summary>An account as its administrator sees it.</summary>
public sealed record AccountView(
    Guid Id, string UserName, string DisplayName, IReadOnlyList<Role> Roles, Guid OrganisationId, string OrganisationName, Guid? MediatorId, DateTimeOffset? BlockedAt)
{
    public static AccountView Of(AccountRow row)
    {
        var account = row.ToAccount();
        return new AccountView(
            row.Id, row.UserName, row.DisplayName, account.Roles, row.OrganisationId, row.OrganisationName, row.MediatorId, row.BlockedAt);
    }
}
