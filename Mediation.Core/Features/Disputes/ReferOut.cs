using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Sends an administrative matter to the organ that decides it, with its receipt; no committee may mediate it (domain 2.2).</summary>
[Needs(Permission.Accept)]
public sealed record ReferOut : DisputeCommand
{
    public string? Organ { get; init; }

    /// <summary>The number of the organ's receipt.</summary>
    public string? Receipt { get; init; }
}

sealed class ReferOutValidator : DisputeCommandValidator<ReferOut>
{
    public ReferOutValidator()
    {
        RuleFor(c => c.Organ).NotEmpty().MaximumLength(100);
        RuleFor(c => c.Receipt).MaximumLength(100);
    }
}

sealed class ReferOutHandler(DisputeDesk desk) : DisputeCommandHandler<ReferOut>(desk)
{
    protected override Task Act(ReferOut command, Dispute dispute, Step step)
    {
        dispute.ReferOut(new Referral(step.On, command.Organ!, command.Receipt), step);
        return Task.CompletedTask;
    }
}
