using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Journal;

/// <summary>Walks a dispute's chain of hashes and the digests of its texts, and names the first that is broken.</summary>
[Needs(Permission.ReadMatters, Permission.ReadLogs)]
public sealed record VerifyJournal(Guid DisputeId) : IQuery<JournalVerification>;

/// <summary>Whole or not; what broke it, and what was lawfully erased (已依法删除).</summary>
public sealed record JournalVerification
{
    public required bool Valid { get; init; }

    public required int Rows { get; init; }

    /// <summary>The head of the chain, hex.</summary>
    public required string Head { get; init; }

    /// <summary>The first broken row; null when whole.</summary>
    public BrokenRow? Broken { get; init; }

    public required IReadOnlyList<ErasedText> Erased { get; init; }
}

/// <summary>`reason` is hash, sequence, text or tail.</summary>
public sealed record BrokenRow(long Sequence, string Reason, string? Field = null);

public sealed record ErasedText(long Sequence, string Field, DateOnly On);

sealed class VerifyJournalHandler(CurrentUser user, DisputeStore disputes, JournalStore journal, StrokeStore strokes) : IQueryHandler<VerifyJournal, JournalVerification>
{
    public async Task<JournalVerification> Handle(VerifyJournal query, CancellationToken ct)
    {
        var dispute = await disputes.Find(query.DisputeId, ct);
        var mayAudit = user.Account.May(Permission.ReadLogs) && dispute is not null && user.Account.Area.Holds(dispute.File.Area);
        if (dispute is null || !mayAudit && !DisputeSight.Includes(dispute.File, user.Account))
            throw new NotFoundException("The dispute");
        var district = dispute.File.Area.District.Value;
        var rows = await journal.Rows(district, query.DisputeId, ct);
        var texts = await journal.Texts(district, query.DisputeId, ct);
        var broken = ChainCheck.FirstBroken(rows, texts, dispute.Version) ?? await BrokenDrawing(dispute.File, rows, ct);
        return new JournalVerification
        {
            Valid = broken is null, Rows = rows.Count, Head = rows.Count == 0 ? "" : Convert.ToHexStringLower(rows[^1].Hash), Broken = broken,
            Erased = [.. from row in texts.OrderBy(t => t.Key) from text in row.Value where text.Value.ErasedOn is not null
                         select new ErasedText(row.Key, text.Key, text.Value.ErasedOn!.Value),
                      .. from drawn in ChainCheck.Drawings(rows) let stroke = dispute.File.Strokes.FirstOrDefault(s => s.Id == drawn.Id) where stroke?.ErasedOn is not null
                         select new ErasedText(drawn.Sequence, StrokeStore.Field(drawn.Id), stroke.ErasedOn!.Value)],
        };
    }

    /// <summary>A drawing whose vectors are not what their digest says, or are gone without having been erased or taken back.</summary>
    async Task<BrokenRow?> BrokenDrawing(DisputeFile file, IReadOnlyList<JournalRow> rows, CancellationToken ct)
    {
        foreach (var (sequence, id, digest) in ChainCheck.Drawings(rows).Where(d => file.Strokes.Any(s => s.Id == d.Id && s.ErasedOn is null)))
            if ((await strokes.Find(file.Area.District.Value, file.Id, id, ct))?.Digest != digest)
                return new BrokenRow(sequence, "text", StrokeStore.Field(id));
        return null;
    }
}
