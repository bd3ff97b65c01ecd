using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Search;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Ledger;

/// <summary>The ledger's filters and order as SQL, the same for a page and for a file.</summary>
[Scoped]
sealed class LedgerQuery(CurrentUser user, SearchStore search, TimeProvider clock)
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

    // By the first line of its journal, whatever day it is said to have been received on.
    const string Registered =
        """
        exists (
                    select 1 from journal
                    where journal.district_code = dispute.district_code and journal.dispute_id = dispute.id and journal.sequence = 1 and journal.server_time <= @RegisteredBy)
        """;

    public LedgerSql Of(ListDisputes query, int take, DateTimeOffset? registeredBy)
    {
        var scope = LedgerScope.Of(user.Account, query.Under) ?? throw new NotFoundException("The area");
        var byDue = query.Sort == "dueOn";
        var place = query.Cursor is null ? null : LedgerPlace.Read(query);
        string?[] filters =
        [
            "1 = 1", byDue ? OpenOnly : null, query.Tier is null ? null : OfTier, query.Status is null ? null : OfStatus, query.Type is null ? null : OfType,
            query.Risk is null ? null : OfLevel, query.Overdue switch { true => Overdue, false => NotOverdue, null => null }, query.Holder is null ? null : HeldBy,
            query.From is null ? null : Since, query.To is null ? null : Until,
            query.Q is null || !byDue ? null : SearchStore.Holds, registeredBy is null ? null : Registered,
        ];
        var newestFound = query.Q is not null && !byDue;
        var filter = string.Join(" and ", filters.OfType<string>());
        var after = place is null || newestFound ? "1 = 1" : byDue
            ? "(dispute.due_on > @PlaceDue or dispute.due_on = @PlaceDue and dispute.id > @PlaceId)"
            : "(dispute.received_at < @PlaceReceived or dispute.received_at = @PlaceReceived and dispute.id < @PlaceId)";
        var terms = SearchText.Terms(query.Q);
        var order = newestFound ? LedgerReader.NewestFound : byDue ? "page.due_on, page.id" : "page.received_at desc, page.id desc";
        return new LedgerSql(scope, filter, newestFound ? $"{filter} and {search.Found}" : filter, after, order, new
        {
            scope.First, scope.End, scope.Organisation, Tier = query.Tier?.ToString(), Status = query.Status?.ToString(), Type = query.Type?.ToString(),
            Level = query.Risk?.ToString(), Today = Shanghai.DateOf(clock.GetUtcNow()), query.Holder,
            From = query.From is { } from ? Shanghai.StartOf(from) : (DateTimeOffset?)null,
            To = query.To is { } to && to < DateOnly.MaxValue ? Shanghai.StartOf(to.AddDays(1)) : (DateTimeOffset?)null,
            Match = query.Q is null ? null : search.Match(query.Q, scope.Place), RegisteredBy = registeredBy,
            Term0 = terms.ElementAtOrDefault(0), Term1 = terms.ElementAtOrDefault(1), Term2 = terms.ElementAtOrDefault(2), Term3 = terms.ElementAtOrDefault(3),
            PlaceReceived = place?.Received, PlaceDue = place?.Due, PlaceId = place?.Id, PlaceNumber = place?.Number ?? long.MaxValue, Take = take,
        });
    }
}

/// <summary>The parts of the SQL: constants, and the values beside them; `Counted` is the filter for a count of all pages.</summary>
sealed record LedgerSql(LedgerScope Scope, string Filter, string Counted, string After, string Order, object Parameters);
