using Mediation.Core.Domain.Calendar;

namespace Mediation.Core.Domain.Disputes;

/// <summary>One move of a confirmation, as it was told.</summary>
public sealed record ConfirmationStep
{
    public required ConfirmationMove Move { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Parties, or agents who apply for them.</summary>
    public IReadOnlyList<Guid> ApplicantIds { get; init; } = [];

    public string? Court { get; init; }

    public string? CaseNumber { get; init; }

    public ConfirmationGround? Ground { get; init; }
}

/// <summary>The small machine of domain 4.5; its article numbers are those of the 2022 text of 民事诉讼法解释 and the 2023 text of 民事诉讼法.</summary>
public static class Confirmation
{
    /// <summary>Calendar days from the effective day (人民调解法 33).</summary>
    public const int Days = 30;

    /// <summary>Every legal move is a line here; that the days ran out is computed, never stored.</summary>
    public static ConfirmationState After(ConfirmationState from, ConfirmationMove move) => (from, move) switch
    {
        (ConfirmationState.NotApplied, ConfirmationMove.Apply) => ConfirmationState.Applied,
        // The wrong court, or a paper that was missing: within the thirty days they may come again.
        (ConfirmationState.NotAccepted or ConfirmationState.WithdrawnByParty, ConfirmationMove.Apply) => ConfirmationState.Applied,
        (ConfirmationState.Applied, ConfirmationMove.Accept) => ConfirmationState.UnderReview,
        (ConfirmationState.Applied, ConfirmationMove.Refuse) => ConfirmationState.NotAccepted,
        // What turns out later to be one of the five grounds is dismissed on it too (解释 355, last paragraph).
        (ConfirmationState.UnderReview, ConfirmationMove.Confirm) => ConfirmationState.ConfirmedValid,
        (ConfirmationState.UnderReview, ConfirmationMove.Dismiss) => ConfirmationState.Dismissed,
        (ConfirmationState.Applied or ConfirmationState.UnderReview, ConfirmationMove.Withdraw) => ConfirmationState.WithdrawnByParty,
        (ConfirmationState.ConfirmedValid or ConfirmationState.Dismissed, ConfirmationMove.Receive) => from,
        _ => throw new RuleViolationException("confirmation.illegal-move", $"A confirmation that is {from} cannot take {move}.", "民事诉讼法 205-206", "move"),
    };

    /// <summary>The first five are of article 355, the others of 358.</summary>
    public static bool IsRefusal(ConfirmationGround ground) => ground <= ConfirmationGround.TitleConfirmation;

    public static string Statute(ConfirmationGround ground) =>
        IsRefusal(ground) ? $"民事诉讼法解释 355({(int)ground + 1})" : $"民事诉讼法解释 358({ground - ConfirmationGround.MandatoryLaw + 1})";

    /// <summary>What no court confirms: status, unless the agreement is said to leave it alone, and title; null when nothing stands against it.</summary>
    public static ConfirmationGround? NotConfirmable(DisputeFile file, Agreement agreement) =>
        agreement.DecidesStatus ?? (file.Type == DisputeType.MarriageFamily && file.Subtype == "0101") ? ConfirmationGround.StatusRelation
        : agreement.DecidesTitle ? ConfirmationGround.TitleConfirmation : null;

    /// <summary>The last day to apply: thirty calendar days, rolling over days of rest (民法典 201, 203).</summary>
    public static Deadline LastDay(DateOnly effectiveOn, WorkCalendar calendar) => calendar.Due(effectiveOn, Days, TimeUnit.Day);

    /// <summary>The stored state, or that the days ran out unused.</summary>
    public static ConfirmationState StateOn(Agreement agreement, DateOnly? lastDay, DateOnly today) =>
        agreement.Confirmation?.State is not (null or ConfirmationState.NotApplied) and var state ? state!.Value
        : today > lastDay ? ConfirmationState.Expired : ConfirmationState.NotApplied;

    internal static void CheckGround(ConfirmationStep move)
    {
        var fits = move.Move switch
        {
            ConfirmationMove.Refuse => move.Ground is { } refusal && IsRefusal(refusal),
            ConfirmationMove.Dismiss => move.Ground is not null,
            _ => move.Ground is null,
        };
        if (!fits)
            throw new RuleViolationException(
                "confirmation.ground", "Not accepted and dismissed each have a ground of their own article, other moves have none.",
                move.Move == ConfirmationMove.Dismiss ? "民事诉讼法解释 358" : "民事诉讼法解释 355", "ground");
    }

    internal static JudicialConfirmation Moved(JudicialConfirmation? before, ConfirmationStep move, ConfirmationState next)
    {
        // A second application starts afresh.
        var stood = move.Move == ConfirmationMove.Apply || before is null ? new JudicialConfirmation { State = next, ApplicantIds = move.ApplicantIds } : before;
        var moved = stood with
        {
            State = next,
            MovedOn = move.On,
            Court = move.Court ?? stood.Court,
            CaseNumber = move.CaseNumber ?? stood.CaseNumber,
            Ground = move.Ground ?? stood.Ground,
        };
        return move.Move switch
        {
            ConfirmationMove.Apply => moved with { AppliedOn = move.On },
            ConfirmationMove.Accept => moved with { FiledOn = move.On },
            ConfirmationMove.Receive => moved with { ReceivedOn = move.On },
            ConfirmationMove.Refuse or ConfirmationMove.Confirm or ConfirmationMove.Dismiss => moved with { DecidedOn = move.On },
            ConfirmationMove.Withdraw => moved,
        };
    }
}
