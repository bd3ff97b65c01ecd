using System.Text.Json.Nodes;
using CsCheck;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain;
using NUnit.Framework;
using static Mediation.Tests.Domain.Routing.SeededRules;

namespace Mediation.Tests.Domain.Routing;

/// <summary>Every rule in the file speaks when it should, falls silent when any one condition fails, and answers for itself.</summary>
sealed class RuleCoverageTests
{
    static IEnumerable<string> Rules => Ids("rules");

    static IEnumerable<string> Levels => Ids("levels");

    [TestCaseSource(nameof(Rules))]
    public void Rule_fires_on_its_own_facts(string id) =>
        Assert.That(Spoken(WitnessFacts.Meeting(When("rules", id))), Does.Contain(id));

    [TestCaseSource(nameof(Levels))]
    public void Level_fires_on_its_own_facts(string id) =>
        Assert.That(Leveled(WitnessFacts.Meeting(When("levels", id))), Does.Contain(id));

    static IEnumerable<TestCaseData> RuleConditions => Conditions("rules");

    static IEnumerable<TestCaseData> LevelConditions => Conditions("levels");

    static IEnumerable<TestCaseData> Conditions(string section) =>
        from rule in Section(section)
        from condition in rule["when"]!.AsObject()
        select new TestCaseData((string)rule["id"]!, condition.Key);

    [TestCaseSource(nameof(RuleConditions))]
    public void Rule_is_silent_when_one_condition_fails(string id, string condition) =>
        Assert.That(Spoken(WitnessFacts.Missing(When("rules", id), condition)), Does.Not.Contain(id));

    [TestCaseSource(nameof(LevelConditions))]
    public void Level_is_silent_when_one_condition_fails(string id, string condition) =>
        Assert.That(Leveled(WitnessFacts.Missing(When("levels", id), condition)), Does.Not.Contain(id));

    [Test]
    public void No_rule_id_repeats() =>
        Assert.That(Rules.Concat(Levels).Concat(Ids("limits")), Is.Unique);

    [Test]
    public void Every_entry_names_its_statute_or_says_that_it_is_local() =>
        Assert.That(
            Section("rules").Concat(Section("levels")).Concat(Section("limits"))
                .Where(rule => rule["basis"] is null && (bool?)rule["local"] != true).Select(rule => (string)rule["id"]!),
            Is.Empty);

    static readonly Gen<RoutingFacts> AnyFacts =
        from type in Gen.Enum<DisputeType>()
        from subtype in Gen.OneOfConst(null, "0102", "0201", "0701", "1101", "1199", "1201", "1502")
        from respondent in Gen.OneOfConst(Haikou, Hongxing, OtherTown)
        from risks in Gen.Enum<Risk>().List[0, 2]
        from people in Gen.Int[2, 40]
        from amount in Gen.OneOfConst<decimal?>(null, 100m, 60_000m, 600_000m)
        from failed in Gen.Int[0, 4]
        from tier in Gen.Enum<Tier>()
        select Of(type) with
        {
            Subtype = subtype,
            Parties = Between(Haikou, respondent),
            Risks = risks,
            PeopleInvolved = people,
            Amount = amount,
            FailedAttempts = failed,
            CurrentTier = tier,
        };

    [Test]
    public void More_people_never_lower_a_matter() =>
        AnyFacts.Sample(facts =>
            Current.Propose(facts with { PeopleInvolved = facts.PeopleInvolved + 25 }) is var more
            && Current.Propose(facts) is var less
            && more.Tier >= less.Tier && more.Level >= less.Level && more.Target >= less.Target);

    [Test]
    public void Every_proposal_has_reasons_and_the_default_stands_alone() =>
        AnyFacts.Sample(facts =>
            Current.Propose(facts).Reasons.Select(reason => reason.Rule).ToList() is { Count: > 0 } rules
            && (!rules.Contains("default") || rules.Count == 1));

    [Test]
    public void No_committee_gets_what_only_an_organ_decides() =>
        AnyFacts.Sample(facts =>
            Current.Propose(facts).Target == RoutingTarget.Organ == facts.Subtype is "1101" or "1201" or "1502");

    static IEnumerable<string> Ids(string section) => Section(section).Select(rule => (string)rule["id"]!);

    static JsonObject When(string section, string id) => Section(section).Single(rule => (string)rule["id"]! == id)["when"]!.AsObject();

    static IEnumerable<string> Leveled(RiskFacts facts) => Current.Level(facts).Reasons.Select(reason => reason.Rule);

    static IEnumerable<string> Spoken(RoutingFacts facts) =>
        Current.Propose(facts) is var proposal ? proposal.Reasons.Concat(proposal.Offers).Select(reason => reason.Rule) : [];
}
