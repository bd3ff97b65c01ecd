using FluentValidation;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>督办: a card to the holder of a matter, by a centre above it, with its opinion and the day by which a reply is due.</summary>
[Needs(Permission.Direct), Supervises]
public sealed record IssueCard : DisputeCommand
{
    public CardKind? Kind { get; init; }

    public string? Opinion { get; init; }

    public DateOnly? DueOn { get; init; }
}

sealed class IssueCardValidator : DisputeCommandValidator<IssueCard>
{
    public IssueCardValidator(TimeProvider clock)
    {
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        Text(RuleFor(c => c.Opinion), 1_000, required: true);
        RuleFor(c => c.DueOn).NotNull().WithErrorCode("required");
        RuleFor(c => c.DueOn).Must(day => day is null || day.Value.Year >= 2000 && day <= Shanghai.DateOf(clock.GetUtcNow()).AddYears(2)).WithErrorCode("range")
            .WithMessage("From 2000 to two years ahead.");
    }
}

sealed class IssueCardHandler(DisputeDesk desk, SupervisionDesk supervision) : DisputeCommandHandler<IssueCard>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override async Task Act(IssueCard command, Dispute dispute, Step step)
    {
        var holder = await supervision.RequireAbove(dispute.File);
        dispute.IssueCard(new SupervisionCard
        {
            Id = command.CommandId, Kind = command.Kind!.Value, Cause = CardCause.ByHand, IssuedOn = step.On, IssuedBy = step.OrganisationId, ToId = holder.Id,
            Opinion = command.Opinion!.Trim(), DueOn = command.DueOn!.Value,
        }, step);
    }
}
