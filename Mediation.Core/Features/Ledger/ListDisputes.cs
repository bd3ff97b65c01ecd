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

    /// <summary>receivedAt (newest first, the default; with words to search by the newest entry first) or dueOn (most urgent first, open ones only).</summary>
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

/// <summary>Where a page begins: behind the last row of the one before, by its receipt, its limit, or the number of its entry.</summary>
sealed record LedgerPlace(DateTimeOffset? Received, DateOnly? Due, long? Number, Guid Id)
{
    public static LedgerPlace? Read(ListDisputes query)
    {
        if (Messaging.Cursor.Read(query.Cursor, 2) is not [var key, var idText] || !Guid.TryParse(idText, out var id))
            return null;
        if (query.Sort == "dueOn")
            return DateOnly.TryParseExact(key, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due) ? new LedgerPlace(null, due, null, id) : null;
        if (!long.TryParse(key, CultureInfo.InvariantCulture, out var number))
            return null;
        if (query.Q is not null)
            return new LedgerPlace(null, null, number, id);
        return number is > -60_000_000_000_000 and < 250_000_000_000_000 ? new LedgerPlace(DateTimeOffset.FromUnixTimeMilliseconds(number), null, null, id) : null;
    }

    public static string Write(ListDisputes query, LedgerItem last) => query switch
    {
        { Sort: "dueOn" } => Messaging.Cursor.Write(last.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), last.Id),
        { Q: not null } => Messaging.Cursor.Write(last.Number, last.Id),
        _ => Messaging.Cursor.Write(last.ReceivedAt.ToUnixTimeMilliseconds(), last.Id),
    };
}

sealed class ListDisputesHandler(CurrentUser user, LedgerQuery asked, LedgerReader ledger) : IQueryHandler<ListDisputes, Page<LedgerItem>>
{
    public async Task<Page<LedgerItem>> Handle(ListDisputes query, CancellationToken ct)
    {
        var sql = asked.Of(query, query.Limit + 1, registeredBy: null);
        var items = await ledger.Page(sql.Scope, sql.Filter, sql.After, sql.Order, sql.Parameters, user.Account, ct);
        return items.Count <= query.Limit
            ? new Page<LedgerItem>(items, null)
            : new Page<LedgerItem>([.. items.Take(query.Limit)], LedgerPlace.Write(query, items[query.Limit - 1]));
    }
}
