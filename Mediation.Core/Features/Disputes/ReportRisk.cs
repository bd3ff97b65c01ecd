using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Records that violence was reported: to which organ, when, and who received it (反家庭暴力法 14, 未成年人保护法 11). Without it nothing is settled or closed.</summary>
[Needs(Permission.Mediate)]
public sealed record ReportRisk : DisputeCommand
{
    /// <summary>DomesticViolence or ChildHarm.</summary>
    public Risk? Risk { get; init; }

    public string? Organ { get; init; }

    public DateTimeOffset? ReportedAt { get; init; }

    public string? Receiver { get; init; }
}

sealed class ReportRiskValidator : DisputeCommandValidator<ReportRisk>
{
    public ReportRiskValidator(TimeProvider clock)
    {
        RuleFor(c => c.Risk).NotNull().WithErrorCode("required");
        Text(RuleFor(c => c.Organ), 100, required: true);
        Text(RuleFor(c => c.Receiver), 100, required: true);
        RuleFor(c => c.ReportedAt).NotNull().WithErrorCode("required");
        RuleFor(c => c.ReportedAt).Must(at => at is null || at.Value.Year >= 2000 && at <= clock.GetUtcNow().AddHours(24)).WithErrorCode("range")
            .WithMessage("Before 2000, or more than 24 hours ahead.");
    }
}

sealed class ReportRiskHandler(DisputeDesk desk) : DisputeCommandHandler<ReportRisk>(desk)
{
    protected override Task Act(ReportRisk command, Dispute dispute, Step step)
    {
        var at = DateTimeOffset.FromUnixTimeMilliseconds(command.ReportedAt!.Value.ToUnixTimeMilliseconds());
        dispute.ReportRisk(new RiskReport(command.Risk!.Value, command.Organ!.Trim(), at, command.Receiver!.Trim()), step);
        return Task.CompletedTask;
    }
}
