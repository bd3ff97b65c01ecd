using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Reports;

namespace Mediation.Tests.Domain.Assessment;

/// <summary>Schemes and figures as the tests of scoring need them.</summary>
static class Sheets
{
    public static readonly AreaCode Town = new(340803100000), Village = new(340803100204);

    public static readonly Hand ByHand = new(Guid.NewGuid(), "周试", new DateTimeOffset(2026, 11, 16, 1, 0, 0, TimeSpan.Zero));

    public static ScoreItem Rate(decimal weight, Indicator indicator = Indicator.SuccessRate, string id = "rate") =>
        new() { Id = id, Zh = "率", En = "Rate", Units = [Tier.Town], Indicator = indicator, Weight = weight, Target = 95 };

    public static ScoreItem Events(decimal weight, ScoreEvent happened = ScoreEvent.ReportLate, string id = "events") =>
        new() { Id = id, Zh = "事件", En = "Events", Units = [Tier.Town], Event = happened, Weight = weight, Deduction = weight > 0 ? 0.5m : null };

    public static ScoringScheme Scheme(params ScoreItem[] items) => new()
    {
        Year = 2026, Name = "考核办法", AppealDays = 7, Items = items,
        Vetoes = [new(VetoKind.MassIncident, "群体性事件", "Mass incident", Below: true), new(VetoKind.ConcealedReport, "瞒报", "Concealed report", Below: false)],
        Bands = [new(90, "优秀", "Excellent"), new(60, "合格", "Passed"), new(0, "不合格", "Failed")],
    };

    public static UnitFigures Figures(int numerator = 0, int denominator = 0, int events = 0, ScoreEvent happened = ScoreEvent.ReportLate) => new()
    {
        Area = Town, Name = "海口镇",
        Indicators = new Dictionary<Indicator, IndicatorFigure> { [Indicator.SuccessRate] = new(numerator, denominator, [.. Enumerable.Repeat(new ScoreEvidence(), denominator - numerator)]) },
        Events = events == 0 ? new Dictionary<ScoreEvent, IReadOnlyList<ScoreEvidence>>()
            : new Dictionary<ScoreEvent, IReadOnlyList<ScoreEvidence>> { [happened] = [.. Enumerable.Repeat(new ScoreEvidence { Month = "2026-10" }, events)] },
    };

    public static VetoFlag Flag(VetoKind kind, AreaCode area) => new()
    {
        Id = Guid.NewGuid(), Kind = kind, Area = area, HappenedOn = new DateOnly(2026, 10, 20), Evidence = "通报", RaisedBy = ByHand,
    };

    public static ScoreAdjustment Adjustment(decimal points) =>
        new() { Id = Guid.NewGuid(), Period = "2026-10", AreaCode = Town, Points = points, Reason = "台账缺失", Evidence = "通报", By = ByHand };

    public static UnitScore Score(ScoringScheme scheme, UnitFigures figures, decimal adjusted = 0, params VetoFlag[] flags) =>
        Scoring.Of(scheme, Tier.Town, figures, adjusted == 0 ? [] : [Adjustment(adjusted)], flags);

    public static ScoreResult Frozen(ScoringScheme scheme, UnitScore score) =>
        new() { Id = Guid.NewGuid(), Period = "2026-10", Unit = Tier.Town, Score = score, Scheme = scheme, SchemeVersion = 1, FrozenBy = ByHand };
}
