using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>Takes points off a unit or puts them on, with reason and proof, until the period is frozen. The id is the command's, so a replay is harmless.</summary>
[Needs(Permission.Assess)]
public sealed record AdjustScore : ICommand<AdjustedScore>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public string? Period { get; init; }

    /// <summary>The town or village.</summary>
    public AreaCode? AreaCode { get; init; }

    /// <summary>Below 0 a deduction.</summary>
    public decimal? Points { get; init; }

    /// <summary>Without names of parties: results are kept for ever.</summary>
    public string? Reason { get; init; }

    /// <summary>Where the proof stands.</summary>
    public string? Evidence { get; init; }

    public Guid? DisputeId { get; init; }
}

/// <summary>The adjustment, and whether this command made it.</summary>
public sealed record AdjustedScore(ScoreAdjustment Adjustment, bool Created);

sealed class AdjustScoreValidator : AbstractValidator<AdjustScore>
{
    public AdjustScoreValidator()
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Period).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Period).Must(period => string.IsNullOrEmpty(period) || ReportPeriod.Parse(period) is not null).WithErrorCode("format")
            .WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
        RuleFor(c => c.AreaCode).NotNull().WithErrorCode("required");
        RuleFor(c => c.AreaCode).Must(a => a is null || a.Value.Level >= AreaLevel.Town).WithErrorCode("range").WithMessage("A town or a village.");
        RuleFor(c => c.Points).NotNull().WithErrorCode("required");
        RuleFor(c => c.Points).Must(points => points is null || points != 0 && Math.Abs(points.Value) <= ScoreAdjustment.Most && points == Math.Round(points.Value, 2))
            .WithErrorCode("range").WithMessage($"Not 0, at most {ScoreAdjustment.Most} either way, with at most two decimals.");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
        RuleFor(c => c.Evidence).NotEmpty().WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
        RuleFor(c => c.DisputeId).NotEqual(Guid.Empty).WithErrorCode("required");
    }
}

sealed class AdjustScoreHandler(AssessmentDesk desk, ScoreStore scores, UnitReader units, DisputeStore disputes) : ICommandHandler<AdjustScore, AdjustedScore>
{
    const string Basis = "domain 8";

    public async Task<AdjustedScore> Handle(AdjustScore command, CancellationToken ct)
    {
        await scores.Lock(desk.District);
        if (await desk.IsReplay(command.Id, command.Digest))
            return new AdjustedScore((await scores.Adjustment(desk.District, command.Id, ct))!, Created: false);
        var (area, period) = (desk.Within(command.AreaCode), ReportPeriod.Parse(command.Period)!);
        if (!(await units.Of(desk.District, period.LastDay, ct)).Has(area))
            throw new RuleViolationException("score.unknown-unit", "No unit of that area is scored.", Basis, "areaCode");
        if (await scores.HasResult(area, period.ToString(), ct))
            throw new RuleViolationException("score.frozen", "The scores of this period are frozen.", "domain 8 (results frozen)", "period");
        if (command.DisputeId is { } id && (await disputes.Find(id, ct) is not { } dispute || !area.Holds(dispute.File.Area)))
            throw new RuleViolationException("score.unknown-dispute", "There is no such dispute in that area.", Basis, "disputeId");
        var adjustment = new ScoreAdjustment
        {
            Id = command.Id, Period = period.ToString(), AreaCode = area, Points = command.Points!.Value, Reason = command.Reason!.Trim(), Evidence = command.Evidence!.Trim(),
            DisputeId = command.DisputeId, By = desk.Hand,
        };
        await scores.Add(adjustment);
        await desk.Log(command.Id, command.Digest);
        return new AdjustedScore(adjustment, Created: true);
    }
}
