using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>A mediator says, for this case, whether anything ties him to a party; with a ground he stays by both sides' informed acceptance only (人民调解法 23).</summary>
    public void DeclareInterest(InterestDeclaration declaration, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.DeclareInterest);
        var open = RequireOpenCase();
        RequireOnCase(open, declaration.MediatorId);
        foreach (var partyId in declaration.AcceptedBy)
            _ = RequireParty(partyId, "acceptedBy");
        Take(DisputeAction.DeclareInterest, JournalEvent.InterestDeclared, step, file => WithCase(file, open with { Declarations = [.. open.Declarations, declaration] }), new JsonObject
        {
            ["mediator"] = declaration.MediatorId.ToString(), ["ground"] = declaration.Ground?.ToString(), ["acceptedBy"] = Names(declaration.AcceptedBy),
        });
    }

    /// <summary>A party doubts a mediator; until that is decided nothing goes on (人民调解法 23, 若干规定 25).</summary>
    public void Challenge(MediatorChallenge challenge, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.ChallengeMediator);
        var open = RequireOpenCase();
        RequireOnCase(open, challenge.MediatorId);
        _ = RequireParty(challenge.PartyId, "partyId");
        if (open.Challenges.Any(c => c.IsOpen && c.MediatorId == challenge.MediatorId && c.PartyId == challenge.PartyId))
            throw new RuleViolationException("challenge.open", "This party's challenge is open already.", "若干规定 25", "mediatorId");
        Take(DisputeAction.ChallengeMediator, JournalEvent.MediatorChallenged, step, file => WithCase(file, open with { Challenges = [.. open.Challenges, challenge] }), new JsonObject
        {
            ["challenge"] = challenge.Id.ToString(), ["mediator"] = challenge.MediatorId.ToString(), ["party"] = challenge.PartyId.ToString(), ["ground"] = challenge.Ground.ToString(),
        });
    }

    /// <summary>
    /// The organisation decides. A challenge to the host is met by replacement (若干规定 25), unless both sides want him to stay; an assistant's may be
    /// found to have no ground.
    /// </summary>
    public void DecideChallenge(
        Guid challengeId, ChallengeDecision decision, (Guid Id, Guid OrganisationId)? replacement, IReadOnlyList<Guid> acceptedBy, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.DecideChallenge);
        var open = RequireOpenCase();
        var challenge = open.Challenges.FirstOrDefault(c => c.Id == challengeId)
            ?? throw new RuleViolationException("challenge.unknown", "The case has no such challenge.", "若干规定 25", "challengeId");
        if (!challenge.IsOpen)
            throw new RuleViolationException("challenge.decided", "This challenge is decided.", "若干规定 25", "challengeId");
        if (!step.Directs)
            throw new RuleViolationException("challenge.not-director", "The organisation decides, through its director.", "domain 3.2", "decision");
        foreach (var partyId in acceptedBy)
            _ = RequireParty(partyId, "acceptedBy");
        if (decision == ChallengeDecision.Unfounded && challenge.MediatorId == open.HostId)
            throw new RuleViolationException("challenge.host-is-replaced", "A challenge to the host is met by another one.", "若干规定 25", "decision");
        if (decision == ChallengeDecision.StaysByConsent && !IsAcceptedBySides(acceptedBy))
            throw new RuleViolationException("challenge.consent-missing", "He stays when every party wants him to.", "人民调解法 23", "acceptedBy");
        var decided = challenge with { Decision = decision, DecidedOn = step.On, AcceptedBy = acceptedBy };
        var after = decision == ChallengeDecision.Replaced ? WithChallengesMet(open, Replaced(open, challenge.MediatorId, replacement), step) : open with
        {
            Challenges = [.. open.Challenges.Select(c => c.Id == challengeId ? decided : c)],
            // Their consent is to this mediator with this ground, whoever raised it.
            Declarations = decision == ChallengeDecision.Unfounded ? open.Declarations
                : [.. open.Declarations, new InterestDeclaration { MediatorId = challenge.MediatorId, Ground = challenge.Ground, On = step.On, AcceptedBy = acceptedBy }],
        };
        Take(DisputeAction.DecideChallenge, JournalEvent.ChallengeDecided, step, file => WithCase(file, after), new JsonObject
        {
            ["challenge"] = challengeId.ToString(), ["decision"] = decision.ToString(), ["mediator"] = challenge.MediatorId.ToString(),
            ["replacement"] = decision == ChallengeDecision.Replaced ? replacement?.Id.ToString() : null, ["organisation"] = after.OrganisationId.ToString(),
            ["acceptedBy"] = Names(acceptedBy),
        });
    }

    static MediationCase Replaced(MediationCase open, Guid leaverId, (Guid Id, Guid OrganisationId)? replacement)
    {
        if (replacement is not var (id, organisationId) || open.Mediators().Contains(id))
            throw new RuleViolationException("challenge.replacement-missing", "Name another mediator in his place.", "若干规定 25", "replacementId");
        RefuseReplaced(open, [id]);
        return leaverId == open.HostId
            ? open with { HostId = id, OrganisationId = organisationId, ChosenBy = [] }
            : open with { AssistantIds = [.. open.AssistantIds.Select(a => a == leaverId ? id : a)] };
    }

    /// <summary>Who is challenged and no longer on the case has been replaced, however that came about.</summary>
    static MediationCase WithChallengesMet(MediationCase before, MediationCase after, Step step) => after with
    {
        Challenges = [.. before.Challenges.Select(c => !c.IsOpen || after.Mediators().Contains(c.MediatorId) ? c : c with
        {
            Decision = ChallengeDecision.Replaced,
            DecidedOn = step.On,
            ReplacementId = c.MediatorId == before.HostId ? after.HostId : after.AssistantIds.Cast<Guid?>().FirstOrDefault(a => !before.AssistantIds.Contains(a!.Value)),
        })],
    };

    /// <summary>Whom a party's challenge removed from the case does not come back to it by another way.</summary>
    static void RefuseReplaced(MediationCase open, IReadOnlyList<Guid> named)
    {
        if (open.Challenges.Any(c => c.Decision == ChallengeDecision.Replaced && named.Contains(c.MediatorId)))
            throw new RuleViolationException("mediator.replaced", "This mediator was challenged and replaced in this case.", "若干规定 25", "mediators");
    }

    static void RequireOnCase(MediationCase open, Guid mediatorId)
    {
        if (!open.Mediators().Contains(mediatorId))
            throw new RuleViolationException("mediator.not-on-case", "This mediator is neither host nor assistant of the open case.", "人民调解法 19", "mediatorId");
    }
}
