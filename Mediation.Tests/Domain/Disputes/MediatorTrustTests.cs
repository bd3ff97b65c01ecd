using Mediation.Core.Domain.Disputes;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Parties choose, accept or doubt their mediators (人民调解法 19, 23; 若干规定 25; domain 3.2).</summary>
sealed class MediatorTrustTests
{
    static readonly Guid Other = Guid.NewGuid();

    static MediatorChallenge Doubt(Guid? mediator = null) => new()
    {
        Id = Guid.NewGuid(), MediatorId = mediator ?? Given.Host, PartyId = Given.Li.Id, Ground = RecusalGround.CloseRelative, RaisedOn = Given.Today.AddDays(-8),
    };

    static InterestDeclaration Says(RecusalGround? ground, params Guid[] acceptedBy) =>
        new() { MediatorId = Given.Host, Ground = ground, On = Given.Today.AddDays(-8), AcceptedBy = acceptedBy };

    static Step Director(int day) => Given.On(day) with { Directs = true };

    static Dispute WithAssistant(Guid assistant)
    {
        var dispute = Given.Accepted();
        dispute.AppointMediators(Given.Host, Given.Village.Id, [assistant], Given.On(-9));
        return dispute;
    }

    /// <summary>人民调解法 19: chosen by the parties.</summary>
    [Test]
    public void A_host_may_be_chosen_by_parties_of_this_dispute()
    {
        var dispute = Given.Accepted();

        Given.Refused(dispute, "party.unknown", "parties", () => dispute.AppointMediators(Other, Given.Village.Id, [], Given.On(-8), Guid.NewGuid()));
        dispute.AppointMediators(Other, Given.Village.Id, [], Given.On(-8), Given.Zhang.Id, Given.Li.Id);

        Assert.That(dispute.OpenCase!.ChosenBy, Is.EqualTo([Given.Zhang.Id, Given.Li.Id]));
    }

    /// <summary>人民调解法 23: with a ground of recusal both sides' informed acceptance keeps him; none is an answer.</summary>
    [Test]
    public void A_declared_ground_needs_every_partys_acceptance()
    {
        var dispute = Given.Accepted();
        dispute.DeclareInterest(Says(RecusalGround.OtherRelation, Given.Zhang.Id), Given.On(-8));

        Given.Refused(dispute, "mediator.interest-not-accepted", "人民调解法 23", () => dispute.HoldSession(Given.Session(SessionResult.Agreed), Given.On(-8)));
        Given.Refused(dispute, "mediator.interest-not-accepted", "人民调解法 23", () => dispute.Agree(Given.Oral(), Given.On(-7)));
        dispute.DeclareInterest(Says(RecusalGround.OtherRelation, Given.Zhang.Id, Given.Li.Id), Given.On(-8));
        dispute.HoldSession(Given.Session(SessionResult.Agreed), Given.On(-8));
        dispute.DeclareInterest(Says(null), Given.On(-8));
        dispute.Agree(Given.Oral(), Given.On(-7));
    }

    /// <summary>Domain 3.2: who recuses himself is replaced, and then it goes on.</summary>
    [Test]
    public void A_mediator_who_recuses_himself_makes_room()
    {
        var dispute = Given.Accepted();
        dispute.DeclareInterest(Says(RecusalGround.Interest), Given.On(-8));

        dispute.AppointMediators(Other, Given.Village.Id, [], Given.On(-8));
        dispute.HoldSession(Given.Session(SessionResult.Agreed), Given.On(-8));

        Assert.That(dispute.OpenCase!.Sessions, Has.Count.EqualTo(1));
        Given.Refused(dispute, "mediator.not-on-case", "人民调解法 19", () => dispute.DeclareInterest(Says(null), Given.On(-8)));
    }

    /// <summary>An assistant's ground counts like the host's (人民调解法 23).</summary>
    [Test]
    public void An_assistants_ground_needs_acceptance_too()
    {
        var dispute = WithAssistant(Other);
        dispute.DeclareInterest(Says(RecusalGround.CloseRelative) with { MediatorId = Other }, Given.On(-8));

        Given.Refused(dispute, "mediator.interest-not-accepted", "人民调解法 23", () => dispute.HoldSession(Given.Session(SessionResult.Agreed), Given.On(-8)));
    }

