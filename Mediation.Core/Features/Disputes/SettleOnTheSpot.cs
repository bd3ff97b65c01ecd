using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>The whole of a small quarrel in one command: notice, consent by taking part, session, oral agreement, performance, closure.</summary>
[Needs(Permission.Mediate)]
public sealed record SettleOnTheSpot : DisputeCommand
{
    public string? Terms { get; init; }

    public SpotPerformance? Performance { get; init; }

    public IReadOnlyList<ObligationBody>? Obligations { get; init; }

    /// <summary>The serial of the pre-printed one-page sheet.</summary>
    public string? FormSerial { get; init; }

    internal SettlementBody Settlement => new() { Terms = Terms, Performance = Performance, Obligations = Obligations, FormSerial = FormSerial };
}

sealed class SettleOnTheSpotValidator : DisputeCommandValidator<SettleOnTheSpot>
{
    public SettleOnTheSpotValidator()
    {
        RuleFor(c => c.Terms).NotEmpty().MaximumLength(5_000);
        RuleFor(c => c.Performance).NotNull();
        RuleFor(c => c.FormSerial).Length(1, 60).WithErrorCode("length");
        RuleFor(c => c.Obligations).AreObligations();
        RuleForEach(c => c.Obligations).SetValidator(new ObligationValidator());
    }
}

sealed class SettleOnTheSpotHandler(DisputeDesk desk, CaseDesk cases) : DisputeCommandHandler<SettleOnTheSpot>(desk)
{
    protected override Task Act(SettleOnTheSpot command, Dispute dispute, Step step) => cases.SettleOnTheSpot(dispute, command.Settlement, step);
}
