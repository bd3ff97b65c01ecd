using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Puts one fact right with a reason: field, old value, new value. Routing is proposed again, not changed; tallies follow.</summary>
[Needs(Permission.Correct)]
public sealed record CorrectDispute : DisputeCommand
{
    /// <summary>A field of the registering body, or `parties.{id}.{field}`.</summary>
    public string? Field { get; init; }

    /// <summary>What was seen there; a masked value may be given as it was shown.</summary>
    public JsonElement? Old { get; init; }

    public JsonElement? New { get; init; }

    public string? Reason { get; init; }
}

sealed class CorrectDisputeValidator : DisputeCommandValidator<CorrectDispute>
{
    public CorrectDisputeValidator()
    {
        RuleFor(c => c.Field).NotEmpty().MaximumLength(100);
        RuleFor(c => c.Reason).NotEmpty().MaximumLength(500);
    }
}

sealed class CorrectDisputeHandler(DisputeDesk desk, Corrections corrections, Router router, DuplicateFinder duplicates)
    : DisputeCommandHandler<CorrectDispute>(desk)
{
    protected override async Task Act(CorrectDispute command, Dispute dispute, Step step)
    {
        _ = DisputeLifecycle.After(dispute.File.Status, DisputeAction.Correct);
        var (told, old, @new) = await corrections.Apply(dispute.File, command.Field!, Node(command.Old), Node(command.New));
        var changed = ReceivedAnew(dispute.File, told);
        // Proposed again with the corrected facts; who answers stays as it is.
        var (proposed, _) = await router.Route(changed, changed.Routing.Override, null, false);
        proposed = proposed with { Level = await router.LevelAfter(dispute.File, proposed) };
        var corrected = proposed with
        {
            Report = dispute.File.Report with
            {
                Type = proposed.Type,
                Subtype = proposed.Subtype,
                People = proposed.PeopleInvolved,
                Major = dispute.File.Oversight.Major is not null || await router.IsMajor(proposed),
                ReceivedOn = Shanghai.DateOf(proposed.ReceivedAt),
            },
        };
        dispute.Correct(command.Field!, corrected, old, @new, Corrections.IsPersonal(command.Field!), command.Reason!, step);
        await duplicates.Remember(corrected);
    }

    /// <summary>Nothing is done with a matter before it is received: the day moves up to the first step, and no further.</summary>
    static DisputeFile ReceivedAnew(DisputeFile before, DisputeFile told)
    {
        var receivedOn = Shanghai.DateOf(told.ReceivedAt);
        if (told.ReceivedAt == before.ReceivedAt)
            return told;
        IEnumerable<DateOnly> steps =
        [
            .. before.Cases.Select(c => c.AcceptedOn), .. before.Handovers.Select(h => h.SentOn), .. before.Report.Conclusions.Select(c => c.On),
            .. before.Report.Exits.Select(e => e.On),
        ];
        if (!steps.Any())
            return before.LastStepOn == Shanghai.DateOf(before.ReceivedAt) ? told with { LastStepOn = receivedOn, StatusSince = receivedOn } : told;
        return receivedOn <= steps.Min() ? told : throw new RuleViolationException(
            "dispute.date-after-next-step", $"Its first step was taken on {steps.Min():yyyy-MM-dd}; it was received by then.", "event dates", "new");
    }

    static JsonNode? Node(JsonElement? element) =>
        element is null || element.Value.ValueKind == JsonValueKind.Null ? null : JsonNode.Parse(element.Value.GetRawText());
}
