using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>The office above grants the working days that were asked for, other ones, or none with a reason; the clock follows at once.</summary>
[Needs(Permission.Direct), Supervises]
public sealed record DecideExtension : DisputeCommand
{
    public Guid? RequestId { get; init; }

    public bool? Granted { get; init; }

    /// <summary>Default those that were asked for.</summary>
    public int? Workdays { get; init; }

    /// <summary>Required where nothing is granted.</summary>
    public string? Reason { get; init; }
}

sealed class DecideExtensionValidator : DisputeCommandValidator<DecideExtension>
{
    public DecideExtensionValidator()
    {
        RuleFor(c => c.RequestId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Granted).NotNull().WithErrorCode("required");
        RuleFor(c => c.Workdays).InclusiveBetween(1, 250).WithErrorCode("range");
        RuleFor(c => c.Reason).NotEmpty().When(c => c.Granted == false).WithErrorCode("required");
        Text(RuleFor(c => c.Reason), 500);
    }
}

sealed class DecideExtensionHandler(DisputeDesk desk, SupervisionDesk supervision, ClockIndex clocks, DbSession db, ReferenceData reference)
    : DisputeCommandHandler<DecideExtension>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override async Task Act(DecideExtension command, Dispute dispute, Step step)
    {
        await supervision.RequireAbove(dispute.File);
        var asked = dispute.File.Oversight.Requests.FirstOrDefault(r => r.Id == command.RequestId)?.Clock;
        var running = (await clocks.Clocks(dispute.File)).LastOrDefault(c => c.Rule.Clock == asked && !c.IsMet);
        var reason = string.IsNullOrWhiteSpace(command.Reason) ? null : command.Reason.Trim();
        dispute.DecideExtension(command.RequestId!.Value, command.Granted!.Value, command.Workdays, reason, running, await reference.Calendar(db), step);
    }
}
