using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;

namespace Mediation.Core.Features.Supervision;

/// <summary>Rows of the ledger with everything that a page or an export says of them.</summary>
[Scoped]
sealed class MajorMatterReader(DbSession db, LedgerReader ledger, AreaStore areas, TimeProvider clock)
{
    /// <summary>The order: a day as yyyyMMdd, and behind all days where leader, unit and person are named.</summary>
    public const string Place = "(oversight.since_day + 100000000 * oversight.leader * oversight.unit * oversight.person)";

    /// <summary>`filter` is made of constants; values come as parameters, Take among them. Those without leader, unit or person first, then the oldest.</summary>
    public async Task<IReadOnlyList<(long Place, MajorMatter Matter)>> Page(string filter, object parameters, Account viewer, CancellationToken ct)
    {
        var keys = $"""
            select oversight.district_code, oversight.dispute_id, {Place} as place
            from oversight
            where {filter}
            order by {Place}, oversight.dispute_id
            limit @Take
            """;
        var items = await ledger.Listed(keys, parameters, viewer, ct);
        var files = (await db.Query<Row>(
            $"""
            with listed as ({keys})
            select dispute_file.id, dispute_file.body
            from listed
            join dispute_file on dispute_file.district_code = listed.district_code and dispute_file.id = listed.dispute_id
            """, parameters, ct)).ToDictionary(row => row.Id, row => StorageJson.Read<DisputeFile>(row.Body));
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var found = new List<(long, MajorMatter)>();
        foreach (var (place, item) in items)
            if (files.TryGetValue(item.Id, out var file))
                found.Add((place, await Matter(item, file, today, ct)));
        return found;
    }

    async Task<MajorMatter> Matter(LedgerItem item, DisputeFile file, DateOnly today, CancellationToken ct)
    {
        var (of, onLedger) = (file.Oversight, MajorLedger.Holds(file));
        return new MajorMatter
        {
            Dispute = item, AreaName = (await areas.Find(file.Area, ct))?.Name ?? "", Since = MajorLedger.Since(file), Major = file.Report.Major,
            LongPetition = of.LongPetition is not null, Sponsorship = of.Sponsorship, Gaps = onLedger ? MajorLedger.Gaps(file) : [],
            Overdue = file.ClosedOn is null && of.Sponsorship?.DueOn < today, Card = of.StandingCard?.Kind, Listing = of.StandingListing?.Number,
            ClearanceNeeds = onLedger ? MajorLedger.Missing(file, proofs: 1) : [], ClearedOn = of.Clearance?.On,
        };
    }

    sealed record Row
    {
        public required Guid Id { get; init; }
        public required string Body { get; init; }
    }
}
