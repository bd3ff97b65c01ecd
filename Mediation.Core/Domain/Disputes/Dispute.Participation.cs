using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>
    /// A party takes part or refuses; it may change its mind at any time, and the last word holds (人民调解法 23). A side's clear refusal ends an open
    /// case at once (17), and the parties are told which ways remain (26).
    /// </summary>
    public void DeclareStance(Guid partyId, PartyStance stance, IReadOnlyList<FollowOnChannel> channels, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.DeclareStance);
        var party = RequireParty(partyId, "partyId");
        RefuseFuture(stance.On, step, "stanceOn");
        if (party.Stances is [.., { } last] && stance.On < last.On)
            throw new RuleViolationException("stance.before-last", $"The party's last word is of {last.On:yyyy-MM-dd}.", "event dates", "stanceOn");
        var ends = stance.Stance == Stance.Refuses && OpenCase is not null && party.Side != PartySide.ThirdParty;
        if (ends)
        {
            RefuseImpossibleDate(step);
            RequireChannels(channels, ProperChannels.Of(File), "人民调解法 26");
        }
        if (stance.Stance == Stance.TakesPart && party.IsWard && !party.HasGuardian)
            throw new RuleViolationException("guardian.missing", "A minor or a person of limited capacity consents through a guardian; name one first.", GuardianStatute(party), "partyId");
        Take(DisputeAction.DeclareStance, JournalEvent.StanceDeclared, step, file => WithParty(file, partyId, p => p with { Stances = [.. p.Stances, stance] }), new JsonObject
        {
            ["party"] = partyId.ToString(), ["stance"] = stance.Stance.ToString(), ["form"] = stance.Form.ToString(), ["on"] = stance.On.ToString("yyyy-MM-dd", null),
        });
        if (ends)
            EndCase(DisputeAction.Terminate, JournalEvent.MediationTerminated, CaseState.Terminated, nameof(TerminationReason.PartyRefusesOrQuits), channels, concludes: true, step with { Note = null, Conflict = null });
    }

    /// <summary>Names who stands in for a ward (民法典 27, 28); nobody whose interest is opposed to the ward's (35).</summary>
    public void NameGuardian(Guid partyId, Guardian guardian, bool opposedInterest, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.NameGuardian);
        var ward = RequireParty(partyId, "partyId");
        if (!ward.IsWard)
            throw new RuleViolationException("guardian.not-needed", "An adult of full capacity has no guardian.", "民法典 18", "partyId");
        if (ward.Capacity != PartyCapacity.Limited && guardian.Relation is GuardianRelation.Spouse or GuardianRelation.Child)
            throw new RuleViolationException("guardian.relation", "A minor's guardians are parents, else grandparents, siblings or others.", "民法典 27", "relation");
        if (opposedInterest)
            throw OpposedInterest("This person declared an interest opposed to the ward's.");
        if (guardian.PartyId is { } own)
            RequireFitGuardian(ward, RequireParty(own, "guardianPartyId"));
        Take(DisputeAction.NameGuardian, JournalEvent.GuardianNamed, step,
            file => WithParty(file, partyId, p => p with { Guardian = guardian, GuardianName = guardian.Name }),
            new JsonObject { ["party"] = partyId.ToString(), ["relation"] = guardian.Relation.ToString(), ["guardian"] = guardian.PartyId?.ToString() },
            new() { [$"party.{partyId}.guardianName"] = guardian.Name });
    }

    void RequireFitGuardian(Party ward, Party own)
    {
        if (own.IsWard)
            throw new RuleViolationException("guardian.no-capacity", "Who needs a guardian is none.", GuardianStatute(ward), "guardianPartyId");
        if (own.Side != ward.Side && own.Side != PartySide.ThirdParty && ward.Side != PartySide.ThirdParty)
            throw OpposedInterest("The guardian stands on the other side.");
        if (File.Cases.SelectMany(c => c.Agreement?.Obligations ?? []).Any(o => IsBetween(o, own.Id, ward.Id)))
            throw OpposedInterest("The guardian owes to the ward or is owed by it.");
    }

    static RuleViolationException OpposedInterest(string message) => new("guardian.opposed-interest", message, "民法典 35", "guardianPartyId");

    /// <summary>A party gives somebody power to act for it (民法典 165), for one or for all that a party may do (民事诉讼法 62).</summary>
    public void AddAgent(Guid partyId, Agent agent, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.ChangeAgents);
        _ = RequireParty(partyId, "partyId");
        RefuseFuture(agent.From, step, "agent.from");
        if (File.Parties.SelectMany(p => p.Agents).Any(a => a.Id == agent.Id))
            throw new RuleViolationException("agent.id-taken", "An agent of this dispute has this id.", "民法典 165", "agent.id");
        Take(DisputeAction.ChangeAgents, JournalEvent.AgentsChanged, step, file => WithParty(file, partyId, p => p with { Agents = [.. p.Agents, agent] }), new JsonObject
        {
            ["party"] = partyId.ToString(), ["added"] = agent.Id.ToString(), ["scope"] = agent.Scope.ToString(), ["from"] = agent.From.ToString("yyyy-MM-dd", null),
        }, new() { [$"party.{partyId}.agents.name"] = agent.Name, [$"party.{partyId}.agents.phone"] = agent.Phone });
    }

    /// <summary>The power ends with its revocation (民法典 173); what was signed before stays.</summary>
    public void RevokeAgent(Guid partyId, Guid agentId, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.ChangeAgents);
        var agent = RequireParty(partyId, "partyId").Agents.FirstOrDefault(a => a.Id == agentId)
            ?? throw new RuleViolationException("agent.unknown", "The party has no such agent.", "民法典 173", "agent.id");
        if (agent.RevokedOn is not null || step.On < agent.From)
            throw new RuleViolationException("agent.not-in-office", "The agent is not in office on that day.", "民法典 173", "agent.id");
        Take(DisputeAction.ChangeAgents, JournalEvent.AgentsChanged, step,
            file => WithParty(file, partyId, p => p with { Agents = [.. p.Agents.Select(a => a.Id == agentId ? a with { RevokedOn = step.On } : a)] }),
            new JsonObject { ["party"] = partyId.ToString(), ["revoked"] = agentId.ToString() });
    }

    static DisputeFile WithParty(DisputeFile file, Guid partyId, Func<Party, Party> change) =>
        file with { Parties = [.. file.Parties.Select(p => p.Id == partyId ? change(p) : p)] };
}
