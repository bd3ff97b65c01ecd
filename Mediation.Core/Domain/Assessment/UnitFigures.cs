using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Domain.Assessment;

/// <summary>What was counted of a unit in a period, before any scheme: numbers and what stands behind them.</summary>
public sealed record UnitFigures
{
    public required AreaCode Area { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyDictionary<Indicator, IndicatorFigure> Indicators { get; init; }

    /// <summary>The events that happened; one that is not there did not.</summary>
    public required IReadOnlyDictionary<ScoreEvent, IReadOnlyList<ScoreEvidence>> Events { get; init; }
}

/// <summary>Both numbers of an indicator, and those that are missing from its numerator.</summary>
public sealed record IndicatorFigure(int Numerator, int Denominator, IReadOnlyList<ScoreEvidence> Short)
{
    public static IndicatorFigure None { get; } = new(0, 0, []);

    /// <summary>Half up to two decimals; without a denominator it is not scored.</summary>
    public decimal? Percent => Denominator == 0 ? null : ReportRows.Rate(Numerator, Denominator);
}

/// <summary>Why points were lost or won: a link to the matter or place, the day, and a word.</summary>
public sealed record ScoreEvidence
{
    public Guid? DisputeId { get; init; }

    public Guid? MediatorId { get; init; }

    public AreaCode? AreaCode { get; init; }

    public DateOnly? On { get; init; }

    /// <summary>yyyy-MM.</summary>
    public string? Month { get; init; }

    /// <summary>The name of an organisation or project; never that of a person, for results are kept for ever.</summary>
    public string? Note { get; init; }
}
