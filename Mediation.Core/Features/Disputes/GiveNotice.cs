using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Records that a party was told of rights and duties and does not refuse (人民调解法 23, 24).</summary>
[Needs(Permission.Mediate)]
public sealed record GiveNotice : DisputeCommand
{
    public Guid? PartyId { get; init; }

    public NoticeForm? Form { get; init; }
}

sealed class GiveNoticeValidator : DisputeCommandValidator<GiveNotice>
{
    public GiveNoticeValidator()
    {
        RuleFor(c => c.PartyId).NotEmpty();
        RuleFor(c => c.Form).NotNull();
    }
}

sealed class GiveNoticeHandler(DisputeDesk desk) : DisputeCommandHandler<GiveNotice>(desk)
{
    protected override Task Act(GiveNotice command, Dispute dispute, Step step)
    {
        dispute.GiveNotice(command.PartyId!.Value, new PartyNotice(command.Form!.Value, step.On), step);
        return Task.CompletedTask;
    }
}
