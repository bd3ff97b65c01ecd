using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Session;

/// <summary>What signing in has to compare with, by name; or the account behind a ticket, by id.</summary>
public sealed record FindAccount(string? UserName, Guid? Id = null) : IQuery<AccountRow?>;

sealed class FindAccountHandler(AccountStore accounts) : IQueryHandler<FindAccount, AccountRow?>
{
    public Task<AccountRow?> Handle(FindAccount query, CancellationToken ct) =>
        query.Id is { } id ? accounts.OfTicket(id, ct) : accounts.ByName(query.UserName ?? "", ct);
}
