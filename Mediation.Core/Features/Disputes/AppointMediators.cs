using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Names the host and the assistants of the open case; a challenged host is met by another one (若干规定 25).</summary>
[Needs(Permission.Accept)]
public sealed record AppointMediators : DisputeCommand
{
    public Guid? HostId { get; init; }

    public IReadOnlyList<Guid>? AssistantIds { get; init; }

    /// <summary>Parties who chose the host themselves (人民调解法 19).</summary>
    public IReadOnlyList<Guid>? ChosenBy { get; init; }
}

sealed class AppointMediatorsValidator : DisputeCommandValidator<AppointMediators>
{
    public AppointMediatorsValidator()
    {
        RuleFor(c => c.HostId).NotEmpty();
        RuleFor(c => c.AssistantIds).Must(ids => ids is null || ids.Count <= 10).WithMessage("At most 10.");
        RuleFor(c => c.ChosenBy).Must(ids => ids is null || ids.Count <= 200).WithErrorCode("length").WithMessage("At most 200.");
    }
}

sealed class AppointMediatorsHandler(DisputeDesk desk, CaseDesk cases) : DisputeCommandHandler<AppointMediators>(desk)
{
    protected override async Task Act(AppointMediators command, Dispute dispute, Step step)
    {
        _ = DisputeLifecycle.After(dispute.File.Status, DisputeAction.AppointMediators);
        var host = await cases.RequireMediator(dispute.File, command.HostId, "hostId", step);
        foreach (var assistant in command.AssistantIds ?? [])
            _ = await cases.RequireMediator(dispute.File, assistant, "assistantIds", step);
        dispute.AppointMediators(host.Id, host.OrganisationId, command.AssistantIds ?? [], step, [.. (command.ChosenBy ?? []).Distinct()]);
    }
}
