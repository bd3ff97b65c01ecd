using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>What the towns or villages of an area would be given for a period as things are now; nothing is kept.</summary>
[Needs(Permission.ReadReports)]
public sealed record PreviewScores(string? Period, Tier? Unit, AreaCode? Under) : IQuery<ScorePreview>;

public sealed record ScorePreview
{
    public required string Period { get; init; }
    public required Tier Unit { get; init; }

    /// <summary>Of the scheme.</summary>
    public required int Year { get; init; }
    public required int SchemeVersion { get; init; }

    /// <summary>Frozen already: adjustments are taken no more.</summary>
    public required bool Frozen { get; init; }

    /// <summary>From this day on it may be frozen: the period and its last cut-off are over.</summary>
    public required DateOnly FreezeFrom { get; init; }
    public required IReadOnlyList<UnitScore> Scores { get; init; }

    /// <summary>Names of the operations that the viewer may send now.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

sealed class PreviewScoresValidator : AbstractValidator<PreviewScores>
{
    public PreviewScoresValidator()
    {
        RuleFor(q => q.Period).Must(period => ReportPeriod.Parse(period) is not null).WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
        RuleFor(q => q.Unit).NotNull().WithErrorCode("required").NotEqual(Tier.District).WithErrorCode("range").WithMessage("Town or Village.");
    }
}

/// <summary>Applies a year's scheme to what was counted.</summary>
[Scoped]
sealed class ScoreReader(AssessmentDesk desk, ScoreStore scores, VetoStore vetoes, DbSession db, ReferenceData reference)
{
    public async Task<(ScoringScheme Scheme, int Version)> Scheme(ReportPeriod period, Tier unit, CancellationToken ct) =>
        await scores.Scheme(desk.District, period.First.Year, ct) is { } found && found.Scheme.Of(unit).Any()
            ? found : throw new RuleViolationException("score.no-scheme", $"{period.First.Year} has no scheme for a {unit}.", "domain 8", "period");

    public async Task<IReadOnlyList<UnitScore>> Scores(
        ScoringScheme scheme, Tier unit, ReportPeriod period, AreaCode under, IReadOnlyList<UnitFigures> figures, CancellationToken ct)
    {
        var adjustments = (await scores.Adjustments(under, period.ToString(), ct)).Where(one => one.Withdrawn is null).ToLookup(one => one.AreaCode);
        var flags = await vetoes.Of(under, period.First, period.LastDay, ct);
        return [.. figures.Select(one => Scoring.Of(scheme, unit, one, [.. adjustments[one.Area]], flags))];
    }

    public async Task<DateOnly> FreezeFrom(ReportPeriod period, CancellationToken ct) => (await reference.ReportDefinition(db, ct)).CutOff(period.LastDay).AddDays(1);
}

sealed class PreviewScoresHandler(AssessmentDesk desk, FiguresReader figures, ScoreReader reader, ScoreStore scores) : IQueryHandler<PreviewScores, ScorePreview>
{
    public async Task<ScorePreview> Handle(PreviewScores query, CancellationToken ct)
    {
        var (under, period, unit) = (desk.Within(query.Under), ReportPeriod.Parse(query.Period)!, query.Unit!.Value);
        var (scheme, version) = await reader.Scheme(period, unit, ct);
        var counted = await reader.Scores(scheme, unit, period, under, await figures.Of(under, unit, period, ct), ct);
        var frozen = (await scores.Results(under, period.ToString(), ct)).Any(result => result.Unit == unit);
        var freezeFrom = await reader.FreezeFrom(period, ct);
        var assesses = desk.Account.May(Permission.Assess) && !frozen;
        return new ScorePreview
        {
            Period = period.ToString(), Unit = unit, Year = scheme.Year, SchemeVersion = version, Frozen = frozen, FreezeFrom = freezeFrom, Scores = counted,
            Can = [.. assesses ? [nameof(AdjustScore)] : (string[])[], .. assesses && desk.Today >= freezeFrom ? [nameof(FreezeScores)] : (string[])[]],
        };
    }
}
