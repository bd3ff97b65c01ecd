using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>The frozen scores of an area's units in a period, each with what was corrected beside it; without a period those of the latest.</summary>
[Needs(Permission.ReadReports)]
public sealed record ListScores(string? Period, Tier? Unit, AreaCode? Under) : IQuery<ScoreList>;

public sealed record ScoreList
{
    /// <summary>Null where nothing was frozen.</summary>
    public string? Period { get; init; }

    /// <summary>All that have frozen scores, the latest first.</summary>
    public required IReadOnlyList<string> Periods { get; init; }
    public required IReadOnlyList<ScoreLine> Items { get; init; }
}

public sealed record ScoreLine
{
    public required Guid Id { get; init; }
    public required AreaCode AreaCode { get; init; }
    public required string AreaName { get; init; }
    public required Tier Unit { get; init; }
    public decimal? Score { get; init; }
    public ScoreBand? Band { get; init; }

    /// <summary>Flags that stood beside it when it was frozen.</summary>
    public required int Vetoes { get; init; }
    public CorrectedScore? Corrected { get; init; }
    public required int PendingAppeals { get; init; }
    public required DateOnly AppealUntil { get; init; }
}

sealed class ListScoresValidator : AbstractValidator<ListScores>
{
    public ListScoresValidator()
    {
        RuleFor(q => q.Period).Must(period => period is null || ReportPeriod.Parse(period) is not null).WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
        RuleFor(q => q.Unit).NotEqual(Tier.District).WithErrorCode("range").WithMessage("Town or Village.");
    }
}

sealed class ListScoresHandler(AssessmentDesk desk, ScoreStore scores) : IQueryHandler<ListScores, ScoreList>
{
    public async Task<ScoreList> Handle(ListScores query, CancellationToken ct)
    {
        var under = desk.Within(query.Under);
        var periods = await scores.Periods(under, ct);
        var items = new List<ScoreLine>();
        if ((query.Period ?? (periods.Count > 0 ? periods[0] : null)) is not { } period)
            return new ScoreList { Periods = periods, Items = items };
        foreach (var result in (await scores.Results(under, period, ct)).Where(one => query.Unit is null || one.Unit == query.Unit))
            items.Add(new ScoreLine
            {
                Id = result.Id, AreaCode = result.Area, AreaName = result.Score.AreaName, Unit = result.Unit, Score = result.Score.Score, Band = result.Score.Band,
                Vetoes = result.Score.Vetoes.Count, Corrected = result.With(await scores.Corrections(desk.District, result.Id, ct)),
                PendingAppeals = (await scores.Appeals(desk.District, result.Id, ct)).Count(one => one.Decision is null), AppealUntil = result.AppealUntil,
            });
        return new ScoreList { Period = period, Periods = periods, Items = items };
    }
}
