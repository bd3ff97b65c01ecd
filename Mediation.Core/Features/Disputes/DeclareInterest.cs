using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>What a mediator of the open case says of ties to the parties; with a ground both sides' informed acceptance keeps him (人民调解法 23).</summary>
[Needs(Permission.Mediate)]
public sealed record DeclareInterest : DisputeCommand
{
    public Guid? MediatorId { get; init; }

    /// <summary>None is an answer.</summary>
    public RecusalGround? Ground { get; init; }

    /// <summary>Parties who were told and accept him all the same.</summary>
    public IReadOnlyList<Guid>? AcceptedBy { get; init; }
}

sealed class DeclareInterestValidator : DisputeCommandValidator<DeclareInterest>
{
    public DeclareInterestValidator()
    {
        RuleFor(c => c.MediatorId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.AcceptedBy).Must(ids => ids is null || ids.Count <= 200).WithErrorCode("length").WithMessage("At most 200.");
    }
}

sealed class DeclareInterestHandler(DisputeDesk desk) : DisputeCommandHandler<DeclareInterest>(desk)
{
    protected override Task Act(DeclareInterest command, Dispute dispute, Step step)
    {
        dispute.DeclareInterest(new InterestDeclaration
        {
            MediatorId = command.MediatorId!.Value, Ground = command.Ground, On = step.On, AcceptedBy = [.. (command.AcceptedBy ?? []).Distinct()],
        }, step);
        return Task.CompletedTask;
    }
}
