using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Opens a mediation case with its host and number; each party that was told of rights is named with form and date.</summary>
[Needs(Permission.Accept)]
public sealed record AcceptDispute : DisputeCommand
{
    /// <summary>Default: the person who accepts, when a mediator.</summary>
    public Guid? HostId { get; init; }

    public IReadOnlyList<Guid>? AssistantIds { get; init; }

    public IReadOnlyList<NoticeBody>? Notices { get; init; }
}

public sealed record NoticeBody
{
    public Guid? PartyId { get; init; }

    public NoticeForm? Form { get; init; }

    /// <summary>Default the day of the step.</summary>
    public DateOnly? On { get; init; }
}

sealed class NoticeValidator : AbstractValidator<NoticeBody>
{
    public NoticeValidator(TimeProvider clock)
    {
        RuleFor(n => n.PartyId).NotEmpty();
        RuleFor(n => n.Form).NotNull();
        RuleFor(n => n.On).HasHappened(clock);
    }
}

sealed class AcceptDisputeValidator : DisputeCommandValidator<AcceptDispute>
{
    public AcceptDisputeValidator(TimeProvider clock)
    {
        RuleFor(c => c.Notices).Must(notices => notices is null || notices.Count <= 200).WithErrorCode("length").WithMessage("At most 200.");
        RuleForEach(c => c.Notices).SetValidator(new NoticeValidator(clock));
        RuleFor(c => c.AssistantIds).Must(ids => ids is null || ids.Count <= 10).WithMessage("At most 10.");
    }
}

sealed class AcceptDisputeHandler(DisputeDesk desk, CaseDesk cases) : DisputeCommandHandler<AcceptDispute>(desk)
{
    protected override async Task Act(AcceptDispute command, Dispute dispute, Step step)
    {
        _ = DisputeLifecycle.After(dispute.File.Status, DisputeAction.Accept);
        var opened = await cases.Open(dispute, command.HostId, command.AssistantIds ?? [], step);
        dispute.Accept(opened, [.. (command.Notices ?? []).Select(n => (n.PartyId!.Value, new PartyNotice(n.Form!.Value, n.On ?? step.On)))], step);
    }
}
