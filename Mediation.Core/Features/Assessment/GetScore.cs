using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>A frozen score with its evidence and its scheme, and beside it the appeals and what was corrected.</summary>
[Needs(Permission.ReadReports)]
public sealed record GetScore(Guid Id) : IQuery<ScoreView>;

public sealed record ScoreView
{
    /// <summary>As it was frozen; nothing changes it.</summary>
    public required ScoreResult Result { get; init; }
    public required DateOnly AppealUntil { get; init; }
    public required IReadOnlyList<ScoreAppeal> Appeals { get; init; }
    public required IReadOnlyList<ScoreCorrection> Corrections { get; init; }

    /// <summary>The score with the corrections; null while there are none.</summary>
    public CorrectedScore? Corrected { get; init; }

    /// <summary>Names of the operations that the viewer may send now.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

/// <summary>Finds and shows a frozen score.</summary>
[Scoped]
sealed class ResultReader(AssessmentDesk desk, ScoreStore scores)
{
    /// <summary>One of the viewer's area; of others there is none.</summary>
    public async Task<ScoreResult> Find(Guid id, CancellationToken ct) =>
        await scores.Result(desk.District, id, ct) is { } result && desk.Account.SeesArea && desk.Account.Area.Holds(result.Area) ? result : throw new NotFoundException("The score");

    public async Task<ScoreView> View(ScoreResult result, CancellationToken ct)
    {
        var (appeals, corrections) = (await scores.Appeals(desk.District, result.Id, ct), await scores.Corrections(desk.District, result.Id, ct));
        var pending = appeals.Any(one => one.Decision is null);
        return new ScoreView
        {
            Result = result, AppealUntil = result.AppealUntil, Appeals = appeals, Corrections = corrections, Corrected = result.With(corrections),
            Can =
            [
                .. MayAppeal(result) && !pending && desk.Today <= result.AppealUntil ? [nameof(FileAppeal)] : (string[])[],
                .. pending && desk.Account.May(Permission.Assess) ? [nameof(DecideAppeal)] : (string[])[],
            ],
        };
    }

    /// <summary>The scored unit itself, by whoever directs it.</summary>
    public bool MayAppeal(ScoreResult result) => desk.Account.SeesArea && desk.Account.Area == result.Area && desk.Account.May(Permission.Direct);
}

sealed class GetScoreHandler(ResultReader reader) : IQueryHandler<GetScore, ScoreView>
{
    public async Task<ScoreView> Handle(GetScore query, CancellationToken ct) => await reader.View(await reader.Find(query.Id, ct), ct);
}
