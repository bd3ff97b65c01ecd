using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Domain.Assessment;

/// <summary>How the towns and villages of a district are scored in a year: items with weights, flags beside the score, bands. Local data (domain 8, 11).</summary>
public sealed record ScoringScheme
{
    public required int Year { get; init; }

    public required string Name { get; init; }

    /// <summary>Calendar days after the freezing in which a unit may appeal.</summary>
    public required int AppealDays { get; init; }

    public required IReadOnlyList<ScoreItem> Items { get; init; }

    public required IReadOnlyList<SchemeVeto> Vetoes { get; init; }

    /// <summary>The highest first.</summary>
    public required IReadOnlyList<ScoreBand> Bands { get; init; }

    /// <summary>What the items of a kind of unit add up to.</summary>
    public const decimal FullScore = 100;

    public IEnumerable<ScoreItem> Of(Tier unit) => Items.Where(item => item.Units.Contains(unit));

    /// <summary>The kinds of unit that it scores.</summary>
    public IEnumerable<Tier> Units => ((Tier[])[Tier.Town, Tier.Village]).Where(unit => Of(unit).Any());

    public ScoreBand BandOf(decimal score) => Bands.FirstOrDefault(band => score >= band.From) ?? Bands[^1];
}

/// <summary>One line of the sheet: an indicator against its target, or events that are counted.</summary>
public sealed record ScoreItem
{
    /// <summary>By which results, appeals and corrections name it.</summary>
    public required string Id { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }

    /// <summary>Whom it is asked of.</summary>
    public required IReadOnlyList<Tier> Units { get; init; }

    public Indicator? Indicator { get; init; }

    public ScoreEvent? Event { get; init; }

    /// <summary>Points when all is well.</summary>
    public required decimal Weight { get; init; }

    /// <summary>Percent from which on all is well; with `atMost` up to which.</summary>
    public decimal? Target { get; init; }

    public bool AtMost { get; init; }

    /// <summary>Points off for each event, or for each percentage point that the target is missed by; without it an indicator's points shrink in proportion.</summary>
    public decimal? Deduction { get; init; }

    /// <summary>The most that is taken off; default the whole weight.</summary>
    public decimal? Cap { get; init; }

    /// <summary>Points on top, for each event, or once from `bonusFrom` percent on.</summary>
    public decimal? Bonus { get; init; }

    public decimal? BonusFrom { get; init; }

    /// <summary>The most that is put on top.</summary>
    public decimal? BonusCap { get; init; }
}

/// <summary>What is counted beside the indicators, of the unit itself and not of those below it.</summary>
public enum ScoreEvent { ReportLate, MeetingMissing, RoundLate, RoundMissing, LedgerGap, YellowCard, RedCard, CardAnsweredInTime }

/// <summary>A flag that stands beside a unit's score; `below`: also for what happened in the places below it.</summary>
public sealed record SchemeVeto(VetoKind Kind, string Zh, string En, bool Below);

/// <summary>等次, from so many points on.</summary>
public sealed record ScoreBand(decimal From, string Zh, string En);
