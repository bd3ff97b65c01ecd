using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;

namespace Mediation.Core.Domain.Reports;

/// <summary>What one dispute adds to an indicator's numerator and denominator.</summary>
public sealed record IndicatorMark(Indicator Indicator, int Numerator, int Denominator);

/// <summary>Counts the indicators of domain 8 from the files, by event dates; what is not due yet is in neither number.</summary>
public sealed class IndicatorCount(DateOnly from, DateOnly to, DateOnly today, ReportMeasures measures, Func<DateOnly, int, DateOnly> workdaysAfter)
{
    /// <summary>Groups of the platform's codes that no committee may mediate as such (domain 2.2).</summary>
    static readonly string[] Administrative = ["11", "12", "13", "14", "15", "16"];

    public IReadOnlyList<IndicatorMark> Of(DisputeFile file) => file.Report.Excluded
        ? []
        : [.. Intake(file).Concat(Endings(file)).Concat(file.Handovers.SelectMany(Handed)).Concat(Agreements(file)).Concat(Afterwards(file)).Concat(OnLedger(file))];

    bool In(DateOnly? day) => day >= from && day <= to;

    IEnumerable<IndicatorMark> Intake(DisputeFile file)
    {
        var received = In(file.Report.ReceivedOn) ? 1 : 0;
        if (received == 1 && !Administrative.Any(group => file.Subtype?.StartsWith(group, StringComparison.Ordinal) == true))
            yield return new(Indicator.AcceptanceRate, file.Cases.Any(one => one.State != CaseState.Rejected) ? 1 : 0, 1);

        var concluded = file.Report.Conclusions.Where(one => In(one.On)).GroupBy(one => Tallies.MonthOf(one.On)).Select(month => month.Last()).ToList();
        if (received + concluded.Count > 0)
            yield return new(Indicator.MediationRate, concluded.Count, received);
        if (concluded.Count > 0)
            yield return new(Indicator.SuccessRate, concluded.Count(one => one.Success), concluded.Count);

        var stock = received + file.Report.Reopenings.Count(on => In(on)) + (OpenStock.TierAt(file.Report, from.AddDays(-1)) is null ? 0 : 1);
        var resolved = file.Report.Exits.Count(exit => exit.Kind == StockExitKind.Resolved && In(exit.On));
        if (stock + resolved > 0)
            yield return new(Indicator.ResolutionRate, resolved, stock);
    }

    /// <summary>小事不出村、难事不出镇、大事不出区: the tier that settled it, of all that came to an end.</summary>
    IEnumerable<IndicatorMark> Endings(DisputeFile file)
    {
        var limit = measures.Difficult.Holds(file) ? measures.DifficultDays : measures.SimpleDays;
        foreach (var end in StockWalk.Of(file.Report).Where(one => In(one.On) && one.Counts.Resolved + one.Counts.ReferredOut + one.Counts.LawfullyEnded > 0))
        {
            var begun = file.Report.Reopenings.LastOrDefault(on => on <= end.On, file.Report.ReceivedOn);
            yield return new(Indicator.TimelinessRate, end.On.DayNumber - begun.DayNumber <= limit ? 1 : 0, 1);
            yield return new(Indicator.InVillageRate, end.Tier == Tier.Village ? end.Counts.Resolved : 0, 1);
            yield return new(Indicator.InTownRate, end.Tier != Tier.District ? end.Counts.Resolved : 0, 1);
            yield return new(Indicator.InDistrictRate, end.Counts.Resolved, 1);
        }
    }

    IEnumerable<IndicatorMark> Handed(Handover handover)
    {
        if (!In(handover.SentOn))
            yield break;
        var due = workdaysAfter(handover.SentOn, measures.HandoverWorkdays);
        if (handover.DecidedOn is not null || due < today)
            yield return new(Indicator.HandoverOnTimeRate, handover.DecidedOn <= due ? 1 : 0, 1);
    }

    IEnumerable<IndicatorMark> Agreements(DisputeFile file)
    {
        foreach (var agreement in file.Cases.Select(one => one.Agreement).OfType<Agreement>())
        {
            var due = agreement.Obligations.Where(one => In(one.DueOn) && one.DueOn < today).ToList();
            if (due.Count > 0)
                yield return new(Indicator.PerformanceRate, due.Count(one => one.IsPerformed), due.Count);

            // Not due for what was performed at once, unless the risk was yellow or red (domain 12).
            var visit = agreement.ReachedOn.AddDays(measures.FollowUpWithinDays);
            if (In(visit) && visit < today && (file.Level != RiskLevel.Green || !agreement.IsPerformedAtOnce))
                yield return new(Indicator.FollowUpRate, file.FollowUps.Any(one => one.On >= agreement.ReachedOn && one.On <= visit) ? 1 : 0, 1);

            if (In(agreement.ReachedOn) && agreement.Form == AgreementForm.Written)
                yield return new(Indicator.ConfirmationRate, agreement.Confirmation?.AppliedOn is null ? 0 : 1, 1);
            if (agreement.Confirmation is { DecidedOn: { } decided } confirmation && In(decided))
                yield return new(Indicator.ConfirmationValidRate, confirmation.State == ConfirmationState.ConfirmedValid ? 1 : 0, 1);
            if (In(agreement.ReachedOn))
                yield return new(Indicator.RelapseRate, WentBack(file, agreement) ? 1 : 0, 1);
        }
    }

    IEnumerable<IndicatorMark> Afterwards(DisputeFile file)
    {
        foreach (var review in file.Cases.SelectMany(one => one.Dossier?.Reviews ?? []).Where(one => In(one.On)))
            yield return new(Indicator.DossierPassRate, review.Verdict == ReviewVerdict.Passed ? 1 : 0, 1);
        foreach (var answer in file.FollowUps.Where(one => In(one.On) && one.Satisfaction is not null))
            yield return new(Indicator.SatisfactionRate, answer.Satisfaction >= measures.SatisfiedFrom ? 1 : 0, 1);
    }

    /// <summary>Every major matter and long petition has leader, unit and person (公开信 8), from the first day on the ledger until it is cleared.</summary>
    IEnumerable<IndicatorMark> OnLedger(DisputeFile file)
    {
        if (MajorLedger.IsOf(file) && MajorLedger.Since(file) <= to && !(file.Oversight.Clearance?.On < from))
            yield return new(Indicator.SponsorshipRate, MajorLedger.Gaps(file).Count == 0 && file.Oversight.Sponsorship!.AcceptedOn <= to ? 1 : 0, 1);
    }

    /// <summary>It broke out again, or went to court or to the petition office after the agreement.</summary>
    static bool WentBack(DisputeFile file, Agreement agreement) => file.Relapses.Count > 0
        || file.FollowUps.Any(one => one.Relapse && one.On >= agreement.ReachedOn)
        || file.LegalFacts.Any(one => one.Fact is LegalFact.CourtFiled or LegalFact.CourtFiledSimple or LegalFact.PetitionReceived && one.On > agreement.ReachedOn);
}
