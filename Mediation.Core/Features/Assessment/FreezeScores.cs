using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>Freezes the scores of the district's towns or villages for a period that is over: from then on nothing changes them. The id is the command's.</summary>
[Needs(Permission.Assess)]
public sealed record FreezeScores : ICommand<FrozenScores>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public string? Period { get; init; }

    public Tier? Unit { get; init; }

    /// <summary>Counted beforehand, outside the write lane.</summary>
    [JsonIgnore]
    public IReadOnlyList<UnitFigures> Figures { get; init; } = [];
}

/// <summary>How many units were frozen, and whether this command did it.</summary>
public sealed record FrozenScores(string Period, Tier Unit, int Results, bool Created);

sealed class FreezeScoresValidator : AbstractValidator<FreezeScores>
{
    public FreezeScoresValidator()
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Period).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Period).Must(period => string.IsNullOrEmpty(period) || ReportPeriod.Parse(period) is not null).WithErrorCode("format")
            .WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
        RuleFor(c => c.Unit).NotNull().WithErrorCode("required").NotEqual(Tier.District).WithErrorCode("range").WithMessage("Town or Village.");
    }
}

/// <summary>Counts what is to be frozen; reading a district's files takes its time, and the lane is not kept waiting.</summary>
[Needs(Permission.Assess)]
public sealed record CountForFreezing(FreezeScores Command) : IQuery<FreezeScores>;

sealed class CountForFreezingHandler(AssessmentDesk desk, FiguresReader figures) : IQueryHandler<CountForFreezing, FreezeScores>
{
    public async Task<FreezeScores> Handle(CountForFreezing query, CancellationToken ct) =>
        query.Command.Unit is Tier.Town or Tier.Village && ReportPeriod.Parse(query.Command.Period) is { } period
            ? query.Command with { Figures = await figures.Of(desk.District, query.Command.Unit.Value, period, ct) }
            : query.Command;
}

sealed class FreezeScoresHandler(AssessmentDesk desk, ScoreReader reader, ScoreStore scores) : ICommandHandler<FreezeScores, FrozenScores>
{
    const string Basis = "domain 8 (results frozen)";

    public async Task<FrozenScores> Handle(FreezeScores command, CancellationToken ct)
    {
        var (period, unit) = (ReportPeriod.Parse(command.Period)!, command.Unit!.Value);
        await scores.Lock(desk.District);
        if (await desk.IsReplay(command.Id, command.Digest))
            return new FrozenScores(period.ToString(), unit, (await scores.Results(desk.District, period.ToString(), ct)).Count(one => one.Unit == unit), Created: false);
        var (scheme, version) = await reader.Scheme(period, unit, ct);
        if (desk.Today < await reader.FreezeFrom(period, ct))
            throw new RuleViolationException("score.period-open", "The period and the cut-off of its last month are not over.", Basis, "period");
        if ((await scores.Results(desk.District, period.ToString(), ct)).Any(one => one.Unit == unit))
            throw new RuleViolationException("score.frozen", "The scores of this period are frozen.", Basis, "period");
        if (command.Figures.Count == 0)
            throw new RuleViolationException("score.no-units", "There is no unit to be scored.", Basis, "unit");
        foreach (var score in await reader.Scores(scheme, unit, period, desk.District, command.Figures, ct))
            await scores.Add(new ScoreResult
            {
                Id = Guid.CreateVersion7(desk.Hand.At), Period = period.ToString(), Unit = unit, Score = score, Scheme = scheme, SchemeVersion = version, FrozenBy = desk.Hand,
            });
        await desk.Log(command.Id, command.Digest);
        return new FrozenScores(period.ToString(), unit, command.Figures.Count, Created: true);
    }
}
