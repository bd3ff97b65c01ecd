using System.Text.Json.Nodes;
using Mediation.Core.Domain.Clocks;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>
    /// The parties agreed. Oral is valid when reached (人民调解法 30) and refused only where a statute wants writing: medical (条例 39),
    /// labour (劳动争议调解仲裁法 14), land contract (土地承包仲裁法 10).
    /// </summary>
    public void Agree(Agreement agreement, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Agree);
        var open = RequireOpenCase();
        RefuseOralWhereForbidden(agreement.Form);
        CheckParties(agreement);
        RefuseImpossibleSignatures(agreement, step);
        if (PresentParties.Where(p => p.IsIdentified && p.Side != PartySide.ThirdParty).Any(p => p.Notice is null))
            throw new RuleViolationException("notice.missing", "A party to the agreement was not told of rights.", "人民调解法 23", "notices");
        var reached = agreement with { SignatoryIds = [.. Signatories.Select(p => p.Id)] };
        Take(DisputeAction.Agree, JournalEvent.AgreementReached, step,
            file => WithCase(file, open with { State = AgreedState(agreement.Form), Agreement = reached, EndedOn = step.On }) with
            {
                Report = Concluded(file.Report, step.On, open.Tier, success: true),
            },
            AgreementFacts(open, reached), AgreementTexts(reached));
    }

    /// <summary>Adds signatures and the seal to a written agreement, or writes an oral one down; its first effective day stays (domain 12).</summary>
    public void CompleteAgreement(Agreement completed, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.CompleteAgreement);
        var agreed = RequireAgreedCase();
        if (agreed.Agreement!.Form == AgreementForm.Written && agreed.Agreement.EffectiveOn(Signatories) is not null)
            throw new RuleViolationException("agreement.effective", "The agreement is in force; a new one needs a reopening.", "人民调解法 29", "signatures");
        CheckParties(completed);
        RefuseImpossibleSignatures(completed, step);
        var merged = agreed.Agreement with
        {
            Signatures = [.. agreed.Agreement.Signatures, .. completed.Signatures.Except(agreed.Agreement.Signatures)],
            MediatorSignedOn = completed.MediatorSignedOn ?? agreed.Agreement.MediatorSignedOn,
            SealedOn = completed.SealedOn ?? agreed.Agreement.SealedOn,
        };
        Take(DisputeAction.CompleteAgreement, JournalEvent.AgreementCompleted, step, file => WithCase(file, agreed with { Agreement = merged }),
            AgreementFacts(agreed, merged));
    }

    public void Perform(Guid obligationId, PerformanceRecord performance, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Perform);
        var agreed = RequireAgreedCase();
        var obligation = agreed.Agreement!.Obligations.FirstOrDefault(o => o.Id == obligationId)
            ?? throw new RuleViolationException("obligation.unknown", "The agreement has no such obligation.", "人民调解法 31", "obligationId");
        RefuseFuture(performance.On, step, "performedOn");
        if (performance.On < agreed.Agreement.ReachedOn)
            throw new RuleViolationException("performance.before-agreement", "Performed before it was agreed.", "event dates", "performedOn");
        if (obligation is { Continuing: false, Amount: { } owed } && obligation.Paid + (performance.Amount ?? 0) > owed)
            throw new RuleViolationException("performance.too-much", $"More than the {owed} yuan that are owed.", "人民调解法 31", "amount");
        var changed = obligation with { Performances = [.. obligation.Performances, performance] };
        var agreement = agreed.Agreement with { Obligations = [.. agreed.Agreement.Obligations.Select(o => o.Id == obligationId ? changed : o)] };
        var last = agreement.IsPerformed;
        Take(last ? DisputeAction.PerformLast : DisputeAction.Perform, JournalEvent.ObligationPerformed, step,
            file => WithCase(file, agreed with { State = last ? CaseState.Performed : CaseState.Performing, Agreement = agreement }),
            new JsonObject { ["obligation"] = obligationId.ToString(), ["on"] = performance.On.ToString("yyyy-MM-dd", null), ["amount"] = performance.Amount },
            new() { ["evidence"] = performance.Evidence });
    }

    public void FollowUp(FollowUpRecord visit, Step step) =>
        Take(DisputeAction.FollowUp, JournalEvent.FollowedUp, step, file => file with { FollowUps = [.. file.FollowUps, visit] },
            new JsonObject { ["on"] = visit.On.ToString("yyyy-MM-dd", null), ["by"] = visit.By.ToString(), ["performed"] = visit.Performed, ["relapse"] = visit.Relapse, ["satisfaction"] = visit.Satisfaction },
            new() { ["record"] = visit.Record });

    /// <summary>Closes what is performed, lawfully ended or in another organ's hands.</summary>
    public void Close(Step step) => Close(step, spot: false);

    void Close(Step step, bool spot)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Close);
        var settled = File.Status is DisputeStatus.Agreed or DisputeStatus.Performing or DisputeStatus.Performed;
        if (settled)
            RequireSettledForGood(spot);
        Take(DisputeAction.Close, JournalEvent.Closed, step, file => Closed(file, settled ? StockExitKind.Resolved : StockExitKind.LawfullyEnded, step),
            new JsonObject { ["settled"] = settled });
    }

    /// <summary>Opens a closed or performed matter again: an unlawful or unfair agreement, with both sides' consent (若干规定), or news from the organ.</summary>
    public void Reopen(string reason, Step step) =>
        Take(DisputeAction.Reopen, JournalEvent.Reopened, step, file => file with
        {
            ClosedOn = null,
            ClosedAt = null,
            HolderId = file.ResponsibleId,
            Report = file.ClosedOn is null && file.Referral is null ? file.Report : file.Report with { Reopenings = [.. file.Report.Reopenings, step.On] },
            Referral = null,
            ReopenedOn = step.On,
        }, [], new() { ["reason"] = reason });

    void RequireSettledForGood(bool spot)
    {
        var agreement = RequireAgreedCase().Agreement!;
        if (agreement.EffectiveOn(Signatories) is null)
            throw new RuleViolationException("agreement.not-effective", "A signature or the seal is missing; the agreement is not in force.", "人民调解法 29");
        if (!agreement.IsPerformed)
            throw new RuleViolationException("closure.not-performed", "Something that was agreed is not performed yet.", "人民调解法 31");
        // An open-ended duty is looked at once more before the file goes; what was settled at the table is looked at afterwards.
        if (!spot && File.FollowUps.Count == 0 && agreement.Obligations.Any(o => o.Continuing))
            throw new RuleViolationException("closure.follow-up-missing", "A continuing duty needs one follow-up before this matter is closed.", "domain 12");
    }

    static DisputeFile Closed(DisputeFile file, StockExitKind exit, Step step) => file with
    {
        ClosedOn = step.On,
        ClosedAt = step.Now,
        // What was sent to another organ left the stock on that day.
        Report = file.Referral is null ? Left(file.Report, step.On, exit) : file.Report,
        Cases = [.. file.Cases.Select(c => c.IsAgreed && c.State != CaseState.Voided ? c with { State = CaseState.Archived } : c)],
    };

    IEnumerable<Party> Signatories => DisputeWarnings.Signatories(File);

    static CaseState AgreedState(AgreementForm form) => form == AgreementForm.Oral ? CaseState.AgreedOral : CaseState.AgreedWritten;

    JsonObject AgreementFacts(MediationCase of, Agreement agreement) => new()
    {
        ["case"] = of.Id.ToString(), ["form"] = agreement.Form.ToString(),
        ["effectiveOn"] = agreement.EffectiveOn(Signatories)?.ToString("yyyy-MM-dd", null), ["obligations"] = agreement.Obligations.Count,
        ["amount"] = agreement.Obligations.Sum(o => o.Amount ?? 0),
        ["reachedOn"] = agreement.ReachedOn.ToString("yyyy-MM-dd", null), [JournalledAgreement.Dues] = JournalledAgreement.Write(agreement),
        ["signatures"] = agreement.Signatures.Count, ["sealedOn"] = agreement.SealedOn?.ToString("yyyy-MM-dd", null),
    };

    static Dictionary<string, string?> AgreementTexts(Agreement agreement)
    {
        var texts = new Dictionary<string, string?> { ["terms"] = agreement.Terms };
        foreach (var obligation in agreement.Obligations)
            texts[$"obligation.{obligation.Id}.act"] = obligation.Act;
        return texts;
    }
}
