using Mediation.Core.Domain;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Disputes;
using NUnit.Framework;
using static Mediation.Core.Domain.Disputes.ConfirmationMove;
using static Mediation.Core.Domain.Disputes.ConfirmationState;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Judicial confirmation (人民调解法 33, 民事诉讼法 205-206): jointly, within thirty days, of what a court can confirm.</summary>
sealed class ConfirmationTests
{
    static readonly WorkCalendar Calendar = WorkCalendar.Parse("""{ "years": { "2026": { "off": ["2026-11-11"], "work": ["2026-12-05"] } } }""");

    static readonly Guid[] Both = [Given.Zhang.Id, Given.Li.Id];

    static IEnumerable<TestCaseData> Matrix =>
        from state in Enum.GetValues<ConfirmationState>() from move in Enum.GetValues<ConfirmationMove>() select new TestCaseData(state, move);

    /// <summary>Every legal move; all others are refused.</summary>
    static readonly Dictionary<(ConfirmationState, ConfirmationMove), ConfirmationState> Legal = new()
    {
        [(NotApplied, Apply)] = Applied, [(NotAccepted, Apply)] = Applied, [(WithdrawnByParty, Apply)] = Applied,
        [(Applied, Accept)] = UnderReview, [(Applied, Refuse)] = NotAccepted, [(Applied, Withdraw)] = WithdrawnByParty, [(UnderReview, Withdraw)] = WithdrawnByParty,
        [(UnderReview, Confirm)] = ConfirmedValid, [(UnderReview, Dismiss)] = Dismissed,
        [(ConfirmedValid, Receive)] = ConfirmedValid, [(Dismissed, Receive)] = Dismissed,
    };

    [TestCaseSource(nameof(Matrix))]
    public void Only_the_moves_of_the_table_are_legal(ConfirmationState from, ConfirmationMove move)
    {
        if (Legal.TryGetValue((from, move), out var to))
            Assert.That(Confirmation.After(from, move), Is.EqualTo(to));
        else
            Assert.That(() => Confirmation.After(from, move), Throws.TypeOf<RuleViolationException>().With.Property("Code").EqualTo("confirmation.illegal-move"));
    }

    /// <summary>人民调解法 33: all parties together, on the thirtieth day at the latest; 民法典 203 rolls it over the holiday.</summary>
    [Test]
    public void All_parties_apply_together_within_thirty_days_article_33()
    {
        // In force on 12 October; the thirtieth day, 11 November, is a day off.
        var dispute = Whole(-35);

        Given.Refused(dispute, "confirmation.not-joint", "人民调解法 33", () => Move(dispute, Apply, -10, [Given.Zhang.Id]));
        Given.Refused(dispute, "party.unknown", "民事诉讼法解释 351", () => Move(dispute, Apply, -10, [.. Both, Guid.NewGuid()]));
        Given.Refused(dispute, "confirmation.before-effective", "人民调解法 33", () => Move(dispute, Apply, -36));
        Given.Refused(dispute, "confirmation.too-late", "人民调解法 33", () => Move(dispute, Apply, -3));
        Given.Refused(dispute, "confirmation.court-missing", "民事诉讼法 205", () => Move(dispute, Apply, -4, court: null));
        Move(dispute, Apply, -4);
        Assert.That(dispute.AgreedCase!.Agreement!.Confirmation, Has.Property("State").EqualTo(Applied).And.Property("AppliedOn").EqualTo(Given.Today.AddDays(-4)));
    }

    /// <summary>人民调解法 30, domain 12: written down later, its thirty days still run from when it was reached; 民事诉讼法解释 354 wants the paper.</summary>
    [Test]
    public void Word_of_mouth_is_written_down_before_it_is_confirmed_and_keeps_its_thirty_days()
    {
        var dispute = Given.Agreed(Given.Oral(Given.Owes(100)));
        Given.Refused(dispute, "confirmation.not-written", "民事诉讼法解释 354", () => Move(dispute, Apply, 0));

        dispute.CompleteAgreement(Given.Written().SignedBy((Given.Zhang, -1), (Given.Li, -1)) with { MediatorSignedOn = Given.Today, SealedOn = Given.Today }, Given.On(0));
        var agreement = dispute.AgreedCase!.Agreement!;

        Assert.That(Confirmation.LastDay(agreement.EffectiveOn([])!.Value, Calendar).Due, Is.EqualTo(Given.Today.AddDays(23)), "30 days from 9 November are 9 December");
        Move(dispute, Apply, 0);
        Assert.That(dispute.AgreedCase!.Agreement!.Confirmation!.State, Is.EqualTo(Applied));
    }

    [Test]
    public void What_is_not_in_force_is_not_confirmed_article_29()
    {
        var dispute = Given.Agreed(Given.Written().SignedBy((Given.Zhang, -7)));

        Given.Refused(dispute, "confirmation.not-effective", "人民调解法 29", () => Move(dispute, Apply, 0));
    }

