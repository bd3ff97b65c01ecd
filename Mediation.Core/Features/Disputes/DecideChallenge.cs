using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>The organisation decides on a challenge; the host is met by another one (若干规定 25), unless both sides want him to stay. Naming other mediators settles it too.</summary>
[Needs(Permission.Direct)]
public sealed record DecideChallenge : DisputeCommand
{
    public Guid? ChallengeId { get; init; }

    public ChallengeDecision? Decision { get; init; }

    /// <summary>Who takes the place.</summary>
    public Guid? ReplacementId { get; init; }

    /// <summary>Parties who want the mediator to stay.</summary>
    public IReadOnlyList<Guid>? AcceptedBy { get; init; }
}

sealed class DecideChallengeValidator : DisputeCommandValidator<DecideChallenge>
{
    public DecideChallengeValidator()
    {
        RuleFor(c => c.ChallengeId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Decision).NotNull().WithErrorCode("required");
        RuleFor(c => c.AcceptedBy).Must(ids => ids is null || ids.Count <= 200).WithErrorCode("length").WithMessage("At most 200.");
    }
}

sealed class DecideChallengeHandler(DisputeDesk desk, CaseDesk cases) : DisputeCommandHandler<DecideChallenge>(desk)
{
    protected override async Task Act(DecideChallenge command, Dispute dispute, Step step)
    {
        _ = DisputeLifecycle.After(dispute.File.Status, DisputeAction.DecideChallenge);
        (Guid, Guid)? replacement = null;
        if (command is { Decision: ChallengeDecision.Replaced, ReplacementId: not null })
        {
            var mediator = await cases.RequireMediator(dispute.File, command.ReplacementId, "replacementId", step);
            replacement = (mediator.Id, mediator.OrganisationId);
        }
        dispute.DecideChallenge(command.ChallengeId!.Value, command.Decision!.Value, replacement, [.. (command.AcceptedBy ?? []).Distinct()], step);
    }
}
