using System.Text.Json.Nodes;
using System.Text.Json;
using Mediation.Core.Domain.Routing;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Routing;

sealed class RuleSetsTests
{
    static JsonObject File() => JsonNode.Parse(SeededRules.Json)!.AsObject();

    static JsonObject Version(JsonObject file) => file["versions"]![0]!.AsObject();

    static JsonObject Rule(JsonObject file, string id, string section = "rules") =>
        Version(file)[section]!.AsArray().Single(rule => (string)rule!["id"]! == id)!.AsObject();

    [TestCase("2024-06-01", "2026.1")]
    [TestCase("2025-01-01", "2026.1")]
    [TestCase("2027-02-28", "2026.1")]
    [TestCase("2027-03-01", "2027.1")]
    public void The_day_picks_the_version_in_force(string day, string version)
    {
        var file = File();
        var later = Version(file).DeepClone().AsObject();
        (later["version"], later["effectiveFrom"]) = ("2027.1", "2027-03-01");
        file["versions"]!.AsArray().Insert(0, later);

        Assert.That(RuleSets.Parse(file.ToJsonString()).On(DateOnly.Parse(day, null)).Version, Is.EqualTo(version));
    }

    /// <summary>A threshold is data: the same facts go elsewhere once the file says so.</summary>
    [Test]
    public void A_changed_threshold_changes_the_proposal()
    {
        var file = File();
        Rule(file, "people-town")["when"]!["minPeople"] = 5;
        var proposal = RuleSets.Parse(file.ToJsonString()).On(new DateOnly(2026, 1, 1)).Propose(SeededRules.Quarrel with { PeopleInvolved = 5 });

        Assert.That(proposal.Reasons[0].Rule, Is.EqualTo("people-town"));
    }

    static IEnumerable<TestCaseData> Broken()
    {
        yield return Case("rule 'cross-town'", "unknown condition", file => Rule(file, "cross-town")["when"]!["moonPhase"] = 1);
        yield return Case("rule 'cross-town'", "'tier' is missing", file => Rule(file, "cross-town").Remove("tier"));
        yield return Case("rule 'cross-town'", "'Province' is no Tier", file => Rule(file, "cross-town")["tier"] = "Province");
        yield return Case("rule 'cross-town'", "'2' is no Tier", file => Rule(file, "cross-town")["tier"] = "2");
        yield return Case("rule 'cross-town'", "'zh' is empty", file => Rule(file, "cross-town")["zh"] = "");
        yield return Case("rule 'cross-town'", "'colour' unknown member", file => Rule(file, "cross-town")["colour"] = "Red");
        yield return Case("rule 'cross-town'", "names no statute", file => Rule(file, "cross-town").Remove("basis"));
        yield return Case("rule 'people-town'", "'minPeople' is no positive whole number", file => Rule(file, "people-town")["when"]!["minPeople"] = -10);
        yield return Case("rule 'people-town'", "'minPeople' is no Number", file => Rule(file, "people-town")["when"]!["minPeople"] = "ten");
        yield return Case("rule 'amount-town'", "'minAmount' is no positive amount", file => Rule(file, "amount-town")["when"]!["minAmount"] = 0);
        yield return Case("rule 'medical'", "'types' is empty", file => Rule(file, "medical")["when"]!["types"] = new JsonArray());
        yield return Case("rule 'medical'", "'offer' is neither true nor false", file => Rule(file, "medical")["offer"] = "no");
        yield return Case("rule 'red-crowd'", "unknown condition", file => Rule(file, "red-crowd", "levels")["when"]!["minLevel"] = "Yellow");
        yield return Case("rule 'red-crowd'", "at least one condition", file => Rule(file, "red-crowd", "levels")["when"] = new JsonObject());
        yield return Case("rule 'limit-handover-town'", "'unit' is missing", file => Rule(file, "limit-handover-town", "limits").Remove("unit"));
        yield return Case("routing rules, versions[0], rules[0]", "'id' is missing", file => Rule(file, "default").Remove("id"));
        yield return Case("routing rules", "'medical' stands twice", file => Rule(file, "cross-town")["id"] = "medical");
        yield return Case("routing rules", "exactly one rule", file => Rule(file, "cross-town")["when"] = new JsonObject());
        yield return Case("routing rules", "no limit for Village, Handling, MarriageFamily, complex",
            file => Version(file)["limits"]!.AsArray().RemoveAll(limit => (string)limit!["id"]! == "limit-handling-village-complex"));
        yield return Case("routing rules", "Load needs one criterion, not 0",
            file => Version(file)["ranking"]!["criteria"]!.AsArray().RemoveAll(entry => (string)entry!["criterion"]! == "Load"));
        yield return Case("routing rules", "Expertise needs one criterion, not 2",
            file => Version(file)["ranking"]!["criteria"]!.AsArray().Add(Version(file)["ranking"]!["criteria"]![0]!.DeepClone()));
        yield return Case("routing rules", "'effectiveFrom' is no date", file => Version(file)["effectiveFrom"] = "2026-02-30");
        yield return Case("routing rules", "no version", file => file["versions"] = new JsonArray());
        yield return Case("routing rules", "stands twice", file => file["versions"]!.AsArray().Add(Version(file).DeepClone()));
    }

    static TestCaseData Case(string owner, string fault, Action<JsonObject> breakIt) =>
        new TestCaseData(owner, fault, breakIt).SetArgDisplayNames(owner, fault);

    [TestCaseSource(nameof(Broken))]
    public void Malformed_data_is_named(string owner, string fault, Action<JsonObject> breakIt)
    {
        var file = File();
        breakIt(file);

        Assert.That(() => RuleSets.Parse(file.ToJsonString()),
            Throws.TypeOf<RuleDataException>().With.Message.StartsWith(owner).And.Message.Contains(fault));
    }

    [TestCase("")]
    [TestCase("{ \"versions\": [")]
    [TestCase("{ \"versions\": [], \"versions\": [] }")]
    public void What_is_no_json_is_refused(string text) =>
        Assert.That(() => RuleSets.Parse(text), Throws.InstanceOf<JsonException>());
}
