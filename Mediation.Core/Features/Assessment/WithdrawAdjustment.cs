using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>Takes an adjustment back before the period is frozen; it stays to be seen with the reason.</summary>
[Needs(Permission.Assess)]
public sealed record WithdrawAdjustment : ICommand<ScoreAdjustment>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    public string? Reason { get; init; }
}

sealed class WithdrawAdjustmentValidator : AbstractValidator<WithdrawAdjustment>
{
    public WithdrawAdjustmentValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
    }
}

sealed class WithdrawAdjustmentHandler(AssessmentDesk desk, ScoreStore scores) : ICommandHandler<WithdrawAdjustment, ScoreAdjustment>
{
    public async Task<ScoreAdjustment> Handle(WithdrawAdjustment command, CancellationToken ct)
    {
        await scores.Lock(desk.District);
        var replay = await desk.IsReplay(command.CommandId, command.Digest);
        if (await scores.Adjustment(desk.District, command.Id, ct) is not { } adjustment || !desk.Account.Area.Holds(adjustment.AreaCode))
            throw new NotFoundException("The adjustment");
        if (replay)
            return adjustment;
        if (await scores.HasResult(adjustment.AreaCode, adjustment.Period, ct))
            throw new RuleViolationException("score.frozen", "The scores of this period are frozen.", "domain 8 (results frozen)");
        var withdrawn = adjustment.Withdraw(command.Reason!.Trim(), desk.Hand);
        await scores.Save(withdrawn);
        await desk.Log(command.CommandId, command.Digest);
        return withdrawn;
    }
}
