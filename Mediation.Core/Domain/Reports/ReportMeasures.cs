using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Reports;

/// <summary>What is local in the justice return and the indicators (domain 8, 11): limits, and the words of the tables.</summary>
public sealed record ReportMeasures
{
    public required DifficultCases Difficult { get; init; }

    /// <summary>Days from receipt to the end, of a simple and of a difficult matter (及时率).</summary>
    public required int SimpleDays { get; init; }

    public required int DifficultDays { get; init; }

    /// <summary>Working days in which a handover is decided.</summary>
    public required int HandoverWorkdays { get; init; }

    /// <summary>Days after the agreement in which it is followed up.</summary>
    public required int FollowUpWithinDays { get; init; }

    /// <summary>Of 1 to 5, from which on an answer counts as satisfied.</summary>
    public required int SatisfiedFrom { get; init; }

    /// <summary>Yuan for a case by its kind (以案定补).</summary>
    public required IReadOnlyDictionary<SubsidyKind, decimal> Subsidies { get; init; }

    /// <summary>Hours of training; a definition of before they were counted has none, and nobody is scored by them.</summary>
    public TrainingTargets? Training { get; init; }

    public required IReadOnlyList<IndicatorWords> Indicators { get; init; }

    /// <summary>The items of the justice return (domain 5.6) by their numbers.</summary>
    public required IReadOnlyDictionary<string, string> Justice { get; init; }

    public required IReadOnlyDictionary<string, string> JusticeChecks { get; init; }
}

/// <summary>疑难复杂: by type, by level, or from so many people on.</summary>
public sealed record DifficultCases(IReadOnlyList<DisputeType> Types, IReadOnlyList<RiskLevel> Levels, int FromPeople)
{
    public bool Holds(DisputeFile file) => Types.Contains(file.Type) || Levels.Contains(file.Level) || file.PeopleInvolved >= FromPeople;
}

/// <summary>An indicator's name and formula.</summary>
public sealed record IndicatorWords(Indicator Id, string Zh, string En, string Formula);

/// <summary>The indicators of domain 8; the vetoes there are flags and no rates.</summary>
public enum Indicator
{
    ScreeningSubmitRate, AcceptanceRate, MediationRate, SuccessRate, ResolutionRate, TimelinessRate, HandoverOnTimeRate, PerformanceRate, FollowUpRate,
    DossierPassRate, SatisfactionRate, ConfirmationRate, ConfirmationValidRate, RelapseRate, InVillageRate, InTownRate, InDistrictRate,
    SponsorshipRate, StabilityAssessmentRate, TrainingRate,
}
