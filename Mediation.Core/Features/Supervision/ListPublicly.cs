using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>挂牌督办: the matter is listed publicly under a number, at the level of the centre that lists it.</summary>
[Needs(Permission.Direct), Supervises]
public sealed record ListPublicly : DisputeCommand
{
    /// <summary>The number on the plate.</summary>
    public string? Number { get; init; }
}

sealed class ListPubliclyValidator : DisputeCommandValidator<ListPublicly>
{
    public ListPubliclyValidator() => Text(RuleFor(c => c.Number), 50, required: true);
}

sealed class ListPubliclyHandler(DisputeDesk desk, SupervisionDesk supervision, CurrentUser user) : DisputeCommandHandler<ListPublicly>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override Task Act(ListPublicly command, Dispute dispute, Step step)
    {
        supervision.RequireGoverning(dispute.File);
        dispute.ListPublicly(new PublicListing(command.CommandId, step.OrganisationId, user.Account.Tier, command.Number!.Trim(), step.On), step);
        return Task.CompletedTask;
    }
}
