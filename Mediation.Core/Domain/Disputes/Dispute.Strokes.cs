using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>
    /// Somebody signed on a screen. The journal holds who, when, for what and a salted digest of the vectors, which lie beside the file and can be
    /// erased. For matters of marriage, adoption, inheritance and like status no agreement is drawn (电子签名法 3).
    /// </summary>
    public void DrawSignature(DrawnSignature drawn, string digest, Step step)
    {
        RefuseDrawing(drawn, step);
        Note(JournalEvent.SignatureDrawn, step, file => file with { Strokes = [.. file.Strokes, drawn with { CaseId = (OpenCase ?? AgreedCase)?.Id }] }, new JsonObject
        {
            ["stroke"] = drawn.Id.ToString(), ["purpose"] = drawn.Purpose.ToString(), ["party"] = drawn.PartyId?.ToString(),
            ["mediator"] = drawn.MediatorId?.ToString(), ["agent"] = drawn.AgentId?.ToString(),
            ["signedAt"] = drawn.SignedAt.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", null), ["digest"] = digest,
        });
    }

    /// <summary>Throws what stands against a drawing, before its vectors are kept.</summary>
    public void RefuseDrawing(DrawnSignature drawn, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.DrawSignature);
        if (File.Strokes.Any(s => s.Id == drawn.Id))
            throw new RuleViolationException("stroke.known", "A drawing of this id is there already.", "strokes", "id");
        if (drawn.Purpose == StrokePurpose.Agreement && IsOfStatus(null))
            throw StrokeOnStatus("purpose");
        if (drawn.SignedAt > step.Now.AddHours(24))
            throw new RuleViolationException("date.in-future", "Drawn more than 24 hours ahead.", "event dates", "signedAt");
        RequireDrawer(drawn);
    }

    void RequireDrawer(DrawnSignature drawn)
    {
        if (drawn.PartyId is { } partyId)
            _ = RequireParty(partyId, "partyId");
        if (drawn.AgentId is { } agentId && !PresentParties.Any(p => p.Agents.Any(a => a.Id == agentId)))
            throw new RuleViolationException("agent.no-authority", "No party named this agent.", "民法典 165", "agentId");
        if (drawn.MediatorId is { } mediatorId && !File.Cases.Any(c => c.HostId == mediatorId || c.SuccessorId == mediatorId || c.AssistantIds.Contains(mediatorId)))
            throw new RuleViolationException("mediator.unknown", "This mediator has no part in the matter.", "人民调解法 29", "mediatorId");
    }

    /// <summary>A stroke under an agreement: drawn for it by the very signer, chosen by every signatory, and never where status is decided (电子签名法 3).</summary>
    void CheckStroke(Agreement agreement, Signature signature)
    {
        if (IsOfStatus(agreement))
            throw StrokeOnStatus("signatures");
        if (Signatories.Any(p => !agreement.StrokesChosenBy.Contains(p.Id)))
            throw new RuleViolationException("signature.strokes-not-chosen", "Strokes under an agreement need every party's choice.", "电子签名法 3", "strokesChosenBy");
        var drawn = File.Strokes.FirstOrDefault(s => s.Id == signature.StrokeId && s.Purpose == StrokePurpose.Agreement && s.ErasedOn is null);
        if (drawn is null || (signature.AgentId is { } agent ? drawn.AgentId != agent : drawn.PartyId != signature.PartyId))
            throw new RuleViolationException("signature.stroke-unknown", "This signer drew no such signature for an agreement.", "电子签名法 13", "signatures");
        var own = (OpenCase ?? AgreedCase)?.Id;
        if (File.Cases.Any(c => c.Id != own && c.Agreement?.Signatures.Any(s => s.StrokeId == signature.StrokeId) == true))
            throw new RuleViolationException("signature.stroke-used", "This was drawn under another agreement.", "电子签名法 13", "signatures");
    }

    /// <summary>Marriage, adoption, inheritance and the like: the whole group 01, whatever the agreement itself decides.</summary>
    bool IsOfStatus(Agreement? agreement) =>
        File.Type == DisputeType.MarriageFamily || File.Subtype?.StartsWith("01", StringComparison.Ordinal) == true || agreement?.DecidesStatus == true;

    static RuleViolationException StrokeOnStatus(string field) =>
        new("signature.stroke-on-status", "In matters of marriage, adoption or inheritance it is signed on paper.", "电子签名法 3", field);
}
