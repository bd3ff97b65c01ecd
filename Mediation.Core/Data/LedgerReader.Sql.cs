using System.Globalization;
using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Data;

/// <summary>The pages as SQL: the heads of what an area sees, and what concerns the organisation besides.</summary>
public sealed partial class LedgerReader
{
    /// <summary>The order of what was searched: by the number of its entry, which the index gives without sorting.</summary>
    public const string NewestFound = "page.number desc";

    const string Columns =
        """
        dispute.district_code, dispute.id, dispute.status, dispute.holder_id, dispute.host_id, dispute.waiting, dispute.returned, dispute.received_at,
            dispute.due_on, dispute.late_on, dispute.version
        """;

    const string Names = "district_code, id, status, holder_id, host_id, waiting, returned, received_at, due_on, late_on, version";

    // The last line of a matter's journal says when it changed.
    const string ChangedAt =
        """
        , (
                select journal.server_time
                from journal
                where journal.district_code = page.district_code and journal.dispute_id = page.id
                order by journal.sequence desc
                limit 1) as changed_at
        """;

    static string Listed(IReadOnlyList<string> heads, LedgerScope scope, string filter, string after, string order, bool masked)
    {
        var inner = order.Replace("page.", "dispute.", StringComparison.Ordinal);
        // In the index's own columns, so that the newest come without sorting.
        var shared = order.Replace("page.due_on", "dispute.due_on", StringComparison.Ordinal).Replace("page.id", "involvement.dispute_id", StringComparison.Ordinal)
            .Replace("page.", "involvement.", StringComparison.Ordinal);
        var own = heads.Select(head =>
            $"""
            select {Columns}
            from dispute
            where {head} and {filter} and {after}
            order by {inner}
            limit @Take
            """);
        var others =
            $"""
            select {Columns}
            from involvement
            join dispute on dispute.district_code = involvement.district_code and dispute.id = involvement.dispute_id
            where {scope.Concerned} and {filter} and {after}
            order by {shared}
            limit @Take
            """;
        return Page(own.Append(others), Names, order, "", masked);
    }

    static string Searched(IReadOnlyList<string> heads, LedgerScope scope, string filter, bool sqlite, bool masked)
    {
        var own = heads.Select(head =>
            $"""
            select {Columns}, search_text.number
            {SearchStore.Newest(sqlite)} and {head} and {filter}
            order by {(sqlite ? "search_index.rowid" : "search_text.number")} desc
            limit @Take
            """);
        var others =
            $"""
            select {Columns}, search_text.number
            from involvement
            join dispute on dispute.district_code = involvement.district_code and dispute.id = involvement.dispute_id
            {SearchStore.Beside}
            where {scope.Concerned} and {filter}
            order by search_text.number desc
            limit @Take
            """;
        return Page(own.Append(others), $"{Names}, number", NewestFound, ", page.number", masked);
    }

    /// <summary>Each part gives a page at most, no row stands in two of them, and files are read for the first page of all alone.</summary>
    static string Page(IEnumerable<string> parts, string names, string order, string more, bool masked) =>
        $"""
        with {string.Join(", ", parts.Select((part, number) => $"part{number} as ({part})"))}, all_parts as (
            {string.Join(" union all ", parts.Select((_, number) => $"select {names} from part{number}"))}
        ), first_page as (
            select {names} from all_parts as page order by {order} limit @Take
        )
        select page.id, page.holder_id, page.host_id, page.waiting, page.returned, page.received_at, page.due_on, page.late_on, page.version, dispute_file.body{more}
            {(masked ? ChangedAt : "")}
        from first_page as page
        join dispute_file on dispute_file.district_code = page.district_code and dispute_file.id = page.id
        order by {order}
        limit @Take
        """;

    /// <summary>Each head is an equality that an index in list order answers; what is broader than a district merges the heads of its districts, whose codes are our own numbers.</summary>
    async Task<IReadOnlyList<string>> Heads(LedgerScope scope, string order, CancellationToken ct)
    {
        if (scope.Place is not { } place)
            return [];
        var searched = order == NewestFound;
        if (place.Level >= AreaLevel.District || searched && db.IsSqlite)
            return [searched && !db.IsSqlite ? scope.Area.Replace("dispute.", "search_text.", StringComparison.Ordinal) : scope.Area];
        var districts = await db.Query<long>(
            "select district_code from change_counter where district_code >= @First and district_code < @End order by district_code", new { scope.First, scope.End }, ct);
        return [.. districts.Select(code => string.Create(CultureInfo.InvariantCulture, $"{(searched ? "search_text" : "dispute")}.district_code = {code}"))];
    }
}
