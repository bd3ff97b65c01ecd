using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Who sees what of a matter that is in scope (domain 12): former holders the matter, the hosting committee its case.</summary>
sealed class SightTests(string kind) : ApiTest(kind)
{
    /// <summary>人民调解法 15(4): session notes and terms stay with the committee that hosted.</summary>
    [Test]
    public async Task Each_committee_reads_its_own_case_and_the_matter_stays_in_sight()
    {
        var (village, town, district) = (await SignIn("village"), await SignIn("town"), await SignIn("district"));
        var dispute = await GivenAcceptedDispute(village);
        dispute = await GivenStep(village, dispute, "sessions", new { attendeeIds = PartiesOf(dispute), record = "村录甲", result = "NotAgreed", note = "村注甲" });
        dispute = await GivenStep(village, dispute, "escalation", new { reason = "FailedAttempts" });
        dispute = (await town.Post($"/api/handovers/{dispute["handovers"]![0]!["id"]}/acceptance", new { commandId = Guid.NewGuid(), baseVersion = VersionOf(dispute) })).Expect(HttpStatusCode.OK);
        dispute = await GivenAcceptance(town, dispute);
        dispute = await GivenStep(town, dispute, "sessions", new { attendeeIds = PartiesOf(dispute), record = "镇录乙", invitees = new[] { "镇邀乙" }, result = "Agreed", note = "镇注乙" });
        var obligation = new { debtorId = PartiesOf(dispute)[1], creditorId = PartiesOf(dispute)[0], act = "镇诺乙", continuing = false };
        dispute = await GivenStep(town, dispute, "agreement", new { form = "Oral", terms = "镇款乙", obligations = new[] { obligation } });
        var owed = (Guid)dispute["cases"]![1]!["agreement"]!["obligations"]![0]!["id"]!;
        dispute = await GivenStep(town, dispute, "performance", new { obligationId = owed, evidence = "镇证乙" });
        dispute = await GivenStep(town, dispute, "follow-ups", new { by = "Visit", performed = true, record = "镇访乙" });

        var (ofVillage, ofTown, ofDistrict) = (await Everything(village, dispute), await Everything(town, dispute), await Everything(district, dispute));

        using (Assert.EnterMultipleScope())
        {
            foreach (var text in (string[])["村录甲", "村注甲"])
                Assert.That((ofVillage.Contains(text), ofTown.Contains(text), ofDistrict.Contains(text)), Is.EqualTo((true, false, false)), text);
            foreach (var text in (string[])["镇录乙", "镇邀乙", "镇注乙", "镇诺乙", "镇款乙", "镇证乙", "镇访乙"])
                Assert.That((ofVillage.Contains(text), ofTown.Contains(text), ofDistrict.Contains(text)), Is.EqualTo((false, true, false)), text);
            Assert.That(((await village.Get($"/api/disputes?q={(string)dispute["subject"]!}&limit=200")).Text), Does.Contain(IdOf(dispute).ToString()));
        }
    }

    /// <summary>医疗纠纷条例 42: no diagnosis is shown upward, nor to a desk that has not accepted.</summary>
    [Test]
    public async Task A_diagnosis_stays_with_who_answers()
    {
        var (village, town, district, sector) = (await SignIn("village"), await SignIn("town"), await SignIn("district"), await SignIn("sector"));
        var dispute = await GivenDispute(village, body => (body["type"], body["subject"], body["summary"]) = ("Medical", "术后感染题", "术后感染述"));
        dispute = await GivenStep(village, dispute, "escalation", new { reason = "SectorCompetence" });
        Assert.That(await Everything(village, dispute), Does.Contain("术后感染题").And.Contain("术后感染述"));
        foreach (var other in (HttpClient[])[town, district, sector])
            Assert.That(await Everything(other, dispute), Does.Not.Contain("术后感染"));

        dispute = (await sector.Post($"/api/handovers/{dispute["handovers"]![0]!["id"]}/acceptance", new { commandId = Guid.NewGuid(), baseVersion = VersionOf(dispute) })).Expect(HttpStatusCode.OK);

        Assert.That(await Everything(sector, dispute), Does.Contain("术后感染题").And.Contain("术后感染述"));
        Assert.That(await Everything(district, dispute), Does.Not.Contain("术后感染"));
    }

    /// <summary>A hit tells what the text says, so what is not shown is not found.</summary>
    [Test]
    public async Task What_is_not_shown_is_not_found()
    {
        var (village, town, district) = (await SignIn("village"), await SignIn("town"), await SignIn("district"));
        var (diagnosis, childName) = ($"诊{Guid.NewGuid():N}", $"童{Guid.NewGuid():N}");
        await GivenDispute(village, body => (body["type"], body["summary"]) = ("Medical", diagnosis));
        await GivenDispute(village, body =>
        {
            (body["parties"]![0]!["name"], body["parties"]![0]!["capacity"]) = (childName, "Under14");
            (body["subject"], body["summary"]) = (null, $"{childName}被撞伤。");
        });

        foreach (var other in (HttpClient[])[town, district])
            foreach (var words in (string[])[diagnosis, childName])
                Assert.That((await other.Get($"/api/disputes?q={words}")).Expect(HttpStatusCode.OK)["items"]!.AsArray(), Is.Empty);
    }

