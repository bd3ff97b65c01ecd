using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Links two entries of one matter: the survivor counts, this one closes as merged with its trace readable from the survivor.</summary>
[Needs(Permission.Correct)]
public sealed record MergeDuplicate : DisputeCommand
{
    public Guid? SurvivorId { get; init; }

    public string? Reason { get; init; }
}

sealed class MergeDuplicateValidator : DisputeCommandValidator<MergeDuplicate>
{
    public MergeDuplicateValidator()
    {
        RuleFor(c => c.SurvivorId).NotEmpty();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }
}

sealed class MergeDuplicateHandler(DisputeDesk desk, DisputeStore disputes) : DisputeCommandHandler<MergeDuplicate>(desk)
{
    readonly DisputeDesk ledger = desk;

    protected override async Task Act(MergeDuplicate command, Dispute dispute, Step step)
    {
        if (command.SurvivorId == command.DisputeId)
            throw new Domain.RuleViolationException("merge.itself", "A dispute is no duplicate of itself.", "duplicates", "survivorId");
        var survivor = await ledger.Load(command.SurvivorId!.Value);
        survivor.LinkDuplicate(command.DisputeId, linked: true, step);
        dispute.MergeInto(survivor.File.Id, command.Reason!, step);
        await disputes.Save(survivor, step);
    }
}
