using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Sync;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>
    /// Words of somebody who lost access while offline. They are no step: nothing moves and nothing is counted; the present holder reads them and decides.
    /// </summary>
    public void ReceiveLate(Guid id, string kind, string words, Step step) => Write(
        JournalEvent.LateSubmitted, step, File, new JsonObject { ["late"] = id.ToString(), ["kind"] = kind }, new() { ["late"] = words });

    /// <summary>What the holder made of it: entered by steps of its own, to which the reference points, or put aside.</summary>
    public void DecideLate(Guid id, LateDecision decision, Guid? reference, string? reason, Step step) => Write(
        JournalEvent.LateDecided, step, File,
        new JsonObject { ["late"] = id.ToString(), ["decision"] = decision.ToString(), ["reference"] = reference?.ToString() }, new() { ["reason"] = reason });
}
