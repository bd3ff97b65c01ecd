using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Supervision;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    const int MostVisits = 200;

    /// <summary>Puts the matter on a ledger by hand; the major one counts it in the report from its beginning (contract 3).</summary>
    public void MarkLedger(LedgerKind ledger, string reason, Step step)
    {
        RequireSupervisable(step);
        var (mark, now) = (new LedgerMark(step.On, reason), File.Oversight);
        if (now.Clearance is null && (ledger == LedgerKind.Major ? now.Major : now.LongPetition) is not null)
            throw new RuleViolationException("ledger.marked", "It stands on this ledger already.", "domain 5.3", "ledger");
        var marked = ledger == LedgerKind.Major ? now with { Major = mark, Clearance = null } : now with { LongPetition = mark, Clearance = null };
        Write(JournalEvent.LedgerMarked, step,
            File with { Oversight = marked, Report = ledger == LedgerKind.Major && !File.Report.Major ? File.Report with { Major = true } : File.Report },
            new JsonObject { ["ledger"] = ledger.ToString() }, new() { ["supervision.reason"] = reason });
    }

    /// <summary>Names leader, unit and person, or some of them (the letter's section 8 asks for all three); later ones take the place of the earlier.</summary>
    public void Sponsor(Sponsorship named, Step step)
    {
        RequireSupervisable(step);
        if (!MajorLedger.Holds(File))
            throw new RuleViolationException("sponsorship.not-on-ledger", "Only a major matter or a long petition has a sponsor; put it on the ledger.", "公开信 8");
        if (named.DueOn < named.AcceptedOn)
            throw new RuleViolationException("sponsorship.due-before-acceptance", "Due before it was accepted.", "event dates", "dueOn");
        RefuseFuture(named.AcceptedOn, step, "acceptedOn");
        var before = File.Oversight.Sponsorship;
        var kept = before is null ? named : named with { Stage = before.Stage, Result = before.Result, ConfirmedBy = before.ConfirmedBy, ConfirmedOn = before.ConfirmedOn, Visits = before.Visits };
        Write(JournalEvent.SponsorshipSet, step, Overseen(o => o with { Sponsorship = kept }), new JsonObject
        {
            ["leaderTier"] = kept.LeaderTier?.ToString(), ["acceptedOn"] = Day(kept.AcceptedOn), ["dueOn"] = Day(kept.DueOn), ["complete"] = kept.IsComplete,
        },
        new()
        {
            ["supervision.leader"] = kept.LeaderName is null ? null : $"{kept.LeaderName} {kept.LeaderPost}".Trim(), ["supervision.unit"] = kept.Unit,
            ["supervision.person"] = kept.Person, ["supervision.plan"] = kept.Plan,
        });
    }

    /// <summary>The leader went there or received the parties.</summary>
    public void RecordSponsorVisit(SponsorVisit visit, Step step)
    {
        RequireSupervisable(step);
        var sponsorship = RequireSponsorship();
        if (sponsorship.LeaderName is null)
            throw new RuleViolationException("sponsorship.no-leader", "Name the leader first.", "公开信 8");
        if (visit.On < sponsorship.AcceptedOn)
            throw new RuleViolationException("sponsorship.visit-before-acceptance", "Visited before the leader accepted the matter.", "event dates", "visitedOn");
        RefuseFuture(visit.On, step, "visitedOn");
        if (sponsorship.Visits.Count == MostVisits)
            throw new RuleViolationException("sponsorship.visits-full", $"At most {MostVisits} visits.", "domain 5.3");
        var stage = sponsorship.Stage == SponsorshipStage.Planned ? SponsorshipStage.UnderWay : sponsorship.Stage;
        Write(JournalEvent.SponsorVisited, step, Overseen(o => o with { Sponsorship = sponsorship with { Visits = [.. sponsorship.Visits, visit], Stage = stage } }),
            new JsonObject { ["on"] = Day(visit.On), ["kind"] = visit.Kind.ToString() }, new() { ["supervision.visit"] = visit.Record });
    }

    /// <summary>How far it is. Confirmed is said of what has come to an end, with its result and by whom; it closes no case (domain 12).</summary>
    public void AdvanceSponsorship(SponsorshipStage stage, string? result, string? confirmedBy, Step step)
    {
        RequireSupervisable(step);
        var sponsorship = RequireSponsorship();
        if (stage is SponsorshipStage.Resolved or SponsorshipStage.Confirmed && File.Status is not (DisputeStatus.Performed or DisputeStatus.Closed))
            throw new RuleViolationException("sponsorship.not-ended", "The matter has not come to an end.", "domain 5.3", "stage");
        if (stage is SponsorshipStage.Resolved or SponsorshipStage.Confirmed && (result ?? sponsorship.Result) is null)
            throw new RuleViolationException("sponsorship.result-missing", "Say what came of it.", "domain 5.3", "result");
        if (stage == SponsorshipStage.Confirmed && confirmedBy is null)
            throw new RuleViolationException("sponsorship.confirmer-missing", "Say who confirms it.", "domain 5.3", "confirmedBy");
        var confirmed = stage == SponsorshipStage.Confirmed;
        Write(JournalEvent.SponsorshipAdvanced, step, Overseen(o => o with
        {
            Sponsorship = sponsorship with
            {
                Stage = stage,
                Result = result ?? sponsorship.Result,
                ConfirmedBy = confirmed ? confirmedBy : null,
                ConfirmedOn = confirmed ? step.On : null,
            },
        }),
        new JsonObject { ["stage"] = stage.ToString() }, new() { ["supervision.result"] = result, ["supervision.confirmedBy"] = confirmed ? confirmedBy : null });
    }

    /// <summary>
    /// Removes it from the ledger (销号): resolved or lawfully ended, followed up, proved, nothing standing against it, and approved by a higher tier than the
    /// handler's, which for the district's own matters is the city's paper (domain 5.3).
    /// </summary>
    public void ClearLedger(LedgerClearance clearance, Tier approver, Step step)
    {
        RequireSupervisable(step);
        if (!MajorLedger.Holds(File))
            throw new RuleViolationException("clearance.not-on-ledger", "It does not stand on the ledger.", "domain 5.3");
        if (clearance.Proof.Except(MajorLedger.Proofs(File).Select(a => a.Id)).Any())
            throw new RuleViolationException("attachment.unknown", "The dispute has no such file.", "domain 5.3", "proof");
        var missing = MajorLedger.Missing(File, clearance.Proof.Count);
        if (missing.Count > 0)
            throw Refused(missing);
        if (approver <= File.Tier && (File.Tier != Tier.District || clearance.ApprovedAbove is null))
            throw new RuleViolationException(
                "clearance.approver-tier", "A tier above the handler's approves; for the district's own matters name the office above and its paper.", "domain 5.3",
                File.Tier == Tier.District ? "approvedAbove" : null);
        Write(JournalEvent.LedgerCleared, step, Overseen(o => o with { Clearance = clearance }),
            new JsonObject { ["proof"] = Names(clearance.Proof) },
            new() { ["supervision.clearance"] = clearance.Note, ["supervision.approvedAbove"] = clearance.ApprovedAbove });
    }

    static RuleViolationException Refused(IReadOnlyList<ClearanceNeed> missing)
    {
        var all = $"Missing: {string.Join(", ", missing)}.";
        return missing[0] switch
        {
            ClearanceNeed.Ended => new RuleViolationException("clearance.not-ended", all, "domain 5.3"),
            ClearanceNeed.FollowedUp => new RuleViolationException("clearance.follow-up-missing", all, "domain 5.3"),
            ClearanceNeed.Proof => new RuleViolationException("clearance.proof-missing", all, "domain 5.3", "proof"),
            ClearanceNeed.CardCancelled => new RuleViolationException("clearance.card-stands", all, "domain 5.3"),
            ClearanceNeed.ListingLifted => new RuleViolationException("clearance.listing-stands", all, "domain 5.3"),
        };
    }

    Sponsorship RequireSponsorship() => File.Oversight.Sponsorship
        ?? throw new RuleViolationException("sponsorship.none", "The matter has no sponsor yet.", "公开信 8");

    /// <summary>Everything here is a note: it moves neither status nor dates, and is not taken back with a step.</summary>
    void RequireSupervisable(Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Supervise);
        RefuseFuture(step.On, step, "on");
    }

    DisputeFile Overseen(Func<Oversight, Oversight> change) => File with { Oversight = change(File.Oversight) };
}
