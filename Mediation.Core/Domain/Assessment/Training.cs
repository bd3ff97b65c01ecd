using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Domain.Assessment;

/// <summary>岗前、技能、年度 (domain 3.2): what a training counts for.</summary>
public enum TrainingKind { Induction, Skills, Yearly }

/// <summary>A training that was held, with those who attended; a wrong one is voided and entered anew.</summary>
public sealed record Training
{
    public const int MostAttendees = 500;

    const string Basis = "人民调解法 14";

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Of the office that keeps the record.</summary>
    public required AreaCode Area { get; init; }

    public required DateOnly HeldOn { get; init; }

    public required TrainingKind Kind { get; init; }

    /// <summary>In halves of an hour.</summary>
    public required decimal Hours { get; init; }

    public required string Organiser { get; init; }

    public required string Subject { get; init; }

    public required IReadOnlyList<Guid> MediatorIds { get; init; }

    public required Hand RecordedBy { get; init; }

    public Withdrawal? Voided { get; init; }

    public Training Void(string reason, Hand by) => Voided is null
        ? this with { Voided = new Withdrawal(reason, by) }
        : throw new RuleViolationException("training.voided", "It was voided already.", Basis);
}

/// <summary>Hours that a mediator should have: the first two in the first year of office, the third in each later one. Local data (domain 3.2, 11).</summary>
public sealed record TrainingTargets(decimal InductionHours, decimal SkillsHours, decimal YearlyHours);

/// <summary>What one mediator has of a year's hours, by kind, against what was to be had.</summary>
public sealed record TrainingYear(decimal Induction, decimal Skills, decimal Yearly, bool FirstYear)
{
    public decimal Total => Induction + Skills + Yearly;

    /// <summary>A newcomer's first year asks for induction and skills; later years for hours of whatever kind.</summary>
    public bool Meets(TrainingTargets targets) => FirstYear
        ? Induction >= targets.InductionHours && Skills >= targets.SkillsHours
        : Total >= targets.YearlyHours;

    /// <summary>Hours that are still to be had.</summary>
    public decimal Missing(TrainingTargets targets) => FirstYear
        ? Math.Max(0, targets.InductionHours - Induction) + Math.Max(0, targets.SkillsHours - Skills)
        : Math.Max(0, targets.YearlyHours - Total);

    /// <summary>In office on the last day, and known by then: those are to be trained.</summary>
    public static bool Counts(Mediator mediator, DateOnly lastDay) => mediator.History[0].From <= lastDay && mediator.StatusOn(lastDay) == MediatorStatus.Active;

    public static bool IsFirstYear(Mediator mediator, int year) => mediator.History[0].From.Year == year;
}
