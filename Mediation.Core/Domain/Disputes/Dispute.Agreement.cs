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
        RefuseOralWhereForbidden(agreement);
        RequireConfirmationTold(agreement);
        CheckParties(agreement);
        RequireFairness(Hurdle.Agreement, agreement);
        CheckObligations(agreement);
        CheckSignatures(agreement, step);
        CheckBindings(agreement, step);
        RequireOwnWaivers(agreement);
        if (PresentParties.Where(p => p.IsIdentified && p.Side != PartySide.ThirdParty).Any(p => p.Notice is null))
            throw new RuleViolationException("notice.missing", "A party to the agreement was not told of rights.", "人民调解法 23", "notices");
        var reached = agreement with { SignatoryIds = [.. Signatories.Select(p => p.Id)], Number = NumberOfAgreement(open) };
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
        if (agreed.Agreement!.WholeOn(Signatories) is not null)
            throw new RuleViolationException("agreement.effective", "The agreement is whole; a new one needs a reopening.", "人民调解法 29", "signatures");
        CheckParties(completed);
        var merged = agreed.Agreement with
        {
            Signatures = [.. agreed.Agreement.Signatures, .. completed.Signatures.Except(agreed.Agreement.Signatures)],
            MediatorSignedOn = completed.MediatorSignedOn ?? agreed.Agreement.MediatorSignedOn,
            SealedOn = completed.SealedOn ?? agreed.Agreement.SealedOn,
            FormSerial = completed.FormSerial ?? agreed.Agreement.FormSerial,
            ConfirmationTold = completed.ConfirmationTold || agreed.Agreement.ConfirmationTold,
            StrokesChosenBy = [.. agreed.Agreement.StrokesChosenBy.Union(completed.StrokesChosenBy)],
            Bindings = completed.Bindings.Count > 0 ? completed.Bindings : agreed.Agreement.Bindings,
        };
        // Whoever signed before and left since is no party any more; only the new marks are looked at.
        CheckSignatures(merged with { Signatures = completed.Signatures }, step);
        CheckBindings(merged, step);
        RequireOwnWaivers(merged);
        if (merged.Obligations.SelectMany(o => o.Shares).Any(s => merged.Bindings.Any(b => b.MemberId == s.MemberId && b.Binding == Binding.NotBound)))
            throw new RuleViolationException("obligation.share-not-bound", "Who is not bound neither owes nor gets a share.", "民法典 465", "bindings");
        Take(DisputeAction.CompleteAgreement, JournalEvent.AgreementCompleted, step, file => WithCase(file, agreed with { Agreement = merged }),
            AgreementFacts(agreed, merged));
    }

    /// <summary>Closes what is performed, lawfully ended or in another organ's hands.</summary>
    public void Close(Step step) => Close(step, spot: false);

    void Close(Step step, bool spot)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.Close);
        var settled = File.Status is DisputeStatus.Agreed or DisputeStatus.Performing or DisputeStatus.Performed;
        RequireFairness(Hurdle.Closure);
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
            // It stands on the ledger again.
            Oversight = file.Oversight.Clearance is null ? file.Oversight : file.Oversight with { Clearance = null },
        }, [], new() { ["reason"] = reason });

    void RequireSettledForGood(bool spot)
    {
        var agreement = RequireAgreedCase().Agreement!;
        if (agreement.EffectiveOn(Signatories) is null)
            throw new RuleViolationException("agreement.not-effective", "A signature or the seal is missing; the agreement is not in force.", "人民调解法 29");
        if (!agreement.IsPerformed || agreement.Obligations.Any(o => o.IsBreached))
            throw new RuleViolationException("closure.not-performed", "Something that was agreed is not performed yet.", "人民调解法 31");
        // An open-ended duty is looked at once more before the file goes; what was settled at the table is looked at afterwards.
        if (!spot && !agreement.IsFollowedUp(File) && agreement.Obligations.Any(o => o.Continuing))
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

    /// <summary>The case's number, with -2 for the second agreement that was reached under it (domain 6); null: the number itself.</summary>
    string? NumberOfAgreement(MediationCase open)
    {
        var earlier = open.Number is null ? 0 : File.Cases.Count(c => c.Id != open.Id && c.IsAgreed && c.State != CaseState.Voided && c.Number == open.Number);
        return earlier == 0 ? null : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{open.Number}-{earlier + 1}");
    }

    static CaseState AgreedState(AgreementForm form) => form == AgreementForm.Oral ? CaseState.AgreedOral : CaseState.AgreedWritten;

    JsonObject AgreementFacts(MediationCase of, Agreement agreement) => new()
    {
        ["case"] = of.Id.ToString(), ["form"] = agreement.Form.ToString(),
        ["effectiveOn"] = agreement.EffectiveOn(Signatories)?.ToString("yyyy-MM-dd", null), ["obligations"] = agreement.Obligations.Count,
        ["amount"] = agreement.Obligations.Sum(o => o.Amount ?? 0),
        ["number"] = agreement.Number, ["formSerial"] = agreement.FormSerial, ["waives"] = agreement.WaivesClaims,
        ["confirmationTold"] = agreement.ConfirmationTold, ["bound"] = agreement.Bindings.Count(b => b.Binding != Binding.NotBound),
        ["strokes"] = Names(agreement.Signatures.Select(s => s.StrokeId).OfType<Guid>()),
        ["reachedOn"] = agreement.ReachedOn.ToString("yyyy-MM-dd", null), [JournalledAgreement.Dues] = JournalledAgreement.Write(agreement),
        ["signatures"] = agreement.Signatures.Count, ["sealedOn"] = agreement.SealedOn?.ToString("yyyy-MM-dd", null),
    };

    static Dictionary<string, string?> AgreementTexts(Agreement agreement)
    {
        var texts = new Dictionary<string, string?> { ["terms"] = agreement.Terms };
        foreach (var obligation in agreement.Obligations)
        {
            texts[$"obligation.{obligation.Id}.act"] = obligation.Act;
            texts[$"obligation.{obligation.Id}.method"] = obligation.Method;
        }
        return texts;
    }
}
