using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A tablet's outbox: every entry answered from a closed list, none lost, none carried out twice.</summary>
sealed class SyncCommandTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task A_day_offline_is_carried_out_in_order()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        var (registration, acceptance, session) = await Chain(village);

        var answers = await tablet.Answers(registration, acceptance, session);

        Assert.That(answers.Select(Tablet.Word), Is.All.EqualTo("accepted"), Told(answers));
        var dispute = (await village.Get(Path(Tablet.IdOf(registration)))).Expect(HttpStatusCode.OK);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((int?)answers[^1]["version"], Is.EqualTo(VersionOf(dispute)));
            Assert.That(JsonNode.DeepEquals(answers[^1]["dispute"], dispute), Is.True, "The answer shows what GET shows.");
            Assert.That(await Journal(village, dispute), Is.EqualTo(new[] { "Registered", "Accepted", "SessionHeld" }));
        }
    }

    [Test]
    public async Task After_a_lost_reply_the_same_batch_gives_the_first_results()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        var (registration, acceptance, session) = await Chain(village);
        var first = await tablet.Answers(registration, acceptance, session);

        var again = await tablet.Answers(registration, acceptance, session);
        var halfway = await tablet.Answers(session);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(again.Concat(halfway).Select(Tablet.Word), Is.All.EqualTo("replayed"), Told(again));
            Assert.That(again.Select(a => (int)a["version"]!), Is.EqualTo(first.Select(a => (int)a["version"]!)));
            Assert.That(again.Select(a => (int)a["dispute"]!["version"]!), Is.All.EqualTo((int)first[^1]["version"]!), "the present state comes along");
        }
    }

    [Test]
    public async Task Two_tabs_send_the_same_at_once()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        var (registration, acceptance, session) = await Chain(village);

        var both = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => tablet.Answers(registration, acceptance, session)));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(both.SelectMany(answers => answers).Select(Tablet.Word), Is.All.AnyOf("accepted", "replayed"), Told(both[0]));
            foreach (var place in (int[])[0, 1, 2])
                Assert.That(both.Count(answers => Tablet.Word(answers[place]) == "accepted"), Is.EqualTo(1), $"entry {place} is carried out once");
        }
        Assert.That(await Journal(village, both[0][2]["dispute"]!), Has.Length.EqualTo(3));
    }

    [Test]
    public async Task The_ordinary_way_and_the_batch_are_one_command()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        var id = Guid.CreateVersion7();
        (await village.Put(Path(id), DisputeBody())).Expect(HttpStatusCode.Created);
        var accepted = await GivenAcceptance(village, (await village.Get(Path(id))).Json);
        var session = new JsonObject { ["commandId"] = Guid.CreateVersion7(), ["baseVersion"] = VersionOf(accepted), ["deviceTime"] = "2026-11-16T00:00:00Z" };
        foreach (var (name, value) in Session(accepted))
            session[name] = value!.DeepClone();
        (await village.Post(Path(id, "sessions"), session)).Expect(HttpStatusCode.OK);

        var answers = await tablet.Answers(
            Tablet.Registration(id, DisputeBody()), Tablet.Entry("HoldSession", id, Session(accepted), VersionOf(accepted), commandId: (Guid)session["commandId"]!));
        var other = Tablet.Registration(id, DisputeBody(b => b["summary"] = "另一件事。"));

        Assert.That(answers.Select(Tablet.Word), Is.All.EqualTo("replayed"), Told(answers));
        Assert.That((string?)(await tablet.Answer(other))["code"], Is.EqualTo("command.reused"));
    }

    [Test]
    public async Task What_follows_a_refused_entry_waits_and_the_rest_goes_on()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        var (registration, acceptance, session) = await Chain(village);
        acceptance["body"]!["hostId"] = Guid.CreateVersion7();
        var elsewhere = Tablet.Registration(Guid.CreateVersion7(), DisputeBody());

        var answers = await tablet.Answers(registration, acceptance, session, elsewhere);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answers.Select(Tablet.Word), Is.EqualTo(new[] { "accepted", "refused", "held", "accepted" }), Told(answers));
            Assert.That((string?)answers[1]["code"], Is.EqualTo("mediator.unknown"));
            Assert.That(answers[1]["errors"]!["hostId"], Is.Not.Null);
            Assert.That((string?)answers[1]["statute"], Is.EqualTo("registry"));
        }
        // The person mends it; what waited goes with it.
        acceptance["body"]!["hostId"] = await Mediator(village);
        acceptance["commandId"] = Guid.CreateVersion7();
        session["after"] = Tablet.IdOf(acceptance);
        Assert.That((await tablet.Answers(acceptance, session)).Select(Tablet.Word), Is.All.EqualTo("accepted"));
    }

    [Test]
    public async Task A_later_batch_knows_what_an_earlier_one_did()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        var (registration, acceptance, session) = await Chain(village);

        Assert.That(Tablet.Word(await tablet.Answer(acceptance)), Is.EqualTo("held"));
        Assert.That(Tablet.Word(await tablet.Answer(registration)), Is.EqualTo("accepted"));
        Assert.That(Tablet.Word(await tablet.Answer(session)), Is.EqualTo("held"));
        Assert.That(Tablet.Word(await tablet.Answer(acceptance)), Is.EqualTo("accepted"));
        Assert.That(Tablet.Word(await tablet.Answer(session)), Is.EqualTo("accepted"));
    }

    [Test]
    public async Task A_stale_entry_brings_the_present_state_and_both_values_are_kept_when_a_person_chose()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        var dispute = await GivenDispute(village);
        var now = await GivenStep(village, dispute, "corrections", new { field = "place", old = "海口村东组", @new = "海口村西组", reason = "走访核实" });
        var body = new JsonObject { ["field"] = "place", ["old"] = "海口村东组", ["new"] = "海口村南组", ["reason"] = "现场核实" };
        var entry = Tablet.Entry("CorrectDispute", IdOf(dispute), body, VersionOf(dispute));

        var stale = await tablet.Answer(entry);
        Assert.That(Tablet.Word(stale), Is.EqualTo("stale"));
        Assert.That(JsonNode.DeepEquals(stale["current"], now), Is.True, stale.ToJsonString());

        body["old"] = "海口村西组";
        body["resolveConflict"] = new JsonObject { ["field"] = "place", ["mine"] = "海口村南组", ["theirs"] = "海口村西组" };
        var chosen = await tablet.Answer(Tablet.Entry("CorrectDispute", IdOf(dispute), body, VersionOf(now)));
        var journal = (await village.Get(Path(IdOf(dispute), "journal"))).Text;
        Assert.That(Tablet.Word(chosen), Is.EqualTo("accepted"), chosen.ToJsonString());
        Assert.That(journal, Does.Contain("place: 海口村南组 | 海口村西组"));
    }

    [Test]
    public async Task Handovers_are_decided_offline_too()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var tablet = await Tablet.Registered(town);
        var sent = await GivenEscalatedDispute(village);
        var handover = (string)sent["handovers"]![0]!["id"]!;

        var answer = await tablet.Answer(Tablet.Entry("AcceptHandover", IdOf(sent), new { handoverId = handover }, VersionOf(sent)));

        Assert.That(Tablet.Word(answer), Is.EqualTo("accepted"), answer.ToJsonString());
        Assert.That((string?)answer["dispute"]!["tier"], Is.EqualTo("Town"));
    }

    [Test]
    public async Task A_clock_that_is_off_is_told_and_other_rules_are_noted()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        tablet.Now = ApiServer.Opening.AddMinutes(-6);
        var registration = Tablet.Registration(Guid.CreateVersion7(), DisputeBody());
        registration["ruleSet"] = "1999-01";

        var reply = (await tablet.Send(registration)).Expect(HttpStatusCode.OK);
        var device = await Device(tablet);
        var line = (await village.Get(Path(Tablet.IdOf(registration), "journal"))).Expect(HttpStatusCode.OK)["items"]![0]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((int?)reply["skewSeconds"], (bool?)reply["skewFlagged"]), Is.EqualTo((-360, true)));
            Assert.That(((int?)device["skewSeconds"], (bool?)device["skewFlagged"], (int?)device["pending"]), Is.EqualTo((-360, true, 1)));
            Assert.That((string?)line["facts"]!["rulesOfDevice"], Is.EqualTo("1999-01"));
            Assert.That((DateTimeOffset?)line["deviceTime"], Is.EqualTo(new DateTimeOffset(2026, 11, 16, 0, 50, 0, TimeSpan.Zero)));
            Assert.That((DateTimeOffset?)line["serverTime"], Is.EqualTo(ApiServer.Opening));
        }
    }

    async Task<JsonNode> Device(Tablet tablet) => (await (await SignIn("town")).Get("/api/devices?limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray()
        .Single(device => (Guid)device!["id"]! == tablet.Id)!;

    /// <summary>Registered, accepted and heard without a network: each follows the one before it.</summary>
    static async Task<(JsonObject Registration, JsonObject Acceptance, JsonObject Session)> Chain(HttpClient client)
    {
        var (id, parties) = (Guid.CreateVersion7(), (Guid[])[Guid.CreateVersion7(), Guid.CreateVersion7()]);
        var registration = Tablet.Registration(id, DisputeBody(body =>
        {
            for (var i = 0; i < 2; i++)
                body["parties"]![i]!["id"] = parties[i];
        }));
        var acceptance = Tablet.Entry("AcceptDispute", id, new
        {
            hostId = await Mediator(client), assistantIds = Array.Empty<Guid>(), notices = parties.Select(party => new { partyId = party, form = "TakingPart" }),
        }, after: id);
        var session = Tablet.Entry(
            "HoldSession", id, new { place = "村委会", attendeeIds = parties, record = "双方到场陈述。", result = "Continue" }, after: Tablet.IdOf(acceptance));
        return (registration, acceptance, session);
    }

    static JsonObject Session(JsonNode dispute) => new()
    {
        ["attendeeIds"] = new JsonArray([.. PartiesOf(dispute).Select(party => (JsonNode)party)]), ["record"] = "双方各说各的。", ["result"] = "Continue",
    };

    static async Task<Guid> Mediator(HttpClient client) => (Guid)(await client.Get("/api/session")).Expect(HttpStatusCode.OK)["mediatorId"]!;

    static async Task<string[]> Journal(HttpClient client, JsonNode dispute) =>
        [.. (await client.Get(Path(IdOf(dispute), "journal"))).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(line => (string)line!["event"]!)];

    static string Told(IEnumerable<JsonNode> answers) => string.Join('\n', answers.Select(answer => answer.ToJsonString()));
}
