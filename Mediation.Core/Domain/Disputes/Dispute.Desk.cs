using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>The case that lies on a mediator's desk: the open one, or the agreed one that is being performed or followed up; null when none does.</summary>
    public static MediationCase? CaseOnDesk(DisputeFile file) => file.Cases.LastOrDefault(c => c.IsOpen) ?? file.Status switch
    {
        DisputeStatus.Agreed or DisputeStatus.Performing or DisputeStatus.Performed or DisputeStatus.Closed => LastAgreed(file),
        DisputeStatus.HandoverPending when file.Handovers is [.., { State: HandoverState.Pending, Return: ReturnReason.PerformanceOnly }] =>
            LastAgreed(file),
        _ => null,
    };

    /// <summary>
    /// Gives the matter to a leaving mediator's successor. An open case gets a new host; of an agreed one the papers keep the name of who
    /// brought the agreement about, and the successor sees to performance and follow-ups. The parties are to be told.
    /// </summary>
    public void HandOverDesk(Guid leaverId, Guid successorId, Guid organisationId, Guid commandId, Step step)
    {
        if (File.ClosedAt is not null || CaseOnDesk(File) is not { } hosted || hosted.OwnerId != leaverId)
            throw new RuleViolationException("desk.not-on-desk", $"{File.Id} does not lie on this desk.", "desk handover", "assignments");
        if (hosted.IsOpen)
            AppointMediators(successorId, organisationId, [.. hosted.AssistantIds.Where(a => a != successorId && a != leaverId)], step);
        else
            RefuseImpossibleDate(step);
        Note(JournalEvent.DeskHandedOver, step, file => hosted.IsOpen ? file : WithCase(file, hosted with { SuccessorId = successorId }), new JsonObject
        {
            ["case"] = hosted.Id.ToString(), ["from"] = leaverId.ToString(), ["to"] = successorId.ToString(), ["command"] = commandId.ToString(),
            ["partiesToBeTold"] = Names(PresentParties.Select(p => p.Id)),
        });
    }

    static MediationCase? LastAgreed(DisputeFile file) => file.Cases.LastOrDefault(c => c.IsAgreed && c.State != CaseState.Voided);
}
