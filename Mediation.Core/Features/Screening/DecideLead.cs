using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Screening;

/// <summary>
/// Ends a sign: resolved on the spot with what was done, dismissed with a reason, or put to a dispute that is on the ledger already, linked both ways. A new
/// dispute is registered the ordinary way with `leadId`.
/// </summary>
[Needs(Permission.Register)]
public sealed record DecideLead : ICommand<LeadView>
{
    [JsonIgnore]
    public Guid LeadId { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    public LeadOutcome? Outcome { get; init; }

    /// <summary>What was done, or why it is dismissed.</summary>
    public string? Words { get; init; }

    /// <summary>The dispute on the ledger, for TurnedIntoDispute.</summary>
    public Guid? DisputeId { get; init; }
}

sealed class DecideLeadValidator : AbstractValidator<DecideLead>
{
    public DecideLeadValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Outcome).NotNull().WithErrorCode("required");
        RuleFor(c => c.Words).NotEmpty().When(c => c.Outcome is LeadOutcome.ResolvedOnSpot or LeadOutcome.Dismissed).WithErrorCode("required");
        RuleFor(c => c.Words).MaximumLength(500).WithErrorCode("length");
        RuleFor(c => c.DisputeId).NotNull().When(c => c.Outcome == LeadOutcome.TurnedIntoDispute).WithErrorCode("required");
        RuleFor(c => c.DisputeId).Null().When(c => c.Outcome is LeadOutcome.ResolvedOnSpot or LeadOutcome.Dismissed).WithErrorCode("range");
    }
}

sealed class DecideLeadHandler(
    LeadDesk desk, DisputeDesk disputeDesk, DisputeStore disputes, LeadStore leads, CommandLog commands, DbSession db, ReferenceData reference, CurrentUser user,
    TimeProvider clock) : ICommandHandler<DecideLead, LeadView>
{
    public async Task<LeadView> Handle(DecideLead command, CancellationToken ct)
    {
        var account = user.Account;
        var lead = await desk.Load(command.LeadId);
        var practices = await reference.Screening(db, ct);
        if (await commands.Find(command.CommandId) is { } known)
            return known.Is(account.Id, command.Digest) ? LeadView.Of(lead, practices, account)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        LeadDesk.RequireOpen(lead, "outcome");
        ScreeningLead.RequireEnd(lead.TriggerList, command.Outcome!.Value, account.May(Permission.Direct));
        if (command.DisputeId is { } disputeId)
        {
            var dispute = await disputeDesk.Load(disputeId);
            var step = disputeDesk.StepAt(null);
            dispute.LinkLead(lead.Id, step);
            await disputes.Save(dispute, step);
        }
        var now = clock.GetUtcNow();
        await leads.Decide(account.Area.District, lead.Id, command.Outcome.Value, command.Words?.Trim(), command.DisputeId, account.Id, now);
        await commands.Add(command.CommandId, account.Id, command.Digest, disputeId: null, version: 2, now);
        return LeadView.Of((await leads.Find(account.Area.District, lead.Id, ct))!, practices, account);
    }
}
