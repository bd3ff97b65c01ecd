using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Does for a slice of an old ledger what needs no writing: who answers, where the rules send it, what is known already.</summary>
[Needs(Permission.Direct)]
public sealed record PrepareImport : IQuery<ImportDisputes>
{
    internal PrepareImport(IReadOnlyList<ImportedEntry> entries) => Entries = entries;

    internal IReadOnlyList<ImportedEntry> Entries { get; }
}

sealed class PrepareImportHandler(
    DisputeDesk desk, Intake intake, Router router, ImportKnown known, DisputeStore disputes, DuplicateFinder duplicates) : IQueryHandler<PrepareImport, ImportDisputes>
{
    public async Task<ImportDisputes> Handle(PrepareImport query, CancellationToken ct)
    {
        var (prepared, refused, same) = (new List<PreparedDispute>(), new List<ImportFault>(), 0);
        foreach (var entry in query.Entries)
            try
            {
                if (await known.Is(entry.Registration))
                    same++;
                else
                    prepared.Add(await Prepare(entry));
            }
            catch (Exception refusal) when (ImportRefusal.Of(refusal, entry.Line) is { } fault)
            {
                refused.Add(fault);
            }
        return new ImportDisputes(prepared, new ImportedSlice(0, same, refused));
    }

    async Task<PreparedDispute> Prepare(ImportedEntry entry)
    {
        _ = await intake.RequireArea(entry.Registration);
        var step = desk.StepAt(null);
        var (file, _) = await intake.File(entry.Registration.DisputeId, entry.Registration, step);
        var dispute = Dispute.Register(file, await router.IsMajor(file), step);
        // A settled one draws the number of its case, which only the transaction can.
        return new PreparedDispute(
            entry, dispute, step, entry.Registration.Settlement is null ? await disputes.Compose(dispute, step, () => duplicates.Remember(dispute.File)) : null);
    }
}

/// <summary>A registration that waits to be written, its rows put together where nothing is left to be asked.</summary>
sealed record PreparedDispute(ImportedEntry Entry, Dispute Dispute, Step Step, IReadOnlyList<Statement>? Rows);

/// <summary>Tells a line that was taken before from one that says something else under the same id; who of the office sends it makes no difference.</summary>
[Scoped]
sealed class ImportKnown(CurrentUser user, CommandLog commands, DisputeStore disputes)
{
    public async Task<bool> Is(RegisterDispute registration)
    {
        if (await commands.Find(registration.DisputeId) is not { } before)
            return false;
        if (before.Is(user.Account.Id, registration.Digest))
            return true;
        if (await disputes.Find(registration.DisputeId) is not { } dispute || !DisputeSight.Includes(dispute.File, user.Account))
            throw new ConflictException("id.taken", "This id is taken.");
        return before.Digest.AsSpan().SequenceEqual(registration.Digest)
            ? true : throw new ConflictException("dispute.different-content", "This id is on the ledger with other content.");
    }
}
