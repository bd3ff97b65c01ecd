using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>The holder asks the office above for more working days for a limit of the matter.</summary>
[Needs(Permission.Register), Supervises]
public sealed record RequestExtension : DisputeCommand
{
    /// <summary>Matter or Handover: the others have no superior (domain 12).</summary>
    public Clock? Clock { get; init; }

    public int? Workdays { get; init; }

    public string? Reason { get; init; }
}

sealed class RequestExtensionValidator : DisputeCommandValidator<RequestExtension>
{
    public RequestExtensionValidator()
    {
        RuleFor(c => c.Clock).NotNull().WithErrorCode("required");
        RuleFor(c => c.Workdays).NotNull().WithErrorCode("required");
        RuleFor(c => c.Workdays).InclusiveBetween(1, 250).WithErrorCode("range");
        Text(RuleFor(c => c.Reason), 500, required: true);
    }
}

sealed class RequestExtensionHandler(DisputeDesk desk, ClockIndex clocks, DbSession db, ReferenceData reference) : DisputeCommandHandler<RequestExtension>(desk)
{
    protected override Turn Turn => Turn.Receiver;

    protected override async Task Act(RequestExtension command, Dispute dispute, Step step)
    {
        var running = (await clocks.Clocks(dispute.File)).LastOrDefault(c => c.Rule.Clock == command.Clock && !c.IsMet);
        var rules = await reference.Supervision(db, step.Today);
        dispute.RequestExtension(
            new ExtensionRequest(command.CommandId, command.Clock!.Value, command.Workdays!.Value, command.Reason!.Trim(), step.OrganisationId, step.On),
            running, rules.MostExtensionWorkdays, step);
    }
}
