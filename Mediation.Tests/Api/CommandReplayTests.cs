using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A command is carried out once, on the version that its person saw.</summary>
sealed class CommandReplayTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task A_stale_version_is_told_with_the_current_state()
    {
        var village = await SignIn("village");
        var dispute = await GivenDispute(village);
        var accepted = await GivenAcceptance(village, dispute);

        var stale = await Act(village, dispute, "escalation", new { reason = "PartyRequest" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(stale.Status, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(stale.Code, Is.EqualTo("dispute.stale"));
            Assert.That((int?)stale["current"]?["version"], Is.EqualTo(VersionOf(accepted)));
            Assert.That((string?)stale["current"]?["status"], Is.EqualTo("InMediation"));
        }
    }

    [Test]
    public async Task Of_twenty_steps_on_one_version_at_once_one_is_taken()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Act(village, dispute, "sessions", Session(dispute))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(replies.Count(reply => reply.Status == HttpStatusCode.OK), Is.EqualTo(1));
            foreach (var stale in replies.Where(reply => reply.Status != HttpStatusCode.OK))
            {
                Assert.That(stale.Code, Is.EqualTo("dispute.stale"), stale.Text);
                Assert.That((int?)stale["current"]?["version"], Is.EqualTo(VersionOf(dispute) + 1));
                Assert.That((int?)stale["current"]?["cases"]?[0]?["sessionCount"], Is.EqualTo(1), "a new version with an old state invites a lost update");
            }
            Assert.That(await Events(village, dispute), Has.Exactly(1).EqualTo("SessionHeld"));
        }
    }

    [Test]
    public async Task A_command_sent_again_and_again_is_answered_and_not_repeated()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        var session = Session(dispute);
        session["commandId"] = Guid.CreateVersion7();

        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Act(village, dispute, "sessions", session)));
        var late = await Act(village, dispute, "sessions", session);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(replies.Append(late).Select(reply => $"{reply.Status} {reply.Code}").Distinct(), Is.EqualTo(new[] { "OK " }));
            Assert.That(replies.Append(late).Select(reply => (int?)reply["version"]).Distinct(), Is.EqualTo(new[] { VersionOf(dispute) + 1 }));
            Assert.That(await Events(village, dispute), Has.Exactly(1).EqualTo("SessionHeld"));
        }
    }

    [Test]
    public async Task A_command_id_is_for_one_command_of_one_person()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var dispute = await GivenAcceptedDispute(village);
        var other = await GivenAcceptedDispute(village);
        var session = Session(dispute);
        session["commandId"] = Guid.CreateVersion7();
        var held = await GivenStep(village, dispute, "sessions", session);

        var otherContent = await Act(village, held, "sessions", With(session, "record", "改过的记录"));
        var otherAct = await Act(village, held, "failure", new { commandId = (Guid)session["commandId"]!, channels = new[] { "Suit" } });
        var otherDispute = await Act(village, other, "sessions", session);
        var otherPerson = await Act(town, dispute, "sessions", session);

        using (Assert.EnterMultipleScope())
        {
            foreach (var reply in (Reply[])[otherContent, otherAct, otherDispute, otherPerson])
            {
                Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Conflict), reply.Text);
                Assert.That(reply.Code, Is.EqualTo("command.reused"));
            }
            Assert.That(VersionOf((await village.Get(Path(IdOf(other)))).Json), Is.EqualTo(VersionOf(other)));
        }
    }

    [Test]
    public async Task A_later_command_of_an_offline_chain_names_the_one_before_it()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        var first = With(Session(dispute), "commandId", $"{Guid.CreateVersion7()}");
        await GivenStep(village, dispute, "sessions", first);

        var second = With(Session(dispute), "after", (string)first["commandId"]!);
        second["commandId"] = Guid.CreateVersion7();
        var chained = await village.Post(Path(IdOf(dispute), "sessions"), second);
        second["commandId"] = Guid.CreateVersion7();
        var late = await village.Post(Path(IdOf(dispute), "sessions"), second);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(chained.Status, Is.EqualTo(HttpStatusCode.OK), chained.Text);
            Assert.That(late.Code, Is.EqualTo("dispute.stale"));
        }
    }

    [Test]
    public async Task A_command_without_its_id_or_its_version_is_told_so()
    {
        var village = await SignIn("village");
        var dispute = await GivenDispute(village);

        var noId = await village.Post(Path(IdOf(dispute), "closure"), new { baseVersion = 1 });
        var noVersion = await village.Post(Path(IdOf(dispute), "closure"), new { commandId = Guid.CreateVersion7() });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(noId.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(noId["errors"]?["commandId"], Is.Not.Null);
            Assert.That(noVersion.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(noVersion["errors"]?["baseVersion"], Is.Not.Null);
        }
    }

    static JsonObject Session(JsonNode dispute) => new()
    {
        ["attendeeIds"] = new JsonArray([.. PartiesOf(dispute).Select(party => (JsonNode)party)]), ["record"] = "双方各说各的。", ["result"] = "Continue",
    };

    static JsonObject With(JsonObject body, string field, string value)
    {
        var changed = body.DeepClone().AsObject();
        changed[field] = value;
        return changed;
    }

    static async Task<List<string?>> Events(HttpClient client, JsonNode dispute) =>
        [.. (await client.Get(Path(IdOf(dispute), "journal"))).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(line => (string?)line!["event"])];
}
