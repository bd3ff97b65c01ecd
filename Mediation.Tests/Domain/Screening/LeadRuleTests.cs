using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.FrontDesk;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain.Screening;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Screening;

/// <summary>How a sign is judged and ends, the plans, and the front desk: local data and a few rules of law.</summary>
sealed class LeadRuleTests
{
    static readonly string Json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "screening.json"));
    static readonly ScreeningRules Rules = ScreeningPractices.Parse(Json).Newest;

    [TestCase(new LeadTrigger[0], 2, RiskLevel.Green)]
    [TestCase(new LeadTrigger[0], 10, RiskLevel.Yellow)]
    [TestCase(new LeadTrigger[0], 30, RiskLevel.Red)]
    [TestCase(new[] { LeadTrigger.OnlineSpread }, 2, RiskLevel.Yellow)]
    [TestCase(new[] { LeadTrigger.OnlineSpread, LeadTrigger.CrowdPlanned }, 2, RiskLevel.Red)]
    public void Domain_5_1_facts_propose_a_level(LeadTrigger[] triggers, int people, RiskLevel level) =>
        Assert.That(Rules.LevelOf(triggers, people).Level, Is.EqualTo(level));

    [Test]
    public void Domain_12_no_trigger_is_a_label_of_a_person_or_a_lawful_petition() =>
        Assert.That(Enum.GetNames<LeadTrigger>(), Has.None.Contains("Person").And.None.Contains("Petition"));

    [Test]
    public void Every_trigger_that_is_a_risk_of_a_dispute_is_at_least_as_hot_as_there()
    {
        var disputes = Mediation.Tests.Domain.Routing.SeededRules.Current;
        foreach (var trigger in Enum.GetValues<LeadTrigger>())
            if (trigger.AsRisk is { } risk)
                Assert.That(Rules.LevelOf([trigger], 2).Level, Is.GreaterThanOrEqualTo(disputes.Level(Mediation.Tests.Domain.Routing.SeededRules.Quarrel with { Risks = [risk] }).Level), trigger.ToString());
    }

    [TestCase(LeadTrigger.DomesticViolence, "反家庭暴力法 14")]
    [TestCase(LeadTrigger.ChildHarm, "未成年人保护法 11")]
    public void Violence_becomes_a_dispute_or_is_dismissed_by_the_director(LeadTrigger trigger, string statute)
    {
        foreach (var (outcome, directs) in ((LeadOutcome, bool)[])[(LeadOutcome.ResolvedOnSpot, true), (LeadOutcome.ResolvedOnSpot, false), (LeadOutcome.Dismissed, false)])
            Assert.That(Assert.Throws<RuleViolationException>(() => ScreeningLead.RequireEnd([trigger], outcome, directs)).Rule, Is.EqualTo(statute));
        Assert.That(() => ScreeningLead.RequireEnd([trigger], LeadOutcome.Dismissed, directs: true), Throws.Nothing);
        Assert.That(() => ScreeningLead.RequireEnd([trigger], LeadOutcome.TurnedIntoDispute, directs: false), Throws.Nothing);
    }

    [Test]
    public void There_is_a_plan_of_each_kind_and_every_item_is_somebodys()
    {
        Assert.That(Rules.Plans.Select(plan => plan.Kind), Is.EquivalentTo(Enum.GetValues<SpecialPlanKind>()));
        Assert.That(Rules.Plan(SpecialPlanKind.UnnaturalDeath).Suits(DisputeType.Neighbor, [Risk.Death]));
        Assert.That(() => ScreeningPractices.Parse(Json.Replace("\"role\": \"police\", \"zh\": \"查明死因", "\"role\": \"nobody\", \"zh\": \"查明死因")), Throws.TypeOf<RuleDataException>());
        Assert.That(() => ScreeningPractices.Parse(Json.Replace("\"id\": \"Traffic\"", "\"id\": \"Medical\"")), Throws.TypeOf<RuleDataException>());
    }

    [Test]
    public void Who_sent_nothing_is_told_nothing_and_who_sent_something_is_told_once_it_has_ended()
    {
        var (came, told) = (new DateOnly(2026, 11, 13), new DateOnly(2026, 11, 16));
        string Code(DeskSource source, DeskState state, DateOnly? before, DateOnly on) =>
            Assert.Throws<RuleViolationException>(() => FrontDeskRules.RequireFeedback(source, state, before, came, on)).Code;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Code(DeskSource.WalkIn, DeskState.Closed, null, told), Is.EqualTo("desk.no-referral"));
            Assert.That(Code(DeskSource.Court, DeskState.Open, null, told), Is.EqualTo("desk.still-open"));
            Assert.That(Code(DeskSource.Court, DeskState.Closed, told, told), Is.EqualTo("desk.told"));
            Assert.That(Code(DeskSource.Court, DeskState.TurnedIntoDispute, null, came.AddDays(-1)), Is.EqualTo("desk.told-before"));
            Assert.That(() => FrontDeskRules.RequireFeedback(DeskSource.Court, DeskState.Closed, null, came, told), Throws.Nothing);
        }
    }
}
