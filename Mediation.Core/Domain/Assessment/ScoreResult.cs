using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Domain.Assessment;

/// <summary>A unit's score of a period as it was frozen, with the scheme by which it was computed. Nothing changes it ever again.</summary>
public sealed record ScoreResult
{
    public required Guid Id { get; init; }

    public required string Period { get; init; }

    public required Tier Unit { get; init; }

    public required UnitScore Score { get; init; }

    public required ScoringScheme Scheme { get; init; }

    /// <summary>Of the scheme.</summary>
    public required int SchemeVersion { get; init; }

    public required Hand FrozenBy { get; init; }

    /// <summary>The last day of an appeal.</summary>
    public DateOnly AppealUntil => Shanghai.DateOf(FrozenBy.At).AddDays(Scheme.AppealDays);

    public AreaCode Area => Score.AreaCode;

    /// <summary>A unit appeals once at a time, by the last day.</summary>
    public void RequireAppeal(ScoreAppeal appeal, IReadOnlyList<ScoreAppeal> known, DateOnly today)
    {
        if (today > AppealUntil)
            throw new RuleViolationException("appeal.too-late", $"Appeals were taken until {AppealUntil:yyyy-MM-dd}.", Basis);
        if (known.Any(one => one.Decision is null))
            throw new RuleViolationException("appeal.pending", "An appeal is waiting for its decision.", Basis);
        if (appeal.ItemId is { } item && Score.Items.All(line => line.Id != item))
            throw new RuleViolationException("appeal.unknown-item", "The result has no such item.", Basis, "itemId");
    }

    /// <summary>What an upheld appeal puts beside the result: points of the item within its weight and bonus, or a flag that is lifted.</summary>
    public ScoreCorrection Correct(ScoreAppeal appeal, decimal points, VetoKind? lifts, string reason, IReadOnlyList<ScoreCorrection> before, Hand by)
    {
        if (points == 0 && lifts is null)
            throw new RuleViolationException("appeal.no-correction", "An upheld appeal changes points or lifts a flag.", Basis, "points");
        if (lifts is { } kind && Score.Vetoes.All(veto => veto.Kind != kind))
            throw new RuleViolationException("appeal.no-such-veto", "No such flag stands beside the result.", Basis, "liftsVeto");
        if (appeal.ItemId is { } id)
        {
            var (line, item) = (Score.Items.Single(one => one.Id == id), Scheme.Items.Single(one => one.Id == id));
            var now = line.Points + line.Bonus + before.Where(one => one.ItemId == id).Sum(one => one.Points) + points;
            if (now < 0 || now > item.Weight + (item.BonusCap ?? 0))
                throw new RuleViolationException("appeal.beyond-weight", $"The item would stand at {now} of {item.Weight + (item.BonusCap ?? 0)}.", Basis, "points");
        }
        return new ScoreCorrection(appeal.Id, appeal.ItemId, points, lifts, reason, by);
    }

    /// <summary>The score with what was corrected; the frozen one stands beside it.</summary>
    public CorrectedScore? With(IReadOnlyList<ScoreCorrection> corrections)
    {
        if (corrections.Count == 0)
            return null;
        decimal? score = Score.Score is { } frozen ? Math.Max(0, frozen + corrections.Sum(one => one.Points)) : null;
        return new CorrectedScore(score, score is { } reached ? Scheme.BandOf(reached) : null, [.. Score.Vetoes.Where(veto => corrections.All(one => one.LiftsVeto != veto.Kind))]);
    }

    const string Basis = "domain 8 (results frozen, appeal allowed)";
}

/// <summary>A scored unit does not agree.</summary>
public sealed record ScoreAppeal
{
    public required Guid Id { get; init; }

    public required Guid ResultId { get; init; }

    /// <summary>The line it is about; null: the result as a whole.</summary>
    public string? ItemId { get; init; }

    public required string Reason { get; init; }

    public string? Evidence { get; init; }

    public required Hand By { get; init; }

    public AppealDecision? Decision { get; init; }

    public ScoreAppeal Decide(bool upheld, string reason, Hand by) => Decision is null
        ? this with { Decision = new AppealDecision(upheld, reason, by) }
        : throw new RuleViolationException("appeal.decided", "It was decided already.", "domain 8");
}

public sealed record AppealDecision(bool Upheld, string Reason, Hand By);

/// <summary>What stands beside a frozen result since an appeal was upheld; points may be taken too.</summary>
public sealed record ScoreCorrection(Guid AppealId, string? ItemId, decimal Points, VetoKind? LiftsVeto, string Reason, Hand By);

public sealed record CorrectedScore(decimal? Score, ScoreBand? Band, IReadOnlyList<RaisedVeto> Vetoes);
