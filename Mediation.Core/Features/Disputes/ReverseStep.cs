using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Takes the last step back: its author within 24 hours, later the director. The number of a case that was opened by it stays voided.</summary>
[Needs(Permission.Correct)]
public sealed record ReverseStep : DisputeCommand
{
    public string? Reason { get; init; }
}

sealed class ReverseStepValidator : DisputeCommandValidator<ReverseStep>
{
    public ReverseStepValidator() => RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
}

sealed class ReverseStepHandler(DisputeDesk desk, DisputeStore disputes, CaseNumberStore numbers, CurrentUser user, DbSession db) : DisputeCommandHandler<ReverseStep>(desk)
{
    // Whoever sent it on takes it back, though the next desk holds it.
    protected override Turn Turn => Turn.InScope;

    protected override async Task Act(ReverseStep command, Dispute dispute, Step step)
    {
        var (before, undone) = await LastStep(dispute);
        // Who decides on a handover is the one it was sent to; every other step is of the organisation that answers.
        var acting = undone is JournalEvent.HandoverAccepted or JournalEvent.HandoverRefused or JournalEvent.HandoverForwarded ? before.HolderId : before.ResponsibleId;
        if (dispute.File.LastActor != step.ActorId && acting != user.Account.OrganisationId)
            throw new ForbiddenException("dispute.not-your-turn", "Another organisation took the last step.");
        var after = dispute.File;
        dispute.Reverse(before, undone, command.Reason!, step);
        await ForgetReceivers(after, before);
        foreach (var number in after.Cases.Select(c => c.Number).Except(before.Cases.Select(c => c.Number)).OfType<string>())
            await numbers.Void(after.Area.District.Value, after.Id, number, command.Reason!);
        if (undone == JournalEvent.Voided)
            foreach (var number in before.Cases.Select(c => c.Number).OfType<string>())
                await numbers.Restore(after.Area.District.Value, after.Id, number);
        if (after.MergedInto is { } survivorId && before.MergedInto is null)
            await Unlink(survivorId, after.Id, step);
    }

    /// <summary>The last step that was taken with this dispute; a link is taken back where it was made, at the duplicate.</summary>
    async Task<(DisputeFile Before, JournalEvent Undone)> LastStep(Dispute dispute)
    {
        while (await disputes.BeforeLastStep(dispute) is var (before, name))
            if (Enum.Parse<JournalEvent>(name) is var undone and not (JournalEvent.DuplicateLinked or JournalEvent.DuplicateUnlinked))
                return (before, undone);
        throw new Domain.RuleViolationException("reversal.nothing", "There is no step that can be taken back.", "putting right");
    }

    /// <summary>What was sent by mistake and taken back is no matter of the receiver any more.</summary>
    async Task ForgetReceivers(DisputeFile after, DisputeFile before)
    {
        foreach (var organisation in DisputeSight.Concerned(after).Except(DisputeSight.Concerned(before)))
            await db.Execute(
                "delete from involvement where district_code = @District and organisation_id = @organisation and dispute_id = @Id",
                new { District = after.Area.District.Value, organisation, after.Id });
    }

    async Task Unlink(Guid survivorId, Guid duplicateId, Step step)
    {
        if (await disputes.FindForChange(survivorId) is not { } survivor)
            return;
        survivor.LinkDuplicate(duplicateId, linked: false, step);
        await disputes.Save(survivor, step);
    }
}
