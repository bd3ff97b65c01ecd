using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>The decision was dropped or needs no assessment: it is due no more, and stays to be seen with the reason.</summary>
[Needs(Permission.Direct)]
public sealed record WithdrawStabilityItem : ICommand<StabilityView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    public string? Reason { get; init; }
}

sealed class WithdrawStabilityItemValidator : AbstractValidator<WithdrawStabilityItem>
{
    public WithdrawStabilityItemValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
    }
}

sealed class WithdrawStabilityItemHandler(AssessmentDesk desk, StabilityStore assessments, StabilityReader reader) : ICommandHandler<WithdrawStabilityItem, StabilityView>
{
    public async Task<StabilityView> Handle(WithdrawStabilityItem command, CancellationToken ct)
    {
        var replay = await desk.IsReplay(command.CommandId, command.Digest);
        var one = await reader.ForChange(command.Id);
        if (replay)
            return await reader.View(one, ct);
        var withdrawn = one.Withdraw(command.Reason!.Trim(), desk.Hand);
        await assessments.Save(withdrawn);
        await desk.Log(command.CommandId, command.Digest);
        return await reader.View(withdrawn, ct);
    }
}
