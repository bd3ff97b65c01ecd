using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Domain.Assessment;

/// <summary>A unit's score of a period, line by line with its evidence.</summary>
public sealed record UnitScore
{
    public required AreaCode AreaCode { get; init; }

    public required string AreaName { get; init; }

    public required IReadOnlyList<ScoredItem> Items { get; init; }

    public required IReadOnlyList<ScoreAdjustment> Adjustments { get; init; }

    /// <summary>Flags beside the score.</summary>
    public required IReadOnlyList<RaisedVeto> Vetoes { get; init; }

    /// <summary>Weights of the items that had something to be scored by.</summary>
    public required decimal ScoredWeight { get; init; }

    public required decimal Points { get; init; }

    public required decimal Bonus { get; init; }

    public required decimal Adjusted { get; init; }

    /// <summary>Of 100: what was scored stands for the whole, then bonus and adjustments; null when nothing was scored.</summary>
    public decimal? Score { get; init; }

    public ScoreBand? Band { get; init; }
}

/// <summary>One line of a unit's sheet.</summary>
public sealed record ScoredItem
{
    public required string Id { get; init; }
    public required string Zh { get; init; }
    public required string En { get; init; }
    public Indicator? Indicator { get; init; }
    public ScoreEvent? Event { get; init; }
    public required decimal Weight { get; init; }

    /// <summary>false: its denominator is 0, so it neither gives nor costs anything.</summary>
    public required bool Scored { get; init; }
    public decimal? Target { get; init; }
    public bool AtMost { get; init; }
    public int? Numerator { get; init; }
    public int? Denominator { get; init; }
    public decimal? Percent { get; init; }

    /// <summary>How many events were counted.</summary>
    public int? Count { get; init; }
    public required decimal Points { get; init; }
    public required decimal Deducted { get; init; }
    public required decimal Bonus { get; init; }

    /// <summary>How many stand behind it; the list holds the first of them.</summary>
    public required int EvidenceCount { get; init; }
    public required IReadOnlyList<ScoreEvidence> Evidence { get; init; }
}

/// <summary>Points that a person of the district takes off or puts on before the freezing, with reason and proof (瞒报、台账不全 and the like).</summary>
public sealed record ScoreAdjustment
{
    public const decimal Most = 100;

    public required Guid Id { get; init; }

    public required string Period { get; init; }

    public required AreaCode AreaCode { get; init; }

    /// <summary>Below 0 a deduction.</summary>
    public required decimal Points { get; init; }

    public required string Reason { get; init; }

    /// <summary>Where the proof stands: a document, a book, a page.</summary>
    public required string Evidence { get; init; }

    public Guid? DisputeId { get; init; }

    public required Hand By { get; init; }

    public Withdrawal? Withdrawn { get; init; }

    public ScoreAdjustment Withdraw(string reason, Hand by) => Withdrawn is null
        ? this with { Withdrawn = new Withdrawal(reason, by) }
        : throw new RuleViolationException("score.adjustment-withdrawn", "It was taken back already.", "domain 8");
}

/// <summary>A flag of the register that stands beside a unit's score.</summary>
public sealed record RaisedVeto(Guid FlagId, VetoKind Kind, string Zh, string En, DateOnly HappenedOn, AreaCode AreaCode, string Evidence);
