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
    public async Task Nobody_reads_it_without_signing_in() =>
        Assert.That((await App.Anonymous().Get("/api/reference")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));

    async Task<JsonNode> Reference() => (await (await SignIn("village")).Get("/api/reference")).Expect(HttpStatusCode.OK);
}
