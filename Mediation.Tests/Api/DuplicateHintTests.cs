using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Something alike is on the ledger: of one's own village it is named, of another's it is only said.</summary>
sealed class DuplicateHintTests(string kind) : ApiTest(kind)
{
    readonly string name = $"赵{Guid.NewGuid():N}"[..12];
    readonly string phone = $"137{Random.Shared.Next(10_000_000, 99_999_999)}";

    [Test]
    public async Task A_hint_names_ones_own_and_only_mentions_the_neighbours()
    {
        var (village, village2, town) = (await SignIn("village"), await SignIn("village2"), await SignIn("town"));
        var first = await GivenDispute(village, Alike);

        var own = Hints((await village.Put(Path(Guid.CreateVersion7()), DisputeBody(Alike))).Expect(HttpStatusCode.Created));
        var preview = Hints((await town.Post("/api/disputes/routing-preview", DisputeBody(Alike))).Expect(HttpStatusCode.OK));
        var foreign = await village2.Put(Path(Guid.CreateVersion7()), DisputeBody(body =>
        {
            Alike(body);
            body["areaCode"] = "340803100205";
            (body["subject"], body["summary"]) = ("红星村的事", "另一个村的说法。");
        }));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(own.Select(h => (Guid?)h["id"]), Does.Contain(IdOf(first)));
            Assert.That(preview.Select(h => (Guid?)h["id"]), Does.Contain(IdOf(first)));
            Assert.That(own.Concat(preview).Select(h => (string?)h["subject"]), Is.All.Not.Contains(name), "names are masked in hints");
            var hints = Hints(foreign.Expect(HttpStatusCode.Created));
            Assert.That(hints, Is.Not.Empty);
            Assert.That(hints.Select(h => (h["id"], h["subject"], h["status"], h["receivedOn"])), Is.All.EqualTo(((JsonNode?)null, (JsonNode?)null, (JsonNode?)null, (JsonNode?)null)));
            Assert.That(foreign.Text, Does.Not.Contain(IdOf(first).ToString()).And.Contain("镇综治中心已知悉"));
        }
    }

    void Alike(JsonObject body)
    {
        body["subject"] = $"{name}排水纠纷";
        (body["parties"]![0]!["name"], body["parties"]![0]!["phone"]) = (name, phone);
    }

    static List<JsonNode> Hints(JsonNode answer) => [.. answer["possibleDuplicates"]!.AsArray().Select(h => h!)];
}
