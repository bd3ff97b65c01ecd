using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>The book of prominent disputes or of stability (domain 5.3): the matters of the ledger, the oldest first.</summary>
[Needs(Permission.ReadReports)]
public sealed record GetLedgerBook : IQuery<LedgerBookPage>
{
    public LedgerBook Book { get; init; }

    public AreaCode? Under { get; init; }

    public RiskLevel? Level { get; init; }

    public DisputeType? Type { get; init; }

    /// <summary>Those that were cleared, in place of those that stand.</summary>
    public bool Cleared { get; init; }

    public string? Cursor { get; init; }

    public int Limit { get; init; } = 50;
}

/// <summary>A page of a book: its columns, and a text for each of them.</summary>
public sealed record LedgerBookPage(LedgerBook Book, IReadOnlyList<LedgerColumn> Columns, IReadOnlyList<LedgerBookRow> Items, string? Next);

public sealed record LedgerBookRow(Guid DisputeId, IReadOnlyList<string> Cells);

sealed class GetLedgerBookValidator : AbstractValidator<GetLedgerBook>
{
    public GetLedgerBookValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || ListMajorMattersValidator.Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }
}

sealed class GetLedgerBookHandler(CurrentUser user, LedgerBookReader reader) : IQueryHandler<GetLedgerBook, LedgerBookPage>
{
    public async Task<LedgerBookPage> Handle(GetLedgerBook query, CancellationToken ct)
    {
        var filter = new BookFilter(query.Under, query.Level, query.Type, query.Cleared);
        var found = await reader.Rows(query.Book, filter, ListMajorMattersValidator.Place(query.Cursor), query.Limit + 1, masked: false, user.Account, ct);
        var page = found.Take(query.Limit).ToList();
        return new LedgerBookPage(
            query.Book, LedgerBooks.Columns(query.Book), [.. page.Select(one => one.Row)],
            found.Count > query.Limit ? Cursor.Write(page[^1].Since, page[^1].Row.DisputeId) : null);
    }
}
