using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>Puts a fact right; the old value stays readable in the journal and the tallies follow.</summary>
    public void Correct(string field, DisputeFile corrected, string? old, string? @new, bool personal, string reason, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Correct);
        if (corrected.Level < File.Level && !step.Directs)
            throw new RuleViolationException("correction.lowers-level", "What lowers the level of a matter is corrected by the director.", "domain 5.2", "new");
        // What the law protects somebody by is not corrected away by one person alone.
        if (!step.Directs && File.Risks.Except(corrected.Risks).Any(r => RiskReports.StatuteOf(r) is not null))
            throw new RuleViolationException("correction.drops-report-duty", "A mark of violence is taken away by the director.", "反家庭暴力法 14", "new");
        if (!step.Directs && corrected.Parties.Any(p => !p.Protected && File.Parties.Any(was => was.Id == p.Id && was.Protected)))
            throw new RuleViolationException("correction.drops-protection", "A victim's protection is taken away by the director.", "反家庭暴力法 29", "new");
        if (OpenCase is not null && corrected.Type == DisputeType.Medical && File.Type != DisputeType.Medical)
            RequireMedicalConsent([], step);
        var dated = WithReceipt(corrected);
        var facts = new JsonObject { ["field"] = field };
        var texts = new Dictionary<string, string?> { ["reason"] = reason };
        if (personal)
        {
            texts["old"] = old;
            texts["new"] = @new;
        }
        else
        {
            facts["old"] = old;
            facts["new"] = @new;
        }
        Note(JournalEvent.Corrected, step, _ => dated, facts, texts);
    }

    /// <summary>Takes the last step back: its author within 24 hours, later the director. `major`: whether it counts as major at the present level.</summary>
    public void Reverse(DisputeFile before, JournalEvent undone, string reason, Step step, bool? major = null)
    {
        if (undone is JournalEvent.Registered)
            throw new RuleViolationException("reversal.registration", "A registration is voided, not reversed.", "putting right");
        if (undone is JournalEvent.DeskHandedOver)
            throw new RuleViolationException("reversal.desk-handover", "Its mediator has left; hand the matter to another one.", "putting right");
        var own = File.LastActor == step.ActorId && step.Now <= File.LastEntryAt.AddHours(24);
        if (!own && !step.Directs)
            throw new RuleViolationException("reversal.not-author", "After 24 hours, or for another's step, the director reverses.", "putting right");
        var unarchived = before.Cases.Where(c => c.Dossier is null).Select(c => c.Id).ToHashSet();
        if (File.Cases.Any(c => c.Dossier is { Reviews.Count: > 0 } && unarchived.Contains(c.Id)))
            throw new RuleViolationException("reversal.dossier-reviewed", "A dossier that was reviewed stays archived; answer with supplements.", "domain 8");
        // Author and entry time are those of the step that is the last one now, so that taking one back opens no other.
        var kept = WithLevelsKept(before, undone, major);
        Write(JournalEvent.Reversed, step,
            kept with
            {
                Erased = File.Erased,
                Duplicates = File.Duplicates,
                Relapses = File.Relapses,
                Leads = File.Leads,
                Plans = File.Plans,
                // What those above did is no step of the committee, and stays.
                Oversight = File.Oversight,
                Report = File.Oversight.Major is null ? kept.Report : kept.Report with { Major = true },
                Cases = before.Cases.Any(c => c.Dossier is not null) ? [.. before.Cases.Select(WithReviews)] : before.Cases,
                Attachments = File.Attachments.Count > 0 ? [.. File.Attachments.Select(a => At(a, before.Cases))] : File.Attachments,
            },
            new JsonObject { ["undone"] = undone.ToString(), ["level"] = kept.Level.ToString() }, new() { ["reason"] = reason });
    }

    /// <summary>A review is no step, so no step takes it back.</summary>
    MediationCase WithReviews(MediationCase before) =>
        before.Dossier is { } dossier && File.Cases.FirstOrDefault(c => c.Id == before.Id)?.Dossier is { } now
            ? before with { Dossier = dossier with { Reviews = now.Reviews } }
            : before;

    /// <summary>A file whose case is not there any more is the matter's; where the archiving is undone, what came after it is no supplement.</summary>
    static Attachment At(Attachment file, IReadOnlyList<MediationCase> cases)
    {
        var there = file.CaseId is { } caseId && cases.All(c => c.Id != caseId) ? file with { CaseId = null } : file;
        return there with { Supplement = there.Supplement && IsSupplement(there, cases) };
    }

    /// <summary>A wrong or a practice entry: it leaves every count and stays readable with its reason.</summary>
    public void Void(string reason, Step step) =>
        Take(DisputeAction.Void, JournalEvent.Voided, step, file => Excluded(file, step) with
        {
            VoidReason = reason,
            Cases = [.. file.Cases.Select(c => c.IsOpen ? c with { State = CaseState.Voided, EndedOn = step.On, EndReason = nameof(CaseState.Voided) } : c)],
        }, [], new() { ["reason"] = reason });

    /// <summary>The other entry of the same matter counts on; this one closes as merged.</summary>
    public void MergeInto(Guid survivorId, string reason, Step step) =>
        Take(DisputeAction.Merge, JournalEvent.Merged, step, file => Excluded(file, step) with
        {
            MergedInto = survivorId,
            Cases = [.. file.Cases.Select(c => c.IsOpen ? c with { State = CaseState.Voided, EndedOn = step.On, EndReason = "Merged" } : c)],
        }, new JsonObject { ["survivor"] = survivorId.ToString() }, new() { ["reason"] = reason });

    /// <summary>Notes on the survivor what was merged into it, and takes the note away when that is reversed.</summary>
    public void LinkDuplicate(Guid duplicateId, bool linked, Step step)
    {
        // The other entry may be counted again though this one was voided meanwhile.
        if (linked)
            _ = DisputeLifecycle.After(File.Status, DisputeAction.LinkDuplicate);
        Write(linked ? JournalEvent.DuplicateLinked : JournalEvent.DuplicateUnlinked, step,
            File with { Duplicates = [.. File.Duplicates.Where(d => d != duplicateId), .. linked ? [duplicateId] : (Guid[])[]] },
            new JsonObject { ["duplicate"] = duplicateId.ToString() }, []);
    }

    /// <summary>A party joins, is followed by a successor, or leaves; its entry stays.</summary>
    public void ChangeParties(PartyChange action, Guid? partyId, Party? party, string reason, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.ChangeParties);
        var leaving = action == PartyChange.Add ? null : RequireParty(partyId ?? Guid.Empty, "partyId");
        var joining = action == PartyChange.Remove ? null
            : party ?? throw new RuleViolationException("party.missing", "Say who joins.", "parties", "party");
        if (leaving is not null && AgreedCase?.Agreement?.Obligations.Any(o => o.DebtorId == leaving.Id || o.CreditorId == leaving.Id) == true && joining is null)
            throw new RuleViolationException("party.has-obligations", "A party with obligations is replaced by a successor, not removed.", "人民调解法 31", "partyId");
        if (leaving is not null && joining is not null && leaving.Side != joining.Side)
            throw new RuleViolationException("party.other-side", "A successor stands on the side of who left.", "parties", "party");
        if (leaving is not null && joining is null && !PresentParties.Any(p => p.Id != leaving.Id))
            throw new RuleViolationException("parties.none", "At least one party stays.", "domain 12", "partyId");
        Party[] present = [.. PresentParties.Where(p => p.Id != leaving?.Id), .. joining is null ? [] : (Party[])[joining]];
        if (OpenCase is not null)
            RequireTwoSides(present);
        var texts = new Dictionary<string, string?> { ["reason"] = reason };
        if (joining is not null)
            AddTexts(texts, joining);
        Take(DisputeAction.ChangeParties, JournalEvent.PartiesChanged, step, file => file with
        {
            Parties =
            [
                .. file.Parties.Select(p => p.Id == leaving?.Id ? p with { Removal = new PartyRemoval(step.On, joining?.Id) } : p),
                .. joining is null ? [] : (Party[])[joining],
            ],
            Cases = leaving is null || AgreedCase is not { } agreed ? file.Cases
                : [.. file.Cases.Select(c => c.Id == agreed.Id ? c with { Agreement = c.Agreement!.WithSuccessor(leaving.Id, joining?.Id) } : c)],
        },
        new JsonObject { ["action"] = action.ToString(), ["left"] = leaving?.Id.ToString(), ["joined"] = joining?.Id.ToString(), ["side"] = joining?.Side.ToString() }, texts);
    }

    /// <summary>Sends an administrative matter to the organ that decides it (domain 2.2); no committee may mediate it.</summary>
    public void ReferOut(Referral referral, Step step) =>
        Take(DisputeAction.ReferOut, JournalEvent.ReferredOut, step, file => file with
        {
            Referral = referral,
            Report = Left(file.Report, step.On, Reports.StockExitKind.ReferredOut),
        }, new JsonObject { ["organ"] = referral.Organ }, new() { ["receipt"] = referral.Receipt });

    /// <summary>Says which texts were lawfully erased; values and salts are gone (个人信息保护法 47).</summary>
    public void Erase(IReadOnlyCollection<string> fields, DisputeFile erased, string basis, Step step) =>
        Note(JournalEvent.Erased, step, _ => erased, new JsonObject { ["fields"] = Names(fields), ["basis"] = basis });

    /// <summary>The day of receipt moves the beginning of the history with it, and never behind what followed.</summary>
    DisputeFile WithReceipt(DisputeFile corrected)
    {
        var receivedOn = Shanghai.DateOf(corrected.ReceivedAt);
        if (receivedOn == Shanghai.DateOf(File.ReceivedAt))
            return corrected;
        DateOnly[] steps = [.. File.Cases.Select(c => c.AcceptedOn), .. File.Handovers.Select(h => h.SentOn), .. File.Referral is { } sent ? [sent.On] : (DateOnly[])[]];
        if (steps.Any(on => on < receivedOn))
            throw new RuleViolationException("correction.received-after-step", "It was not received after a step was taken.", "event dates", "new");
        return steps.Length > 0 || File.Status != DisputeStatus.Registered ? corrected : corrected with { LastStepOn = receivedOn, StatusSince = receivedOn };
    }

    static DisputeFile Excluded(DisputeFile file, Step step) => file with
    {
        ClosedOn = step.On,
        ClosedAt = step.Now,
        HolderId = file.ResponsibleId,
        Report = file.Report with { Excluded = true },
        Handovers = [.. file.Handovers.Select(h => h.State == HandoverState.Pending ? h with { State = HandoverState.Cancelled, DecidedOn = step.On } : h)],
    };
}
