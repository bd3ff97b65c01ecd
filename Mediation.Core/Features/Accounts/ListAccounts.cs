using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Accounts;

/// <summary>The accounts of the administrator's area, by name.</summary>
[Needs(Permission.ManageAccounts)]
public sealed record ListAccounts(string? Cursor = null, int Limit = 50) : IQuery<Page<AccountView>>;

sealed class ListAccountsValidator : AbstractValidator<ListAccounts>
{
    public ListAccountsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || Cursor.Read(cursor, 1) is not null).WithMessage("This cursor is none of ours.");
    }
}

sealed class ListAccountsHandler(CurrentUser user, AccountStore accounts) : IQueryHandler<ListAccounts, Page<AccountView>>
{
    public async Task<Page<AccountView>> Handle(ListAccounts query, CancellationToken ct)
    {
        var rows = await accounts.Under(user.Account.Area, Cursor.Read(query.Cursor, 1)?[0] ?? "", query.Limit + 1, ct);
        var page = rows.Take(query.Limit).Select(AccountView.Of).ToList();
        return new Page<AccountView>(page, rows.Count > query.Limit ? Cursor.Write(page[^1].UserName) : null);
    }
}
