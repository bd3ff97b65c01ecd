using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Domain.Assessment;

/// <summary>Computes a unit's score from what was counted: a pure function of scheme, figures, adjustments and flags.</summary>
public static class Scoring
{
    /// <summary>So many links are kept with a line; more are counted.</summary>
    public const int MostEvidence = 100;

    public static UnitScore Of(ScoringScheme scheme, Tier unit, UnitFigures figures, IReadOnlyList<ScoreAdjustment> adjustments, IEnumerable<VetoFlag> flags)
    {
        IReadOnlyList<ScoredItem> items = [.. scheme.Of(unit).Select(item => item.Indicator is { } indicator
            ? OfIndicator(item, figures.Indicators.GetValueOrDefault(indicator, IndicatorFigure.None))
            : OfEvent(item, figures.Events.GetValueOrDefault(item.Event!.Value, [])))];
        var (weight, points, bonus) = (items.Where(item => item.Scored).Sum(item => item.Weight), items.Sum(item => item.Points), items.Sum(item => item.Bonus));
        var adjusted = adjustments.Sum(one => one.Points);
        decimal? score = weight == 0 ? null : Math.Max(0, Half(points * ScoringScheme.FullScore / weight) + bonus + adjusted);
        return new UnitScore
        {
            AreaCode = figures.Area, AreaName = figures.Name, Items = items, Adjustments = adjustments, Vetoes = [.. Vetoes(scheme, figures, flags)], ScoredWeight = weight,
            Points = points, Bonus = bonus, Adjusted = adjusted, Score = score, Band = score is { } reached ? scheme.BandOf(reached) : null,
        };
    }

    static ScoredItem OfIndicator(ScoreItem item, IndicatorFigure figure)
    {
        var percent = figure.Percent;
        var lost = percent is { } reached ? Math.Min(item.Cap ?? item.Weight, Lost(item, reached)) : 0;
        return Line(item, scored: percent is not null, lost, item.Bonus is { } bonus && percent >= item.BonusFrom ? Math.Min(bonus, item.BonusCap!.Value) : 0, figure.Short) with
        {
            Numerator = figure.Numerator,
            Denominator = figure.Denominator,
            Percent = percent,
        };
    }

    static decimal Lost(ScoreItem item, decimal percent)
    {
        var missed = item.AtMost ? percent - item.Target!.Value : item.Target!.Value - percent;
        return missed <= 0 ? 0 : Half(item.Deduction is { } each ? each * missed : item.Weight * missed / item.Target.Value);
    }

    static ScoredItem OfEvent(ScoreItem item, IReadOnlyList<ScoreEvidence> events)
    {
        var lost = item.Weight == 0 ? 0 : Math.Min(item.Cap ?? item.Weight, events.Count * (item.Deduction ?? 0));
        return Line(item, scored: item.Weight > 0, lost, item.Bonus is { } bonus ? Math.Min(item.BonusCap!.Value, events.Count * bonus) : 0, events) with { Count = events.Count };
    }

    static ScoredItem Line(ScoreItem item, bool scored, decimal lost, decimal bonus, IReadOnlyList<ScoreEvidence> evidence) => new()
    {
        Id = item.Id, Zh = item.Zh, En = item.En, Indicator = item.Indicator, Event = item.Event, Weight = item.Weight, Scored = scored, Target = item.Target, AtMost = item.AtMost,
        Points = scored ? item.Weight - lost : 0, Deducted = scored ? lost : 0, Bonus = bonus, EvidenceCount = evidence.Count, Evidence = [.. evidence.Take(MostEvidence)],
    };

    static IEnumerable<RaisedVeto> Vetoes(ScoringScheme scheme, UnitFigures figures, IEnumerable<VetoFlag> flags) =>
        from flag in flags
        where flag.Withdrawn is null
        let veto = scheme.Vetoes.FirstOrDefault(one => one.Kind == flag.Kind)
        where veto is not null && (veto.Below ? figures.Area.Holds(flag.Area) : flag.Area == figures.Area)
        orderby flag.HappenedOn, flag.Id
        select new RaisedVeto(flag.Id, flag.Kind, veto.Zh, veto.En, flag.HappenedOn, flag.Area, flag.Evidence);

    static decimal Half(decimal points) => Math.Round(points, 2, MidpointRounding.AwayFromZero);
}
