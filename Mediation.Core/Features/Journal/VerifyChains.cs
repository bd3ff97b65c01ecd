using Mediation.Core.Data;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Journal;

/// <summary>Walks every chain of a district in slices, for the operator's verb; lines without a dispute are faults too.</summary>
public sealed record VerifyChains(long District, TellProgress Tell) : IQuery<CheckOutcome>;

sealed class VerifyChainsHandler(DbSession db, JournalStore journal, StrokeStore strokes) : IQueryHandler<VerifyChains, CheckOutcome>
{
    const int Slice = 200;

    static readonly Guid Last = new(Enumerable.Repeat((byte)0xFF, 16).ToArray());

    public async Task<CheckOutcome> Handle(VerifyChains query, CancellationToken ct)
    {
        var count = new CheckCount("journal", await db.Find<long>("select count(*) from dispute where district_code = @District", new { query.District }, ct), query.Tell);
        for (var after = Guid.Empty; after != Last;)
        {
            var disputes = await db.Query<DisputeRow>(
                """
                select id, version from dispute where district_code = @District and id > @after order by id limit @Slice
                """, new { query.District, after, Slice }, ct);
            var end = disputes.Count < Slice ? Last : disputes[^1].Id;
            await Check(query.District, disputes, after, end, count, ct);
            after = end;
        }
        return count.Outcome;
    }

    async Task Check(long district, IReadOnlyList<DisputeRow> disputes, Guid after, Guid end, CheckCount count, CancellationToken ct)
    {
        var rows = (await journal.RowsBetween(district, after, end, ct)).ToLookup(row => row.DisputeId);
        var texts = (await journal.TextsBetween(district, after, end, ct)).ToLookup(row => row.DisputeId);
        foreach (var (id, version) in disputes.Select(dispute => (dispute.Id, dispute.Version)))
        {
            JournalRow[] chain = [.. rows[id]];
            var broken = ChainCheck.FirstBroken(chain, texts[id].ToDictionary(row => row.Sequence, row => row.Texts), version) ?? await BrokenDrawing(district, id, chain, ct);
            if (broken is not null)
                count.Fault($"{id}: line {broken.Sequence}, {broken.Reason}{(broken.Field is null ? "" : $" {broken.Field}")}");
        }
        foreach (var lost in rows.Select(chain => chain.Key).Except(disputes.Select(dispute => dispute.Id)))
            count.Fault($"{lost}: there is a history, and no dispute");
        count.Look(disputes.Count);
    }

    async Task<BrokenRow?> BrokenDrawing(long district, Guid id, JournalRow[] chain, CancellationToken ct)
    {
        var drawings = ChainCheck.Drawings(chain).ToList();
        if (drawings.Count == 0)
            return null;
        var body = await db.Find<string>("select body from dispute_file where district_code = @district and id = @id", new { district, id }, ct);
        if (body is null)
            return new BrokenRow(chain.Length, "file");
        var standing = StorageJson.Read<DisputeFile>(body).Strokes.Where(stroke => stroke.ErasedOn is null).Select(stroke => stroke.Id).ToHashSet();
        foreach (var (sequence, stroke, digest) in drawings.Where(drawing => standing.Contains(drawing.Id)))
            if ((await strokes.Find(district, id, stroke, ct))?.Digest != digest)
                return new BrokenRow(sequence, "text", StrokeStore.Field(stroke));
        return null;
    }

    sealed record DisputeRow
    {
        public required Guid Id { get; init; }
        public required int Version { get; init; }
    }
}