    /// <summary>民事诉讼法解释 355(3), (5): neither status nor title; money between spouses can be confirmed when it is said to leave the status alone.</summary>
    [TestCase(DisputeType.MarriageFamily, "0101", null, false, "confirmation.status", "民事诉讼法解释 355(3)")]
    [TestCase(DisputeType.MarriageFamily, "0102", null, false, null, null)]
    [TestCase(DisputeType.MarriageFamily, "0101", false, false, null, null)]
    [TestCase(DisputeType.Other, null, true, false, "confirmation.status", "民事诉讼法解释 355(3)")]
    [TestCase(DisputeType.HousingHomestead, null, null, true, "confirmation.title", "民事诉讼法解释 355(5)")]
    public void Status_and_title_are_not_confirmable_article_355(DisputeType type, string? subtype, bool? status, bool title, string? code, string? rule)
    {
        var dispute = Whole(-7, type, subtype, agreement => agreement with { DecidesStatus = status, DecidesTitle = title });

        if (code is null)
            Move(dispute, Apply, 0);
        else
            Given.Refused(dispute, code, rule!, () => Move(dispute, Apply, 0));
        Assert.That(dispute.AgreedCase!.Agreement!.Confirmation is null, Is.EqualTo(code is not null));
    }

    /// <summary>民事诉讼法解释 351: an agent applies while the authority holds.</summary>
    [Test]
    public void An_agent_applies_for_the_party_article_351()
    {
        var agent = new Agent { Id = Guid.NewGuid(), Name = "郑试丙", Scope = AgentScope.Special, From = Given.Today.AddDays(-8), RevokedOn = Given.Today.AddDays(-2) };
        var dispute = Whole(-7, change: file => file with { Parties = [Given.Zhang, Given.Li with { Agents = [agent] }] });

        Given.Refused(dispute, "agent.no-authority", "民法典 165", () => Move(dispute, Apply, -2, [Given.Zhang.Id, agent.Id]));
        Move(dispute, Apply, -3, [Given.Zhang.Id, agent.Id]);
        Assert.That(dispute.AgreedCase!.Agreement!.Confirmation!.ApplicantIds, Does.Contain(agent.Id));
    }

    /// <summary>民事诉讼法解释 355 and 358: each with a ground of its own; what turns out to be one of 355 later is dismissed on it.</summary>
    [Test]
    public void A_refusal_and_a_dismissal_have_grounds_of_their_articles()
    {
        var dispute = Whole(-7);
        Move(dispute, Apply, -6);

        Given.Refused(dispute, "confirmation.ground", "民事诉讼法解释 355", () => Move(dispute, Refuse, -5));
        Given.Refused(dispute, "confirmation.ground", "民事诉讼法解释 355", () => Move(dispute, Refuse, -5, ground: ConfirmationGround.PublicMorals));
        Given.Refused(dispute, "confirmation.ground", "民事诉讼法解释 355", () => Move(dispute, Accept, -5, ground: ConfirmationGround.WrongCourt));
        Given.Refused(dispute, "confirmation.out-of-order", "event dates", () => Move(dispute, Accept, -7));
        Move(dispute, Refuse, -5, ground: ConfirmationGround.WrongCourt);
        Move(dispute, Apply, -4);
        Move(dispute, Accept, -3);
        Given.Refused(dispute, "confirmation.ground", "民事诉讼法解释 358", () => Move(dispute, Dismiss, -2));
        Move(dispute, Dismiss, -2, ground: ConfirmationGround.UnclearContent);

        var confirmation = dispute.AgreedCase!.Agreement!.Confirmation!;
        Assert.That((confirmation.State, confirmation.AppliedOn, confirmation.FiledOn, confirmation.DecidedOn, Confirmation.Statute(confirmation.Ground!.Value)),
            Is.EqualTo((Dismissed, Given.Today.AddDays(-4), Given.Today.AddDays(-3), Given.Today.AddDays(-2), "民事诉讼法解释 358(5)")));
        Assert.That(LawfulSteps.Of(dispute.File, dispute.AgreedCase.Agreement, Calendar, Given.Today).Select(s => (s.Step, s.Basis)),
            Is.EqualTo([(LawfulStep.NewAgreement, "民事诉讼法 206"), (LawfulStep.SuitOnAgreement, "民事诉讼法 206")]));
    }

    [Test]
    public void That_the_days_ran_out_is_computed_and_not_stored()
    {
        var agreement = Whole(-7).AgreedCase!.Agreement!;

        Assert.That(Confirmation.StateOn(agreement, Given.Today, Given.Today), Is.EqualTo(NotApplied));
        Assert.That(Confirmation.StateOn(agreement, Given.Today, Given.Today.AddDays(1)), Is.EqualTo(Expired));
        Assert.That(agreement.Confirmation, Is.Null);
    }

    static Dispute Whole(
        int day, DisputeType type = DisputeType.Neighbor, string? subtype = null, Func<Agreement, Agreement>? content = null, Func<DisputeFile, DisputeFile>? change = null)
    {
        var on = Given.Today.AddDays(day);
        var dispute = Given.Registered(type, file => (change ?? (f => f))(file) with { Subtype = subtype, ReceivedAt = Given.Now.AddDays(day - 2), OccurredOn = on.AddDays(-3) });
        dispute.Accept(Given.Case() with { AcceptedOn = on }, Given.Told(dispute, day), Given.On(day));
        var agreement = Given.Written(Given.Owes(100)).SignedBy((Given.Zhang, day), (Given.Li, day)) with { ReachedOn = on, MediatorSignedOn = on, SealedOn = on };
        dispute.Agree((content ?? (a => a))(agreement), Given.On(day));
        return dispute;
    }

    static void Move(Dispute dispute, ConfirmationMove move, int day, Guid[]? applicants = null, string? court = "安庆市大观区人民法院", ConfirmationGround? ground = null) =>
        dispute.MoveConfirmation(
            new ConfirmationStep { Move = move, On = Given.Today.AddDays(day), ApplicantIds = applicants ?? Both, Court = court, Ground = ground }, Calendar, Given.On(0));
}
