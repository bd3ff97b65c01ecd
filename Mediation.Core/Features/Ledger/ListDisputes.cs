using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Search;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Ledger;

/// <summary>The ledger within scope, newest first or most urgent first.</summary>
[Needs(Permission.ReadMatters)]
public sealed record ListDisputes : IQuery<Page<LedgerItem>>
{
    public AreaCode? Under { get; init; }
    public Tier? Tier { get; init; }
    public DisputeStatus? Status { get; init; }
    public DisputeType? Type { get; init; }
    public RiskLevel? Risk { get; init; }
    public bool? Overdue { get; init; }
    public Guid? Holder { get; init; }

    /// <summary>At least two characters; all words must occur.</summary>
    public string? Q { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }

    /// <summary>receivedAt (newest first, the default) or dueOn (most urgent first, open ones only).</summary>
    public string? Sort { get; init; }
    public string? Cursor { get; init; }
    public int Limit { get; init; } = 50;
}

sealed class ListDisputesValidator : AbstractValidator<ListDisputes>
{
    public ListDisputesValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Sort).Must(s => s is null or "receivedAt" or "dueOn").WithMessage("receivedAt or dueOn.");
        RuleFor(q => q.Q).Must(text => text is null || SearchText.IsSearchable(text)).WithMessage("At least two letters, digits or characters side by side.");
        RuleFor(q => q.Q).MaximumLength(100);
        // Each word is compared with the text itself; the SQL has room for four.
        RuleFor(q => q.Q).Must(text => SearchText.Terms(text).Count <= 4).WithMessage("At most four words.");
        RuleFor(q => q.Cursor).Must((q, cursor) => cursor is null || LedgerPlace.Read(q) is not null).WithMessage("This cursor is none of ours.");
        RuleFor(q => q.From).Must(from => from is null || from.Value.Year >= 1900).WithMessage("Before 1900.");
        RuleFor(q => q.From).Must((q, from) => from is null || q.To is null || from <= q.To).WithMessage("After `to`.");
    }
}

/// <summary>Where a page begins: behind the last row of the one before.</summary>
sealed record LedgerPlace(DateTimeOffset? Received, DateOnly? Due, Guid Id)
{
    public static LedgerPlace? Read(ListDisputes query)
    {
        if (Messaging.Cursor.Read(query.Cursor, 2) is not [var key, var idText] || !Guid.TryParse(idText, out var id))
            return null;
        if (query.Sort == "dueOn")
            return DateOnly.TryParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? new LedgerPlace(null, due, id) : null;
        return long.TryParse(key, CultureInfo.InvariantCulture, out var ms) && ms is > -60_000_000_000_000 and < 250_000_000_000_000
            ? new LedgerPlace(DateTimeOffset.FromUnixTimeMilliseconds(ms), null, id)
            : null;
    }

    public static string Write(string? sort, LedgerItem last) => sort == "dueOn"
        ? Messaging.Cursor.Write(last.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), last.Id)
        : Messaging.Cursor.Write(last.ReceivedAt.ToUnixTimeMilliseconds(), last.Id);
}

sealed class ListDisputesHandler(CurrentUser user, SearchStore search, LedgerReader ledger, TimeProvider clock) : IQueryHandler<ListDisputes, Page<LedgerItem>>
{
    // Each filter is a constant; what is not asked is not in the SQL, so that the index in list order is used.
    const string OpenOnly = "dispute.closed_at is null";
    const string OfTier = "dispute.tier = @Tier";
    const string OfStatus = "dispute.status = @Status";
    const string OfType = "dispute.type = @Type";
    const string OfLevel = "dispute.level = @Level";
    const string Overdue = "dispute.closed_at is null and dispute.due_on < @Today";
    const string NotOverdue = "(dispute.closed_at is not null or dispute.due_on >= @Today)";
    const string HeldBy = "dispute.holder_id = @Holder";
    const string Since = "dispute.received_at >= @From";
    const string Until = "dispute.received_at < @To";

    public async Task<Page<LedgerItem>> Handle(ListDisputes query, CancellationToken ct)
    {
        var scope = LedgerScope.Of(user.Account, query.Under) ?? throw new NotFoundException("The area");
        var byDue = query.Sort == "dueOn";
        var place = query.Cursor is null ? null : LedgerPlace.Read(query);
        string?[] filters =
        [
            "1 = 1", byDue ? OpenOnly : null, query.Tier is null ? null : OfTier, query.Status is null ? null : OfStatus, query.Type is null ? null : OfType,
            query.Risk is null ? null : OfLevel, query.Overdue switch { true => Overdue, false => NotOverdue, null => null }, query.Holder is null ? null : HeldBy,
            query.From is null ? null : Since, query.To is null ? null : Until,
            query.Q is null ? null : search.Found,
        ];
        var after = place is null ? "1 = 1" : byDue
            ? "(dispute.due_on > @PlaceDue or dispute.due_on = @PlaceDue and dispute.id > @PlaceId)"
            : "(dispute.received_at < @PlaceReceived or dispute.received_at = @PlaceReceived and dispute.id < @PlaceId)";
        var terms = SearchText.Terms(query.Q);
        var items = await ledger.Page(
            scope, string.Join(" and ", filters.OfType<string>()), after,
            byDue ? "page.due_on, page.id" : "page.received_at desc, page.id desc",
            new
            {
                scope.First, scope.End, scope.Organisation, Tier = query.Tier?.ToString(), Status = query.Status?.ToString(), Type = query.Type?.ToString(),
                Level = query.Risk?.ToString(), Today = Shanghai.DateOf(clock.GetUtcNow()), query.Holder,
                From = query.From is { } from ? Shanghai.StartOf(from) : (DateTimeOffset?)null,
                To = query.To is { } to && to < DateOnly.MaxValue ? Shanghai.StartOf(to.AddDays(1)) : (DateTimeOffset?)null,
                Match = query.Q is null ? null : search.Match(query.Q),
                Term0 = terms.ElementAtOrDefault(0), Term1 = terms.ElementAtOrDefault(1), Term2 = terms.ElementAtOrDefault(2), Term3 = terms.ElementAtOrDefault(3),
                PlaceReceived = place?.Received, PlaceDue = place?.Due, PlaceId = place?.Id, Take = query.Limit + 1,
            }, user.Account, ct);
        return items.Count <= query.Limit
            ? new Page<LedgerItem>(items, null)
            : new Page<LedgerItem>([.. items.Take(query.Limit)], LedgerPlace.Write(query.Sort, items[query.Limit - 1]));
    }
}
