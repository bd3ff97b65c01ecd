using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Features.Reports;

/// <summary>A unit's report of a month as a list shows it.</summary>
public sealed record FilingItem
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    /// <summary>yyyy-MM.</summary>
    public required string Month { get; init; }

    public required AreaCode AreaCode { get; init; }

    public required string AreaName { get; init; }

    public required OrganisationRef Organisation { get; init; }

    public required FilingState State { get; init; }

    /// <summary>The day by which the month is sealed; it does not roll over rest days.</summary>
    public required DateOnly CutOff { get; init; }

    /// <summary>A signed nil return (零报告).</summary>
    public required bool Nil { get; init; }

    public FilingHand? Preparer { get; init; }

    public FilingHand? Reviewer { get; init; }

    public FilingHand? Submitter { get; init; }

    public FilingHand? Sealer { get; init; }

    public string? SealText { get; init; }

    /// <summary>The report of the unit above that took it in.</summary>
    public Guid? ParentId { get; init; }

    /// <summary>Why it was given back, while it is.</summary>
    public string? ReturnReason { get; init; }
}

/// <summary>A unit's report whole: its way, its figures with corrections, who below is in and who is missing, and what may be done next.</summary>
public sealed record FilingPage
{
    public required FilingItem Summary { get; init; }

    public required MonthlyReport Report { get; init; }

    public required IReadOnlyList<FilingUnit> Below { get; init; }

    public required IReadOnlyList<FilingUnit> Missing { get; init; }

    public FilingNarrative? Narrative { get; init; }

    public required IReadOnlyList<FilingStep> Steps { get; init; }

    public required IReadOnlyList<FilingAct> Can { get; init; }
}

/// <summary>A unit below: its report, if it has one, and whether it was taken in.</summary>
public sealed record FilingUnit(AreaCode AreaCode, string AreaName, Guid? ReportId, FilingState? State, bool Taken, DateTimeOffset? SubmittedAt);
