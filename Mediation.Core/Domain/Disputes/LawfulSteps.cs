using Mediation.Core.Domain.Calendar;

namespace Mediation.Core.Domain.Disputes;

/// <summary>A way that is open to the parties, its statute, and until when it is.</summary>
public sealed record LawfulStepView(LawfulStep Step, string Basis, DateOnly? Until);

/// <summary>What the law leaves to the parties of an agreement: before and after a breach, with and without a court's confirmation.</summary>
public static class LawfulSteps
{
    public static IReadOnlyList<LawfulStepView> Of(DisputeFile file, Agreement agreement, WorkCalendar calendar, DateOnly today)
    {
        var effective = agreement.EffectiveOn(DisputeWarnings.Signatories(file));
        var lastDay = effective is { } day ? Confirmation.LastDay(day, calendar).Due : (DateOnly?)null;
        var state = Confirmation.StateOn(agreement, lastDay, today);
        var steps = new List<LawfulStepView>();
        if (CanApply(state) && today <= lastDay && Confirmation.NotConfirmable(file, agreement) is null)
            steps.Add(new(LawfulStep.JointConfirmation, "人民调解法 33", lastDay));
        if (agreement.Obligations.Any(o => o.IsBreached))
            steps.AddRange(AfterBreach(file, agreement, state));
        else if (state == ConfirmationState.Dismissed)
            // Changed by mediation, replaced by a new one, or taken to court.
            steps.AddRange([new(LawfulStep.NewAgreement, "民事诉讼法 206", null), new(LawfulStep.SuitOnAgreement, "民事诉讼法 206", null)]);
        return steps;
    }

    static IEnumerable<LawfulStepView> AfterBreach(DisputeFile file, Agreement agreement, ConfirmationState state)
    {
        // A settled matter that breaks out again is a new entry, linked to this one (domain 12).
        if (file.ClosedOn is not null)
            yield return new(LawfulStep.LinkedEntry, "domain 12", null);
        else
            yield return new(LawfulStep.UrgePerformance, "若干规定 37", null);
        if (state == ConfirmationState.ConfirmedValid)
        {
            yield return new(LawfulStep.Enforcement, "人民调解法 33，民事诉讼法 206", null);
            yield break;
        }
        if (state == ConfirmationState.Dismissed)
            yield return new(LawfulStep.NewAgreement, "民事诉讼法 206", null);
        yield return new(LawfulStep.SuitOnAgreement, "人民调解法 32", null);
        if (file.Type is DisputeType.MigrantWageArrears or DisputeType.OtherLabor)
        {
            if (agreement.Obligations.Any(o => o is { IsBreached: true, Amount: not null }))
                yield return new(LawfulStep.PaymentOrder, "劳动争议调解仲裁法 16", null);
            yield return new(LawfulStep.LabourArbitration, "劳动争议调解仲裁法 15", null);
        }
        if (file.ClosedOn is null)
            yield return new(LawfulStep.MediateAgain, "若干规定 37", null);
    }

    static bool CanApply(ConfirmationState state) =>
        state is ConfirmationState.NotApplied or ConfirmationState.NotAccepted or ConfirmationState.WithdrawnByParty;
}
