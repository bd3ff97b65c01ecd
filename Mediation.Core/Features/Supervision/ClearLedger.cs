using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>销号: removes a matter from the ledger when it has ended, was looked after, and is proved; a tier above the handler's approves.</summary>
[Needs(Permission.Direct), Supervises]
public sealed record ClearLedger : DisputeCommand
{
    /// <summary>Files of the dispute that prove it.</summary>
    public IReadOnlyList<Guid>? Proof { get; init; }

    /// <summary>For what the district handled itself: the office above it, and the number of its paper.</summary>
    public string? ApprovedAbove { get; init; }
}

sealed class ClearLedgerValidator : DisputeCommandValidator<ClearLedger>
{
    public ClearLedgerValidator()
    {
        RuleFor(c => c.Proof).Must(ids => ids is null || ids.Count <= 50 && ids.Distinct().Count() == ids.Count).WithErrorCode("length").WithMessage("At most 50, each once.");
        Text(RuleFor(c => c.ApprovedAbove), 200);
    }
}

sealed class ClearLedgerHandler(DisputeDesk desk, SupervisionDesk supervision, CurrentUser user) : DisputeCommandHandler<ClearLedger>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override Task Act(ClearLedger command, Dispute dispute, Step step)
    {
        supervision.RequireGoverning(dispute.File);
        var above = string.IsNullOrWhiteSpace(command.ApprovedAbove) ? null : command.ApprovedAbove.Trim();
        dispute.ClearLedger(new LedgerClearance(step.On, step.OrganisationId, command.Proof ?? [], step.Note) { ApprovedAbove = above }, user.Account.Tier, step);
        return Task.CompletedTask;
    }
}