    /// <summary>个人信息保护法 31: what concerns a child under 14 is for the host and the director.</summary>
    [Test]
    public async Task A_childs_name_stays_with_who_answers()
    {
        var (village, town, district) = (await SignIn("village"), await SignIn("town"), await SignIn("district"));
        var dispute = await GivenDispute(village, body =>
        {
            var child = body["parties"]![0]!;
            (child["name"], child["capacity"], child["guardianName"], child["description"]) = ("周童某", "Under14", "周父某", "三年级学生");
            (body["subject"], body["summary"]) = (null, "周童某在校园被李试二撞伤。");
        });
        var child = PartiesOf(dispute)[0];
        dispute = await GivenStep(village, dispute, "corrections", new { field = $"parties.{child}.name", old = "周童某", @new = "周童甲", reason = "写错" });

        Assert.That(await Everything(village, dispute), Does.Contain("周童甲").And.Contain("周父某"));
        foreach (var other in (HttpClient[])[town, district])
        {
            Assert.That(await Everything(other, dispute), Does.Not.Contain("周童").And.Not.Contain("周父某").And.Not.Contain("三年级"));
            var revealed = await other.Post(Path(IdOf(dispute), "reveal"), new { commandId = Guid.NewGuid(), fields = new[] { "phone" }, reason = "核实" });
            Assert.That(revealed.Expect(HttpStatusCode.OK)["parties"]!.AsArray().Select(p => (Guid)p!["id"]!), Is.EqualTo([PartiesOf(dispute)[1]]));
        }
    }

    /// <summary>Ids, phones and addresses are masked for everybody, in every answer that a step gives, also the one of a stale version.</summary>
    [Test]
    public async Task Nobody_is_shown_a_number_that_was_not_asked_for()
    {
        var village = await SignIn("village");
        var id = Guid.CreateVersion7();
        var registered = await village.Put(Path(id), DisputeBody(body =>
            (body["parties"]![0]!["idNumber"], body["parties"]![0]!["phone"], body["parties"]![0]!["address"]) = ("11010519491231002X", "13800007777", "海口村东组77号")));
        var dispute = registered.Expect(HttpStatusCode.Created);
        var party = PartiesOf(dispute)[0];
        var corrected = await Act(village, dispute, "corrections", new { field = $"parties.{party}.address", old = "海口村***", @new = "海口村西组88号", reason = "搬家" });
        var stale = await Act(village, dispute, "acceptance");
        Assert.That(((string?)corrected["parties"]?[0]?["address"], stale.Status), Is.EqualTo(("海口村***", HttpStatusCode.Conflict)), corrected.Text);

        foreach (var text in (string[])[registered.Text, corrected.Text, stale.Text, await Everything(village, dispute)])
            Assert.That(text, Does.Not.Contain("11010519491231002X").And.Not.Contain("13800007777").And.Not.Contain("77号").And.Not.Contain("88号"));
        Assert.That((string?)stale["current"]!["parties"]![0]!["idNumber"], Is.EqualTo("110***********002X"));
    }

    /// <summary>What was sent to a sector by mistake and taken back is none of its matters any more.</summary>
    [Test]
    public async Task What_was_taken_back_is_out_of_sight()
    {
        var (village, sector) = (await SignIn("village"), await SignIn("sector"));
        var dispute = await GivenDispute(village, body => body["type"] = "Medical");
        dispute = await GivenStep(village, dispute, "escalation", new { reason = "SectorCompetence" });
        Assert.That((await sector.Get(Path(IdOf(dispute)))).Status, Is.EqualTo(HttpStatusCode.OK));

        await GivenStep(village, dispute, "reversals", new { reason = "发错了" });

        Assert.That((await sector.Get(Path(IdOf(dispute)))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await sector.Get("/api/disputes?limit=200")).Text, Does.Not.Contain(IdOf(dispute).ToString()));
    }

    [Test]
    public async Task A_handover_of_others_is_as_unknown_as_none()
    {
        var (village, stranger) = (await SignIn("village"), await SignIn("town2"));
        var handover = (await GivenEscalatedDispute(village))["handovers"]![0]!["id"]!;
        Task<Reply> Accept(object id) => stranger.Post($"/api/handovers/{id}/acceptance", new { commandId = Guid.NewGuid(), baseVersion = 2 });

        var (foreign, unknown) = (await Accept(handover), await Accept(Guid.NewGuid()));

        Assert.That((foreign.Status, (string?)foreign["title"]), Is.EqualTo((HttpStatusCode.NotFound, (string?)unknown["title"])));
    }

    static async Task<string> Everything(HttpClient client, JsonNode dispute)
    {
        var file = await client.Get(Path(IdOf(dispute)));
        var journal = await client.Get(Path(IdOf(dispute), "journal"));
        Assert.That((file.Status, journal.Status), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.OK)));
        return Plain(file.Json) + Plain(journal.Json);
    }

    // As a person reads it: no escapes.
    static string Plain(JsonNode json) => json.ToJsonString(new System.Text.Json.JsonSerializerOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
