using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Mediators;

/// <summary>A mediator leaves: everything on the desk goes to successors, the status enters the history, the account is blocked and kept.</summary>
[Needs(Permission.ManageRegistry)]
public sealed record HandOverMediatorDesk : ICommand<DeskHandedOver>
{
    [JsonIgnore]
    public Guid MediatorId { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    /// <summary>Takes everything that is not assigned singly.</summary>
    public Guid? ToMediatorId { get; init; }

    public IReadOnlyList<DeskAssignment>? Assignments { get; init; }

    /// <summary>Resigned, Removed or Suspended; none when only the desk changes hands.</summary>
    public MediatorStatus? Status { get; init; }

    public string? Reason { get; init; }

    /// <summary>The first day without him; default today in Asia/Shanghai.</summary>
    public DateOnly? On { get; init; }

    public DateTimeOffset? DeviceTime { get; init; }

    internal Guid? SuccessorOf(Guid disputeId) =>
        Assignments?.FirstOrDefault(one => one.DisputeId == disputeId)?.ToMediatorId ?? ToMediatorId;
}

public sealed record DeskAssignment(Guid DisputeId, Guid ToMediatorId);

/// <summary>What changed hands, and who is to be told of it.</summary>
public sealed record DeskHandedOver(MediatorView Mediator, IReadOnlyList<DeskItem> Disputes);

sealed class HandOverMediatorDeskValidator : AbstractValidator<HandOverMediatorDesk>
{
    public HandOverMediatorDeskValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Status).NotEqual(MediatorStatus.Active).WithErrorCode("unknown").WithMessage("Resigned, Removed or Suspended, or nothing.");
        RuleFor(c => c.Reason).NotEmpty().When(c => c.Status is not null).WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
        RuleFor(c => c.Assignments).Must(all => all is null || all.Count <= 1_000 && all.DistinctBy(one => one.DisputeId).Count() == all.Count)
            .WithErrorCode("duplicate").WithMessage("A dispute is assigned once.");
        RuleForEach(c => c.Assignments).Must(one => one.DisputeId != Guid.Empty && one.ToMediatorId != Guid.Empty)
            .WithErrorCode("required").WithMessage("disputeId and toMediatorId.");
    }
}

sealed class HandOverMediatorDeskHandler(
    MediatorStore mediators, AccountStore accounts, CommandLog commands, DeskReader desk, DeskSuccession succession, DisputeDesk steps, CurrentUser user)
    : ICommandHandler<HandOverMediatorDesk, DeskHandedOver>
{
    public async Task<DeskHandedOver> Handle(HandOverMediatorDesk command, CancellationToken ct)
    {
        if (await mediators.ReadForChange(command.MediatorId) is not { } row || !user.Account.Area.Holds(row.Area))
            throw new NotFoundException("The mediator");
        var step = steps.StepAt(command.On, command.DeviceTime);
        if (await commands.Find(command.CommandId) is { } before)
        {
            return before.Is(user.Account.Id, command.Digest)
                ? await Answer(row.Id, await succession.Done(command, ct), step.Today)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        }
        var moved = await succession.Run(command, row.Mediator, step, ct);
        if (command.Status is { } status)
        {
            await mediators.Save(row.Mediator.Become(status, step.On, command.Reason, step.Today), row.Area, row.Version + 1);
            await accounts.BlockOfMediator(row.Id, AccountStore.BlockedWithMediator, step.Now);
        }
        await commands.Add(command.CommandId, user.Account.Id, command.Digest, disputeId: null, row.Version, step.Now);
        return await Answer(row.Id, moved, step.Today);
    }

    async Task<DeskHandedOver> Answer(Guid mediatorId, IReadOnlyList<Dispute> moved, DateOnly today)
    {
        var items = new List<DeskItem>();
        foreach (var dispute in moved)
            items.Add(await desk.Item(dispute));
        return new DeskHandedOver(MediatorView.Of((await mediators.Read(mediatorId))!, today), items);
    }
}
