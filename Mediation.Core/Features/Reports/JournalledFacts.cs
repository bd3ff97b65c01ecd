using System.Text.Json;
using Mediation.Core.Data;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Features.Reports;

/// <summary>The counted facts of a dispute as its newest journal row that carries any has them.</summary>
sealed record JournalledFacts(Guid Id, long AreaCode, ReportFacts Facts)
{
    // The payload is JSON, in which no text can hold this name with its quotes unescaped.
    static string Sql(string districts) =>
        $"""
        select dispute.id, dispute.area_code, journal.payload
        from dispute
        join journal on journal.district_code = dispute.district_code and journal.dispute_id = dispute.id and journal.sequence = (
            select max(counted.sequence)
            from journal counted
            where counted.district_code = dispute.district_code and counted.dispute_id = dispute.id and counted.payload like '%"report":%')
        where {districts} and dispute.area_code >= @First and dispute.area_code < @End and dispute.id > @After
        order by dispute.id
        limit @Take
        """;

    /// <summary>The next disputes of an area by id. Within a district each slice begins where the one before it ended.</summary>
    public static async Task<IReadOnlyList<JournalledFacts>> After(DbSession db, AreaCode area, Guid after, int take, CancellationToken ct)
    {
        var range = AreaRange.Of(area);
        var sql = Sql(area.Level >= AreaLevel.District
            ? "dispute.district_code = @FirstDistrict" : "dispute.district_code >= @FirstDistrict and dispute.district_code < @EndDistrict");
        return [.. (await db.Query<Row>(sql, new { range.FirstDistrict, range.EndDistrict, range.First, range.End, After = after, Take = take }, ct)).Select(Read)];
    }

    static JournalledFacts Read(Row row)
    {
        using var payload = JsonDocument.Parse(row.Payload);
        return new JournalledFacts(row.Id, row.AreaCode, ReportFactsJson.Read(payload.RootElement.GetProperty("report")));
    }

    sealed record Row
    {
        public required Guid Id { get; init; }

        public required long AreaCode { get; init; }

        public required string Payload { get; init; }
    }
}
