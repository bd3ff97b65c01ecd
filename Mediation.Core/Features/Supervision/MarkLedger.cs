using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>Puts a matter on the ledger of major matters or of long petitions by hand, with the reason.</summary>
[Needs(Permission.Direct), Supervises]
public sealed record MarkLedger : DisputeCommand
{
    public LedgerKind? Ledger { get; init; }

    public string? Reason { get; init; }
}

sealed class MarkLedgerValidator : DisputeCommandValidator<MarkLedger>
{
    public MarkLedgerValidator()
    {
        RuleFor(c => c.Ledger).NotNull().WithErrorCode("required");
        Text(RuleFor(c => c.Reason), 500, required: true);
    }
}

sealed class MarkLedgerHandler(DisputeDesk desk, SupervisionDesk supervision) : DisputeCommandHandler<MarkLedger>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override Task Act(MarkLedger command, Dispute dispute, Step step)
    {
        supervision.RequireGoverning(dispute.File);
        dispute.MarkLedger(command.Ledger!.Value, command.Reason!.Trim(), step);
        return Task.CompletedTask;
    }
}
