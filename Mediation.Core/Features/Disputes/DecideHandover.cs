using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;
using System.Text.Json.Serialization;

namespace Mediation.Core.Features.Disputes;

/// <summary>The receiver takes the dispute: from now on it answers.</summary>
[Needs(Permission.DecideHandover)]
public sealed record AcceptHandover : HandoverCommand;

/// <summary>The receiver refuses with a reason; twice in a row, and the next higher centre decides who handles it.</summary>
[Needs(Permission.DecideHandover)]
public sealed record RefuseHandover : HandoverCommand
{
    public HandoverRefusal? Reason { get; init; }
}

/// <summary>Names the handover; its dispute is looked up.</summary>
public abstract record HandoverCommand : DisputeCommand
{
    [JsonIgnore]
    public Guid HandoverId { get; init; }
}

sealed class AcceptHandoverValidator : DisputeCommandValidator<AcceptHandover>;

sealed class RefuseHandoverValidator : DisputeCommandValidator<RefuseHandover>
{
    public RefuseHandoverValidator() => RuleFor(c => c.Reason).NotNull();
}

sealed class AcceptHandoverHandler(DisputeDesk desk, HandoverDesk handovers) : ICommandHandler<AcceptHandover, DisputeView>
{
    public async Task<DisputeView> Handle(AcceptHandover command, CancellationToken ct) =>
        await desk.Run(command with { DisputeId = await handovers.DisputeOf(command.HandoverId) }, Turn.Receiver, (dispute, step) =>
        {
            HandoverDesk.RequirePending(dispute, command.HandoverId);
            dispute.AcceptHandover(step);
            return Task.CompletedTask;
        });
}

sealed class RefuseHandoverHandler(DisputeDesk desk, HandoverDesk handovers) : ICommandHandler<RefuseHandover, DisputeView>
{
    public async Task<DisputeView> Handle(RefuseHandover command, CancellationToken ct) =>
        await desk.Run(command with { DisputeId = await handovers.DisputeOf(command.HandoverId) }, Turn.Receiver, async (dispute, step) =>
        {
            HandoverDesk.RequirePending(dispute, command.HandoverId);
            dispute.RefuseHandover(command.Reason!.Value, Guid.CreateVersion7(), await handovers.HigherCentre(dispute), await handovers.Rules(step), step);
        });
}
