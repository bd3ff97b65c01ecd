using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Puts a slice of an old ledger on ours: every line an ordinary registration, whole or not at all; only <see cref="PrepareImport"/> makes it.</summary>
[Needs(Permission.Direct)]
public sealed record ImportDisputes : ICommand<ImportedSlice>
{
    internal ImportDisputes(IReadOnlyList<PreparedDispute> disputes, ImportedSlice before) => (Disputes, Before) = (disputes, before);

    internal IReadOnlyList<PreparedDispute> Disputes { get; }

    /// <summary>What came of the slice when it was prepared.</summary>
    internal ImportedSlice Before { get; }
}

/// <summary>What came of a slice.</summary>
public sealed record ImportedSlice(int Registered, int Known, IReadOnlyList<ImportFault> Refused);

sealed class ImportDisputesHandler(
    CurrentUser user, DbSession db, DisputeStore disputes, CommandLog commands, DuplicateFinder duplicates, CaseDesk cases, ImportKnown known)
    : ICommandHandler<ImportDisputes, ImportedSlice>
{
    public async Task<ImportedSlice> Handle(ImportDisputes command, CancellationToken ct)
    {
        var (registered, same, refused) = (0, command.Before.Known, command.Before.Refused.ToList());
        foreach (var one in command.Disputes)
        {
            await db.Execute("savepoint line");
            try
            {
                if (await Register(one))
                    registered++;
                else
                    same++;
            }
            catch (Exception refusal) when (ImportRefusal.Of(refusal, one.Entry.Line) is { } fault)
            {
                await db.Execute("rollback to savepoint line");
                refused.Add(fault);
            }
            await db.Execute("release savepoint line");
        }
        return new ImportedSlice(registered, same, refused);
    }

    /// <summary>False for one that another import has brought meanwhile.</summary>
    async Task<bool> Register(PreparedDispute one)
    {
        var (told, step) = (one.Entry.Registration, one.Step);
        if (!await disputes.TakeId(told.DisputeId, one.File.Area.District.Value))
            return await known.Is(told) ? false : throw new ConflictException("id.taken", "This id is taken.");
        var dispute = Dispute.Register(one.File, one.Major, step);
        if (told.Settlement is { } settlement)
            await cases.SettleOnTheSpot(dispute, settlement, step with { On = dispute.File.LastStepOn });
        var version = await disputes.Save(dispute, step);
        await duplicates.Remember(dispute.File);
        await commands.Add(told.DisputeId, user.Account.Id, told.Digest, told.DisputeId, version, step.Now);
        return true;
    }
}

/// <summary>A rule's refusal as a fault of its line; whatever is no refusal ends the import, which can be repeated.</summary>
static class ImportRefusal
{
    public static ImportFault? Of(Exception refusal, int line) => refusal switch
    {
        RuleViolationException rule => new ImportFault(line, rule.Field ?? "", rule.Code),
        ConflictException conflict => new ImportFault(line, "number", conflict.Code),
        NotFoundException missing => new ImportFault(line, "areaCode", missing.Code),
        _ => null,
    };
}
