using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
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
            try
            {
                if (await (one.Rows is null ? Apart(() => Settle(one)) : Write(one, one.Rows)))
                    registered++;
                else
                    same++;
            }
            catch (Exception refusal) when (ImportRefusal.Of(refusal, one.Entry.Line) is { } fault)
            {
                refused.Add(fault);
            }
        return new ImportedSlice(registered, same, refused);
    }

    /// <summary>Its rules were asked when it was prepared: nothing refuses it any more, or its id is taken and nothing is written. False for one that is known.</summary>
    async Task<bool> Write(PreparedDispute one, IReadOnlyList<Statement> rows)
    {
        if (!await Take(one))
            return false;
        await Note(one, await disputes.Add(one.Dispute, rows));
        return true;
    }

    async Task<bool> Settle(PreparedDispute one)
    {
        if (!await Take(one))
            return false;
        // On PostgreSQL the slice may run again, and the dispute is changed by it.
        var dispute = one.Dispute.Again();
        await cases.SettleOnTheSpot(dispute, one.Entry.Registration.Settlement!, one.Step with { On = dispute.File.LastStepOn });
        var version = await disputes.Save(dispute, one.Step);
        await duplicates.Remember(dispute.File);
        await Note(one, version);
        return true;
    }

    /// <summary>What a rule refuses halfway leaves nothing behind, and the others of the slice stay.</summary>
    async Task<bool> Apart(Func<Task<bool>> work)
    {
        await db.Execute("savepoint line");
        try
        {
            var taken = await work();
            await db.Execute("release savepoint line");
            return taken;
        }
        catch (Exception refusal) when (ImportRefusal.Of(refusal, 0) is not null)
        {
            await db.Execute("rollback to savepoint line");
            await db.Execute("release savepoint line");
            throw;
        }
    }

    async Task<bool> Take(PreparedDispute one)
    {
        var (told, file) = (one.Entry.Registration, one.Dispute.File);
        if (await disputes.TakeId(told.DisputeId, file.Area.District.Value))
            return true;
        // Another import has brought it meanwhile.
        return await known.Is(told) ? false : throw new ConflictException("id.taken", "This id is taken.");
    }

    Task Note(PreparedDispute one, int version) =>
        commands.Add(one.Entry.Registration.DisputeId, user.Account.Id, one.Entry.Registration.Digest, one.Entry.Registration.DisputeId, version, one.Step.Now);
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
