using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>A wrong or a practice entry: it leaves every count and stays readable with its reason.</summary>
[Needs(Permission.Direct)]
public sealed record VoidDispute : DisputeCommand
{
    public string? Reason { get; init; }
}

sealed class VoidDisputeValidator : DisputeCommandValidator<VoidDispute>
{
    public VoidDisputeValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
}

sealed class VoidDisputeHandler(DisputeDesk desk, CaseNumberStore numbers) : DisputeCommandHandler<VoidDispute>(desk)
{
    protected override async Task Act(VoidDispute command, Dispute dispute, Step step)
    {
        dispute.Void(command.Reason!, step);
        foreach (var number in dispute.File.Cases.Select(c => c.Number).OfType<string>())
            await numbers.Void(dispute.File.Area.District.Value, dispute.File.Id, number, command.Reason!);
    }
}
