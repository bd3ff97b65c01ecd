using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Data;

/// <summary>The files behind the justice return and the indicators, in slices, so that a district's year is never in memory at once.</summary>
[Scoped]
public sealed class ReportFiles(DbSession db, OrganisationStore organisations)
{
    const int Slice = 500;

    /// <summary>What is done after the end of a matter, follow-ups and reviews, is done within about a year.</summary>
    const int Afterwards = 400;

    readonly Dictionary<Guid, OrganisationKind> kinds = [];

    /// <summary>Matters that were concluded in these months.</summary>
    public async Task<IReadOnlyList<JusticeCase>> Concluded(AreaCode area, int from, int to, ReportMeasures measures, CancellationToken ct)
    {
        var cases = new List<JusticeCase>();
        await foreach (var file in Files(
            $"""
            exists (
                select 1 from report_entry
                where report_entry.district_code = dispute.district_code and report_entry.dispute_id = dispute.id and report_entry.mediated = 1
                    and report_entry.month >= @From and report_entry.month <= @To)
            """, area, from, to, default, default, ct))
        {
            foreach (var one in file.Cases)
                if (!kinds.ContainsKey(one.OrganisationId))
                    kinds[one.OrganisationId] = (await organisations.Get(one.OrganisationId, ct))?.Kind ?? OrganisationKind.GovernanceCenter;
            cases.AddRange(JusticeCase.Of(file, from, to, one => kinds[one.OrganisationId], measures));
        }
        return cases;
    }

    /// <summary>Matters that were under way in a time, or that ended not long before it, or stand on the ledger of major matters.</summary>
    public IAsyncEnumerable<DisputeFile> Around(AreaCode area, DateOnly from, DateOnly to, CancellationToken ct) => Files(
        """
        dispute.received_at < @Stop and (dispute.closed_at is null or dispute.closed_at >= @Since or exists (
            select 1 from oversight
            where oversight.district_code = dispute.district_code and oversight.dispute_id = dispute.id and oversight.on_ledger = 1))
        """, area, 0, 0,
        Shanghai.StartOf(from.AddDays(-Afterwards)), Shanghai.StartOf(to.AddDays(1)), ct);

    async IAsyncEnumerable<DisputeFile> Files(
        string condition, AreaCode area, int from, int to, DateTimeOffset since, DateTimeOffset stop, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var range = AreaRange.Of(area);
        for (var after = Guid.Empty; ;)
        {
            var rows = await db.Query<Row>(
                $"""
                select dispute.id, dispute_file.body
                from dispute
                join dispute_file on dispute_file.district_code = dispute.district_code and dispute_file.id = dispute.id
                where dispute.district_code >= @FirstDistrict and dispute.district_code < @EndDistrict and dispute.area_code >= @First and dispute.area_code < @End
                    and dispute.id > @After and {condition}
                order by dispute.id
                limit {Slice}
                """, new { range.FirstDistrict, range.EndDistrict, range.First, range.End, After = after, From = from, To = to, Since = since, Stop = stop }, ct);
            foreach (var row in rows)
                yield return StorageJson.Read<DisputeFile>(row.Body);
            if (rows.Count < Slice)
                yield break;
            after = rows[^1].Id;
        }
    }

    sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Body { get; init; }
    }
}
