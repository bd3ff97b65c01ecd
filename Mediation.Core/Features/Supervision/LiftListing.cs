using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>The plate is taken down, with the reason.</summary>
[Needs(Permission.Direct), Supervises]
public sealed record LiftListing : DisputeCommand
{
    public string? Reason { get; init; }
}

sealed class LiftListingValidator : DisputeCommandValidator<LiftListing>
{
    public LiftListingValidator() => Text(RuleFor(c => c.Reason), 500, required: true);
}

sealed class LiftListingHandler(DisputeDesk desk, SupervisionDesk supervision, CurrentUser user) : DisputeCommandHandler<LiftListing>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override Task Act(LiftListing command, Dispute dispute, Step step)
    {
        supervision.RequireGoverning(dispute.File);
        // What the district hung up the town does not take down.
        if (dispute.File.Oversight.StandingListing is { } listing && listing.Level > user.Account.Tier)
            throw new ForbiddenException("supervision.not-governing", "The centre of the town or the district does this, for the matters of its area.");
        dispute.LiftListing(command.Reason!.Trim(), step);
        return Task.CompletedTask;
    }
}
