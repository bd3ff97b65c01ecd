using System.Runtime.CompilerServices;
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

    const string InArea = "dispute.area_code >= @First and dispute.area_code < @End";

    const string ConcludedIn =
        """
        exists (
                        select 1 from report_entry
                        where report_entry.district_code = dispute.district_code and report_entry.dispute_id = dispute.id and report_entry.mediated = 1
                            and report_entry.month >= @From and report_entry.month <= @To)
        """;

    // Sealed here or here now, and changed since its last seal; or concluded in a sealed month without having come in.
    const string ChangedSince =
        $"""
        (not exists (
                        select 1 from sealed_case
                        where sealed_case.district_code = dispute.district_code and sealed_case.dispute_id = dispute.id and sealed_case.version >= dispute.version)
                    and exists (
                        select 1 from sealed_case
                        where sealed_case.district_code = dispute.district_code and sealed_case.dispute_id = dispute.id
                            and (sealed_case.village_code >= @First and sealed_case.village_code < @End or {InArea}))
                or {InArea} and {ConcludedIn}
                    and not exists (
                        select 1 from sealed_case where sealed_case.district_code = dispute.district_code and sealed_case.dispute_id = dispute.id))
        """;

    readonly Dictionary<Guid, OrganisationKind> kinds = [];

    /// <summary>Matters that were concluded in these months.</summary>
    public async Task<IReadOnlyList<FiledCase>> Concluded(AreaCode area, int from, int to, ReportMeasures measures, CancellationToken ct)
    {
        var cases = new List<FiledCase>();
        if (from <= to)
            await foreach (var (file, version) in Files($"{InArea} and {ConcludedIn}", area, from, to, default, default, ct))
                cases.AddRange(await Cases(file, version, from, to, measures, ct));
        return cases;
    }

    /// <summary>Matters that may have changed since these months were sealed, in an area then or now, each with its cases in them as they are now.</summary>
    public async IAsyncEnumerable<(DisputeFile File, IReadOnlyList<FiledCase> Cases)> Changed(
        AreaCode area, (int First, int Last) seals, ReportMeasures measures, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var (file, version) in Files(ChangedSince, area, seals.First, seals.Last, default, default, ct))
            yield return (file, await Cases(file, version, seals.First, seals.Last, measures, ct));
    }

    /// <summary>Matters that were under way in a time, or that ended not long before it, or stand on the ledger of major matters.</summary>
    public async IAsyncEnumerable<DisputeFile> Around(AreaCode area, DateOnly from, DateOnly to, [EnumeratorCancellation] CancellationToken ct)
    {
        await foreach (var (file, _) in Files(
            $"""
            {InArea} and dispute.received_at < @Stop and (dispute.closed_at is null or dispute.closed_at >= @Since or exists (
                            select 1 from oversight
                            where oversight.district_code = dispute.district_code and oversight.dispute_id = dispute.id and oversight.on_ledger = 1))
            """, area, 0, 0,
            Shanghai.StartOf(from.AddDays(-Afterwards)), Shanghai.StartOf(to.AddDays(1)), ct))
            yield return file;
    }

    async Task<IReadOnlyList<FiledCase>> Cases(DisputeFile file, int version, int from, int to, ReportMeasures measures, CancellationToken ct)
    {
        foreach (var one in file.Cases)
            if (!kinds.ContainsKey(one.OrganisationId))
                kinds[one.OrganisationId] = (await organisations.Get(one.OrganisationId, ct))?.Kind ?? OrganisationKind.GovernanceCenter;
        return [.. JusticeCase.Of(file, from, to, one => kinds[one.OrganisationId], measures).Select(one => new FiledCase(file.Area, version, one))];
    }

    async IAsyncEnumerable<(DisputeFile File, int Version)> Files(
        string condition, AreaCode area, int from, int to, DateTimeOffset since, DateTimeOffset stop, [EnumeratorCancellation] CancellationToken ct)
    {
        var range = AreaRange.Of(area);
        for (var after = Guid.Empty; ;)
        {
            var rows = await db.Query<Row>(
                $"""
                select dispute.id, dispute.version, dispute_file.body
                from dispute
                join dispute_file on dispute_file.district_code = dispute.district_code and dispute_file.id = dispute.id
                where dispute.district_code >= @FirstDistrict and dispute.district_code < @EndDistrict and dispute.id > @After and {condition}
                order by dispute.id
                limit {Slice}
                """, new { range.FirstDistrict, range.EndDistrict, range.First, range.End, After = after, From = from, To = to, Since = since, Stop = stop }, ct);
            foreach (var row in rows)
                yield return (StorageJson.Read<DisputeFile>(row.Body), row.Version);
            if (rows.Count < Slice)
                yield break;
            after = rows[^1].Id;
        }
    }

    sealed record Row
    {
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required string Body { get; init; }
    }
}
