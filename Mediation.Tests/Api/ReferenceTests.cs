using System.Net;
using System.Text.Json.Nodes;
using Mediation.Core.Domain.Disputes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

sealed class ReferenceTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task Every_word_comes_with_its_labels_in_order()
    {
        var types = (await Reference())["enums"]!["DisputeType"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(types.Select(word => (string?)word!["value"]), Is.EqualTo(Enum.GetNames<DisputeType>()));
            Assert.That(((string?)types[1]!["zh"], (string?)types[1]!["en"]), Is.EqualTo(("邻里纠纷", "Neighbour dispute")));
        }
    }

    [Test]
    public async Task It_tells_which_rules_definition_and_calendar_are_in_force()
    {
        var reference = await Reference();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)reference["ruleSet"]!["version"], Is.Not.Empty);
            Assert.That((string?)reference["ruleSet"]!["effectiveFrom"], Does.Match(@"^\d{4}-\d\d-\d\d$"));
            Assert.That((string?)reference["reportDefinition"]!["version"], Is.Not.Empty);
            Assert.That(reference["calendar"]!["published"]!.AsArray().Select(year => (int)year!), Is.SupersetOf(Enumerable.Range(2019, 8)));
        }
    }

    [Test]
    public async Task It_brings_all_that_a_device_needs_to_go_on_alone()
    {
        var reference = await Reference();
        var (year, moves) = (reference["calendar"]!["days"]!.AsArray().Single(d => (int)d!["year"]! == 2026)!, reference["lifecycle"]!.AsArray());

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)reference["rules"]!["version"], Is.EqualTo((string?)reference["ruleSet"]!["version"]));
            Assert.That(reference["rules"]!["rules"]!.AsArray().Select(rule => (string?)rule!["id"]), Does.Contain("default"));
            Assert.That(year["off"]!.AsArray().Select(day => (string?)day), Does.Contain("2026-10-01"));
            Assert.That(moves.Select(move => ((string?)move!["status"], (string?)move["action"], (string?)move["to"])), Does.Contain(("Registered", "Accept", "InMediation")));
            Assert.That((string?)reference["screening"]!["cadence"], Is.EqualTo("Month"));
        }
    }

    [Test]
    public async Task Every_type_of_dispute_has_everyday_phrases_in_both_languages()
    {
        var phrases = (await Reference())["phrases"]!;
        var settlement = phrases["settlement"]!.AsObject();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(settlement.Select(type => type.Key), Is.EquivalentTo(Enum.GetNames<DisputeType>()));
            Assert.That(settlement.Select(type => type.Value!.AsArray().Count), Is.All.InRange(3, 6));
            foreach (var list in phrases.AsObject().Where(list => list.Key != "settlement").Select(list => list.Value!.AsArray()).Concat(settlement.Select(type => type.Value!.AsArray())))
                Assert.That(list, Has.Count.GreaterThan(0).And.All.Matches<JsonNode>(phrase => ((string)phrase["zh"]!).Length > 0 && ((string)phrase["en"]!).Length > 0));
        }
    }

    [Test]
    public async Task An_unchanged_reference_is_not_sent_again()
    {
        var client = await SignIn("village");
        using var first = await client.GetAsync("/api/reference");
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/reference") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await client.SendAsync(again);

        Assert.That((first.StatusCode, second.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.NotModified)));
        Assert.That(first.Headers.CacheControl!.NoStore);
    }

    [Test]
    public async Task Nobody_reads_it_without_signing_in() =>
        Assert.That((await App.Anonymous().Get("/api/reference")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));

    async Task<JsonNode> Reference() => (await (await SignIn("village")).Get("/api/reference")).Expect(HttpStatusCode.OK);
}
