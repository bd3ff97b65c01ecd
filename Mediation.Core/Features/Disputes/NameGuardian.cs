using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Names the guardian of a minor or of a person of limited capacity (民法典 27, 28); one with opposed interest is refused (35).</summary>
[Needs(Permission.Mediate)]
public sealed record NameGuardian : DisputeCommand
{
    /// <summary>The ward.</summary>
    public Guid? PartyId { get; init; }

    public string? Name { get; init; }

    public GuardianRelation? Relation { get; init; }

    /// <summary>The guardian's own entry when a party too.</summary>
    public Guid? GuardianPartyId { get; init; }

    /// <summary>What the guardian says when asked; no answer is none.</summary>
    public bool? OpposedInterest { get; init; }
}

sealed class NameGuardianValidator : DisputeCommandValidator<NameGuardian>
{
    public NameGuardianValidator()
    {
        RuleFor(c => c.PartyId).NotEmpty().WithErrorCode("required");
        Text(RuleFor(c => c.Name), 100, required: true);
        RuleFor(c => c.Relation).NotNull().WithErrorCode("required");
        RuleFor(c => c.GuardianPartyId).NotEqual(Guid.Empty).WithErrorCode("required").WithMessage("An id, or none.");
        RuleFor(c => c.OpposedInterest).NotNull().WithErrorCode("required").WithMessage("Ask the guardian and say what was answered.");
    }
}

sealed class NameGuardianHandler(DisputeDesk desk) : DisputeCommandHandler<NameGuardian>(desk)
{
    protected override Task Act(NameGuardian command, Dispute dispute, Step step)
    {
        dispute.NameGuardian(
            command.PartyId!.Value, new Guardian { Name = command.Name!.Trim(), Relation = command.Relation!.Value, PartyId = command.GuardianPartyId, NamedOn = step.On },
            command.OpposedInterest!.Value, step);
        return Task.CompletedTask;
    }
}
