using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>The district upholds an appeal or not, with its reason; an upheld one puts a correction beside the frozen score, which stays as it is.</summary>
[Needs(Permission.Assess)]
public sealed record DecideAppeal : ICommand<ScoreView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    public bool? Upheld { get; init; }

    public string? Reason { get; init; }

    /// <summary>What an upheld appeal adds to the score; below 0 takes off.</summary>
    public decimal? Points { get; init; }

    /// <summary>A flag that an upheld appeal lifts.</summary>
    public VetoKind? LiftsVeto { get; init; }
}

sealed class DecideAppealValidator : AbstractValidator<DecideAppeal>
{
    public DecideAppealValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Upheld).NotNull().WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(1_000).WithErrorCode("length");
        RuleFor(c => c.Points).Must(points => points is null || Math.Abs(points.Value) <= ScoreAdjustment.Most && points == Math.Round(points.Value, 2))
            .WithErrorCode("range").WithMessage($"At most {ScoreAdjustment.Most} either way, with at most two decimals.");
        RuleFor(c => c.Points).Must((c, points) => c.Upheld != false || points is null or 0).WithErrorCode("range").WithMessage("Only an upheld appeal changes points.");
        RuleFor(c => c.LiftsVeto).Must((c, veto) => c.Upheld != false || veto is null).WithErrorCode("range").WithMessage("Only an upheld appeal lifts a flag.");
    }
}

sealed class DecideAppealHandler(AssessmentDesk desk, ScoreStore scores, ResultReader reader) : ICommandHandler<DecideAppeal, ScoreView>
{
    public async Task<ScoreView> Handle(DecideAppeal command, CancellationToken ct)
    {
        await scores.Lock(desk.District);
        var replay = await desk.IsReplay(command.CommandId, command.Digest);
        if (await scores.Appeal(desk.District, command.Id, ct) is not { } appeal)
            throw new NotFoundException("The appeal");
        var result = await reader.Find(appeal.ResultId, ct);
        if (replay)
            return await reader.View(result, ct);
        var decided = appeal.Decide(command.Upheld!.Value, command.Reason!.Trim(), desk.Hand);
        if (command.Upheld.Value)
            await scores.Add(desk.District, result.Id, result.Correct(
                appeal, command.Points ?? 0, command.LiftsVeto, command.Reason!.Trim(), await scores.Corrections(desk.District, result.Id, ct), desk.Hand));
        await scores.Save(desk.District, decided);
        await desk.Log(command.CommandId, command.Digest);
        return await reader.View(result, ct);
    }
}