    /// <summary>若干规定 25: met by replacement, and nothing goes on before.</summary>
    [Test]
    public void A_challenge_to_the_host_stops_everything_until_another_one_hosts()
    {
        var (dispute, doubt) = (Given.Accepted(), Doubt());
        dispute.Challenge(doubt, Given.On(-8));

        Given.Refused(dispute, "challenge.open", "若干规定 25", () => dispute.Challenge(Doubt(), Given.On(-8)));
        Given.Refused(dispute, "challenge.open", "若干规定 25", () => dispute.HoldSession(Given.Session(SessionResult.Agreed), Given.On(-8)));
        Given.Refused(dispute, "challenge.open", "若干规定 25", () => dispute.Agree(Given.Oral(), Given.On(-7)));
        Given.Refused(dispute, "challenge.not-director", "domain 3.2",
            () => dispute.DecideChallenge(doubt.Id, ChallengeDecision.Replaced, (Other, Given.Village.Id), [], Given.On(-8)));
        Given.Refused(dispute, "challenge.host-is-replaced", "若干规定 25", () => dispute.DecideChallenge(doubt.Id, ChallengeDecision.Unfounded, null, [], Director(-8)));
        Given.Refused(dispute, "challenge.replacement-missing", "若干规定 25", () => dispute.DecideChallenge(doubt.Id, ChallengeDecision.Replaced, null, [], Director(-8)));
        Given.Refused(dispute, "challenge.replacement-missing", "若干规定 25",
            () => dispute.DecideChallenge(doubt.Id, ChallengeDecision.Replaced, (Given.Host, Given.Village.Id), [], Director(-8)));
        dispute.DecideChallenge(doubt.Id, ChallengeDecision.Replaced, (Other, Given.Town.Id), [], Director(-8));

        var decided = dispute.OpenCase!.Challenges.Single();
        Assert.That((dispute.OpenCase!.HostId, dispute.OpenCase.OrganisationId), Is.EqualTo(((Guid?)Other, Given.Town.Id)));
        Assert.That((decided.Decision, decided.ReplacementId, decided.DecidedOn), Is.EqualTo((ChallengeDecision.Replaced, (Guid?)Other, Given.Today.AddDays(-8))));
        Given.Refused(dispute, "challenge.decided", "若干规定 25", () => dispute.DecideChallenge(doubt.Id, ChallengeDecision.Unfounded, null, [], Director(-8)));
        dispute.HoldSession(Given.Session(SessionResult.Agreed), Given.On(-8));
    }

    /// <summary>人民调解法 23: he stays when every party wants him to, and that is their acceptance of his ground.</summary>
    [Test]
    public void A_host_stays_by_both_sides_consent()
    {
        var (dispute, doubt) = (Given.Accepted(), Doubt());
        dispute.Challenge(doubt, Given.On(-8));

        Given.Refused(dispute, "challenge.consent-missing", "人民调解法 23",
            () => dispute.DecideChallenge(doubt.Id, ChallengeDecision.StaysByConsent, null, [Given.Zhang.Id], Director(-8)));
        dispute.DecideChallenge(doubt.Id, ChallengeDecision.StaysByConsent, null, [Given.Zhang.Id, Given.Li.Id], Director(-8));
        dispute.HoldSession(Given.Session(SessionResult.Agreed), Given.On(-8));

        Assert.That(dispute.OpenCase!.Declarations.Single().Ground, Is.EqualTo(RecusalGround.CloseRelative));
    }

    [Test]
    public void A_challenge_to_an_assistant_may_have_no_ground()
    {
        var (dispute, doubt) = (WithAssistant(Other), Doubt(Other));
        dispute.Challenge(doubt, Given.On(-8));

        dispute.DecideChallenge(doubt.Id, ChallengeDecision.Unfounded, null, [], Director(-8));
        dispute.HoldSession(Given.Session(SessionResult.Agreed), Given.On(-8));

        Assert.That(dispute.OpenCase!.AssistantIds, Is.EqualTo([Other]));
    }

    [Test]
    public void Naming_others_meets_a_challenge()
    {
        var dispute = Given.Accepted();
        dispute.Challenge(Doubt(), Given.On(-8));

        dispute.AppointMediators(Other, Given.Village.Id, [], Given.On(-8));

        Assert.That(dispute.OpenCase!.Challenges.Single(), Has.Property("Decision").EqualTo(ChallengeDecision.Replaced).And.Property("ReplacementId").EqualTo(Other));
    }

    [Test]
    public void Challenges_are_of_parties_and_to_mediators_of_this_case()
    {
        var dispute = Given.Accepted();

        Given.Refused(dispute, "mediator.not-on-case", "人民调解法 19", () => dispute.Challenge(Doubt(Other), Given.On(-8)));
        Given.Refused(dispute, "party.unknown", "parties", () => dispute.Challenge(Doubt() with { PartyId = Guid.NewGuid() }, Given.On(-8)));
        Given.Refused(dispute, "challenge.unknown", "若干规定 25", () => dispute.DecideChallenge(Guid.NewGuid(), ChallengeDecision.Unfounded, null, [], Director(-8)));
    }
}
