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

sealed class ReverseStepHandler(DisputeDesk desk, DisputeStore disputes, CaseNumberStore numbers, FormSerialStore serials, StrokeStore strokes, InvolvementStore involvements, Router router,
    CurrentUser user) : DisputeCommandHandler<ReverseStep>(desk)
{
    // Whoever sent it on takes it back, though the next desk holds it.
    protected override Turn Turn => Turn.InScope;

    protected override async Task Act(ReverseStep command, Dispute dispute, Step step)
    {
        if (await disputes.BeforeLastStep(dispute) is not var (before, undone))
            throw new Domain.RuleViolationException("reversal.nothing", "There is no step that can be taken back.", "putting right");
        // Who decides on a handover is the one it was sent to; every other step is of the organisation that answers.
        var acting = undone is JournalEvent.HandoverAccepted or JournalEvent.HandoverRefused or JournalEvent.HandoverForwarded ? before.HolderId : before.ResponsibleId;
        if (dispute.File.LastActor != step.ActorId && acting != user.Account.OrganisationId)
            throw new ForbiddenException("dispute.not-your-turn", "Another organisation took the last step.");
        var after = dispute.File;
        dispute.Reverse(before, undone, command.Reason!, step, await router.IsMajor(before with { Level = after.Level }));
        await involvements.Remove(after, DisputeSight.Concerned(after).Except(DisputeSight.Concerned(before)));
        foreach (var number in after.Cases.Select(c => c.Number).Except(before.Cases.Select(c => c.Number)).OfType<string>())
            await numbers.Void(after.Area.District.Value, after.Id, number, command.Reason!);
        // Its sheet is written on, and its drawing is nobody's any more.
        foreach (var serial in Serials(after).Except(Serials(before)))
            await serials.VoidUsed(after.Area.District.Value, after.Id, serial, command.Reason!);
        await strokes.Erase(after.Area.District.Value, after.Id, after.Strokes.Select(s => s.Id).Except(before.Strokes.Select(s => s.Id)));
        if (undone == JournalEvent.Voided)
            foreach (var number in before.Cases.Select(c => c.Number).OfType<string>())
                await numbers.Restore(after.Area.District.Value, after.Id, number);
        if (after.MergedInto is { } survivorId && before.MergedInto is null)
            await Unlink(survivorId, after.Id, step);
    }

    static IEnumerable<string> Serials(DisputeFile file) => file.Cases.Select(c => c.Agreement?.FormSerial).OfType<string>();

    async Task Unlink(Guid survivorId, Guid duplicateId, Step step)
    {
        if (await disputes.FindForChange(survivorId) is not { } survivor)
            return;
        survivor.LinkDuplicate(duplicateId, linked: false, step);
        await disputes.Save(survivor, step);
    }
}
