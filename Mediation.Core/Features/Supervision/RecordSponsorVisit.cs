using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>The sponsoring leader went there, or received the parties (接访).</summary>
[Needs(Permission.Direct), Supervises]
public sealed record RecordSponsorVisit : DisputeCommand
{
    public SponsorVisitKind? Kind { get; init; }

    /// <summary>Default the event date.</summary>
    public DateOnly? VisitedOn { get; init; }

    public string? Record { get; init; }
}

sealed class RecordSponsorVisitValidator : DisputeCommandValidator<RecordSponsorVisit>
{
    public RecordSponsorVisitValidator()
    {
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        RuleFor(c => c.VisitedOn).Must(day => day is null || day.Value.Year >= 2000).WithErrorCode("range").WithMessage("Before 2000.");
        Text(RuleFor(c => c.Record), 2_000, required: true);
    }
}

sealed class RecordSponsorVisitHandler(DisputeDesk desk, SupervisionDesk supervision) : DisputeCommandHandler<RecordSponsorVisit>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override Task Act(RecordSponsorVisit command, Dispute dispute, Step step)
    {
        supervision.RequireGoverning(dispute.File);
        dispute.RecordSponsorVisit(new SponsorVisit(command.VisitedOn ?? step.On, command.Kind!.Value, command.Record!.Trim()), step);
        return Task.CompletedTask;
    }
}
