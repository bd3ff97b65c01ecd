using Mediation.Core.Domain.Clocks;

namespace Mediation.Core.Domain.Disputes;

/// <summary>Whether somebody has to look again after an agreement, and from which day the local days run (若干规定 36, domain 12).</summary>
public static class FollowUpRule
{
    /// <summary>
    /// Not after what was performed at once, unless the risk was yellow or red; once it was done, no more. From the performance, from the first
    /// act of a duty that goes on, and until then from the day on which the last part falls due. Null: none is due.
    /// </summary>
    public static DateOnly? From(DisputeFile file, Agreement agreement) =>
        IsDone(file, agreement) || file.Status is DisputeStatus.Voided or DisputeStatus.Merged ? null : From(AgreementFacts.Of(agreement, file), file.Level);

    /// <summary>The same without a look at whether it was done.</summary>
    public static DateOnly? From(AgreementFacts agreement, RiskLevel level)
    {
        if (agreement.EffectiveOn is not { } effective || agreement.IsPerformedAtOnce && level == RiskLevel.Green)
            return null;
        DateOnly[] days = agreement.IsPerformed
            ? [effective, .. agreement.Dues.Select(d => d.Continuing ? d.Performances.Min(p => p.On) : d.Performances.Max(p => p.On))]
            : [effective, .. agreement.Dues.Select(d => d.NextDueOn).OfType<DateOnly>()];
        return days.Max();
    }

    /// <summary>A visit or a call since the agreement; a photo is never required.</summary>
    public static bool IsDone(DisputeFile file, Agreement agreement) => file.FollowUps.Any(f => f.On >= agreement.ReachedOn);
}
