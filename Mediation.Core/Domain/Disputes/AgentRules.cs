namespace Mediation.Core.Domain.Disputes;

/// <summary>Who may sign for a party: an agreement settles, and to settle, admit or give up needs special authority (民事诉讼法 62, by analogy).</summary>
public static class AgentRules
{
    /// <summary>In office on that day, with special authority of this very party.</summary>
    public static bool MaySign(Party party, Guid agentId, DateOnly on) => Problem(party, agentId, on) is null;

    /// <summary>Why not: the code of a refusal; null when the agent may.</summary>
    public static string? Problem(Party party, Guid agentId, DateOnly on) => party.Agents.FirstOrDefault(a => a.Id == agentId) switch
    {
        null => "agent.unknown",
        { } agent when agent.From > on || agent.RevokedOn is { } end && end <= on => "agent.not-in-office",
        { Scope: AgentScope.General } => "agent.general-scope",
        _ => null,
    };
}
