using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>A party joins, is followed by a successor, or leaves.</summary>
[Needs(Permission.Mediate)]
public sealed record ChangeParties : DisputeCommand
{
    public PartyChange? Action { get; init; }

    /// <summary>Who leaves; not for Add.</summary>
    public Guid? PartyId { get; init; }

    /// <summary>Who joins; not for Remove.</summary>
    public PartyBody? Party { get; init; }

    public string? Reason { get; init; }
}

sealed class ChangePartiesValidator : DisputeCommandValidator<ChangeParties>
{
    public ChangePartiesValidator()
    {
        RuleFor(c => c.Action).NotNull();
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
        RuleFor(c => c.PartyId).NotEmpty().When(c => c.Action is PartyChange.Replace or PartyChange.Remove);
        RuleFor(c => c.Party).NotNull().When(c => c.Action is PartyChange.Add or PartyChange.Replace);
        RuleFor(c => c.Party!).SetValidator(new PartyValidator()).When(c => c.Party is not null);
    }
}

sealed class ChangePartiesHandler(DisputeDesk desk, DuplicateFinder duplicates) : DisputeCommandHandler<ChangeParties>(desk)
{
    protected override async Task Act(ChangeParties command, Dispute dispute, Step step)
    {
        var joining = command.Action == PartyChange.Remove || command.Party is null ? null : Intake.ToParty(command.Party, command.CommandId);
        if (joining is not null && dispute.File.Parties.Any(p => p.Id == joining.Id))
            throw new Domain.RuleViolationException("party.id-taken", "A party of this dispute has this id.", "parties", "party.id");
        dispute.ChangeParties(command.Action!.Value, command.PartyId, joining, command.Reason!, step);
        await duplicates.Remember(dispute.File);
    }
}
