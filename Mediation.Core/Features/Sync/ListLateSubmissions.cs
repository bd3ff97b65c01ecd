using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Sync;

/// <summary>What came late for the matters that one's desk holds now, newest first; or what one sent late oneself, and what became of it.</summary>
[Needs(Permission.SignedIn)]
public sealed record ListLateSubmissions(AreaCode? Under = null, bool Mine = false, string? Cursor = null, int Limit = 50) : IQuery<Page<LateSubmission>>;

sealed class ListLateSubmissionsValidator : AbstractValidator<ListLateSubmissions>
{
    public ListLateSubmissionsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(c => c is null || Cursor.Read(c, 1) is [var id] && Guid.TryParse(id, out _)).WithMessage("This cursor is none of ours.");
    }
}

sealed class ListLateSubmissionsHandler(CurrentUser user, LateStore lates, LateReader reader) : IQueryHandler<ListLateSubmissions, Page<LateSubmission>>
{
    public async Task<Page<LateSubmission>> Handle(ListLateSubmissions query, CancellationToken ct)
    {
        var after = Cursor.Read(query.Cursor, 1) is [var id] ? Guid.Parse(id) : (Guid?)null;
        var rows = query.Mine ? await lates.OfAuthor(user.Account.Id, after, query.Limit + 1, ct) : await OfDesk(query, after, ct);
        var items = new List<LateSubmission>();
        foreach (var row in rows.Take(query.Limit))
            items.Add(await reader.View(row, ct));
        return new Page<LateSubmission>(items, rows.Count > query.Limit ? Cursor.Write(items[^1].Id) : null);
    }

    Task<IReadOnlyList<LateRow>> OfDesk(ListLateSubmissions query, Guid? after, CancellationToken ct)
    {
        if (!user.Account.May(Permission.ReadMatters))
            throw new ForbiddenException("role.not-allowed", "Your role does not allow this.");
        var scope = LedgerScope.Of(user.Account, query.Under) ?? throw new NotFoundException("The area");
        return lates.OfHolder(scope, user.Account, after, query.Limit + 1, ct);
    }
}
