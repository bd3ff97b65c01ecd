using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Mediation.Api.Jobs;
using Mediation.Tests.Domain.Papers;
using Mediation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Files in a dossier: what they become, who opens them, and how they go.</summary>
sealed class AttachmentTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    [Test]
    public async Task A_photograph_keeps_its_orientation_and_tells_nothing_else()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        var upload = await GivenUpload(village, Pictures.Jpeg(6), "现场.png");
        dispute = (await Attach(village, dispute, upload, new { kind = "Photo" })).Expect(HttpStatusCode.OK);
        var attachment = dispute["attachments"]![0]!;

        using var response = await Download(village, dispute, (Guid)attachment["id"]!);
        var bytes = await response.Content.ReadAsByteArrayAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(bytes, Is.EqualTo(Pictures.CleanJpeg(6)));
            Assert.That(((string?)attachment["mediaType"], (string?)attachment["sha256"], (int)attachment["pages"]!), Is.EqualTo(("image/jpeg", HashOf(bytes), 1)), "by content, not by name");
            Assert.That(response.Content.Headers.ContentType!.MediaType, Is.EqualTo("image/jpeg"));
            Assert.That(response.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
            Assert.That(response.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(response.Content.Headers.ContentDisposition.FileNameStar, Is.EqualTo("现场.jpg"));
            Assert.That((await TusSend(village, HttpMethod.Head, $"/api/uploads/{upload}")).Status, Is.EqualTo(HttpStatusCode.NotFound), "an upload is attached once");
        }
    }

    [Test]
    public async Task A_part_of_a_file_can_be_asked_for()
    {
        var village = await SignIn("village");
        var bytes = Pdf(1_000);
        var dispute = await GivenAttachment(village, await GivenAcceptedDispute(village), bytes);
        using var request = new HttpRequestMessage(HttpMethod.Get, Path(IdOf(dispute), $"attachments/{dispute["attachments"]![0]!["id"]}")) { Headers = { Range = new(100, 199) } };
        using var response = await village.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.PartialContent));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes[100..200]));
    }

    /// <summary>人民调解法 15(4), domain 12: evidence belongs to the committee that hosts; centres and other villages see the matter.</summary>
    [Test]
    public async Task Only_the_hosting_committee_opens_and_sees_its_files()
    {
        var village = await SignIn("village");
        var dispute = await GivenAttachment(village, await GivenAcceptedDispute(village), Pdf(), new { kind = "Evidence", name = "借条甲", origin = "张试一提供" });
        var id = (Guid)dispute["attachments"]![0]!["id"]!;

        using (Assert.EnterMultipleScope())
        {
            foreach (var other in (string[])["town", "district", "village2", "sector", "justice"])
            {
                var client = await SignIn(other);
                using var response = await Download(client, dispute, id);
                Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), other);
                foreach (var path in (string[])["", "journal", "dossier"])
                    Assert.That((await client.Get(Path(IdOf(dispute), path))).Text, Does.Not.Contain("借条甲").And.Not.Contain("张试一提供"), $"{other} {path}");
            }
            Assert.That((await village.Get(Path(IdOf(dispute), "journal"))).Text, Does.Contain("借条甲").And.Contain("张试一提供"));
            Assert.That((await (await SignIn("auditor")).Get(Path(IdOf(dispute), $"attachments/{id}"))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await village.Get(Path(IdOf(dispute), $"attachments/{Guid.NewGuid()}"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [Test]
    public async Task What_the_village_gathered_does_not_travel_up_with_the_matter_domain_12()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town"));
        var dispute = await GivenAttachment(village, await GivenDispute(village), Pdf(), new { kind = "Evidence", name = "村证甲" });
        dispute = await GivenStep(village, dispute, "escalation", new { reason = "PartyRequest" });
        dispute = (await town.Post($"/api/handovers/{dispute["handovers"]![0]!["id"]}/acceptance", new { commandId = Guid.NewGuid(), baseVersion = VersionOf(dispute) })).Expect(HttpStatusCode.OK);
        dispute = await GivenAcceptance(town, dispute);

        Assert.That(dispute["attachments"]!.AsArray(), Is.Empty);
        Assert.That((await village.Get(Path(IdOf(dispute))))["attachments"]!.AsArray(), Has.Count.EqualTo(1));
        dispute = await GivenAttachment(town, dispute, Pdf(), new { kind = "Evidence", name = "镇证乙" });
        Assert.That((await village.Get(Path(IdOf(dispute)))).Text, Does.Not.Contain("镇证乙"));
        Assert.That((await Attach(village, dispute, await GivenUpload(village, Pdf()))).Code, Is.EqualTo("dossier.not-yours"));
    }

    [Test]
    public async Task Every_look_at_a_file_is_logged_before_it_is_answered()
    {
        var village = await SignIn("village");
        var dispute = await GivenAttachment(village, await GivenAcceptedDispute(village), Pdf());
        using var response = await Download(village, dispute, (Guid)dispute["attachments"]![0]!["id"]!);

        var log = await (await SignIn("auditor")).Get($"/api/access-log?dispute={IdOf(dispute)}&kind=Read");
        Assert.That(log["items"]!.AsArray().Select(item => (string?)item!["detail"]), Does.Contain($"attachment {dispute["attachments"]![0]!["id"]}"));
    }

    [TestCase("<html><script>alert(1)</script>", "attachment.type", TestName = "A page")]
    [TestCase("MZ this program", "attachment.type", TestName = "A program")]
    [TestCase("%PDF-1.5 /Type /ObjStm", "attachment.pages-unknown", TestName = "A PDF that hides its pages")]
    public async Task What_is_no_picture_paper_or_sound_is_refused(string content, string code)
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);

        AssertRule(await Attach(village, dispute, await GivenUpload(village, Encoding.ASCII.GetBytes(content), "图片.jpg")), code);
        Assert.That(VersionOf((await village.Get(Path(IdOf(dispute)))).Json), Is.EqualTo(VersionOf(dispute)));
    }

    [Test]
    public async Task A_recording_needs_both_sides_yes()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        var upload = await GivenUpload(village, [.. "#!AMR\n"u8, .. Pdf()]);

        AssertRule(await Attach(village, dispute, upload, new { kind = "Recording", agreedBy = PartiesOf(dispute).Take(1) }), "recording.without-consent");
        dispute = (await Attach(village, dispute, upload, new { kind = "Recording", agreedBy = PartiesOf(dispute) })).Expect(HttpStatusCode.OK);
        Assert.That(((string?)dispute["attachments"]![0]!["mediaType"], (int)dispute["attachments"]![0]!["pages"]!), Is.EqualTo(("audio/amr", 0)));
    }

    [Test]
    public async Task The_same_command_again_is_answered_and_an_unfinished_or_unknown_upload_is_not_taken()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        var body = new { commandId = Guid.NewGuid(), kind = "Evidence", uploadId = await GivenUpload(village, Pdf()) };
        var first = (await Attach(village, dispute, body.uploadId, body)).Expect(HttpStatusCode.OK);
        var again = (await Attach(village, dispute, body.uploadId, body)).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(VersionOf(again), Is.EqualTo(VersionOf(first)));
            Assert.That(again["attachments"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That((await Attach(village, again, await GivenAnnouncement(village, 10))).Code, Is.EqualTo("upload.unfinished"));
            Assert.That((await Attach(village, again, Guid.NewGuid())).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await Attach(await SignIn("village2"), again, Guid.NewGuid())).Status, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    /// <summary>个人信息保护法 47: the bytes go when nobody else names them, the entry says when, and the journal stays whole.</summary>
    [Test]
    public async Task What_is_lawfully_erased_is_gone_once_nobody_else_names_it()
    {
        var (village, district) = (await SignIn("village"), await SignIn("district"));
        var bytes = Pdf();
        var one = await GivenAttachment(village, await GivenAcceptedDispute(village), bytes, new { kind = "Evidence", name = "身份证甲", origin = "来源甲" });
        var two = await GivenAttachment(village, await GivenAcceptedDispute(village), bytes, new { kind = "Evidence" });
        Assert.That(Kept(bytes), Has.Count.EqualTo(1), "the same bytes are stored once");
        var (idOfOne, idOfTwo) = ((Guid)one["attachments"]![0]!["id"]!, (Guid)two["attachments"]![0]!["id"]!);
        Task<JsonNode> Erase(JsonNode dispute, Guid id) => GivenStep(district, dispute, "erasure", new { fields = new[] { $"attachments.{id}" }, reason = "本人依法要求删除。" });
        var sweep = App.Services.GetServices<IHostedService>().OfType<FileSweep>().Single();

        await Erase(one, idOfOne);
        await sweep.Look(default);
        using var erased = await Download(village, one, idOfOne);
        using var other = await Download(village, two, idOfTwo);
        Assert.That((erased.StatusCode, other.StatusCode, Kept(bytes).Count), Is.EqualTo((HttpStatusCode.Gone, HttpStatusCode.OK, 1)));

        await Erase(two, idOfTwo);
        await sweep.Look(default);
        var view = (await village.Get(Path(IdOf(one)))).Expect(HttpStatusCode.OK);
        var proof = (await village.Get(Path(IdOf(one), "journal/verification"))).Expect(HttpStatusCode.OK);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Kept(bytes), Is.Empty);
            Assert.That(((string?)view["attachments"]![0]!["erasedOn"], (string?)view["attachments"]![0]!["name"]), Is.EqualTo(("2026-11-16", (string?)null)));
            Assert.That((bool)proof["valid"]!, proof.ToJsonString());
            Assert.That(proof["erased"]!.AsArray().Select(e => (string?)e!["field"]), Is.EquivalentTo(new[] { $"attachment.{idOfOne}.name", $"attachment.{idOfOne}.origin" }));
            Assert.That((await village.Get(Path(IdOf(one), "journal"))).Text, Does.Not.Contain("身份证甲"));
        }

        // The same bytes once more: they are written anew, though they were swept.
        two = await GivenAttachment(village, (await village.Get(Path(IdOf(two)))).Json, bytes, new { kind = "Evidence" });
        using var anew = await Download(village, two, (Guid)two["attachments"]![1]!["id"]!);
        Assert.That(await anew.Content.ReadAsByteArrayAsync(), Is.EqualTo(bytes));
    }

    /// <summary>Somebody attaches the very bytes that are being erased and swept: nobody's entry names what is gone.</summary>
    [Test]
    public async Task A_sweep_never_takes_what_is_attached_at_the_same_moment()
    {
        var (village, district) = (await SignIn("village"), await SignIn("district"));
        var sweep = App.Services.GetServices<IHostedService>().OfType<FileSweep>().Single();
        var bytes = Pdf();
        var dispute = await GivenAttachment(village, await GivenAcceptedDispute(village), bytes);
        for (var round = 0; round < 12; round++)
        {
            var (old, next) = (dispute, await GivenAcceptedDispute(village));
            var upload = await GivenUpload(village, bytes);
            var body = new { commandId = Guid.CreateVersion7() };
            var erased = GivenStep(district, old, "erasure", new { fields = new[] { $"attachments.{old["attachments"]![0]!["id"]}" }, reason = "本人依法要求删除。" });
            var swept = Task.Run(async () => { await sweep.Look(default); await erased; await sweep.Look(default); });
            var attached = await Attach(village, next, upload, body);
            await swept;
            // Told to send it again, the client does.
            dispute = attached.Code == "attachment.try-again" ? (await Attach(village, next, upload, body)).Expect(HttpStatusCode.OK) : attached.Expect(HttpStatusCode.OK);
            using var response = await Download(village, dispute, (Guid)dispute["attachments"]![0]!["id"]!);
            Assert.That(response.StatusCode == HttpStatusCode.OK ? await response.Content.ReadAsByteArrayAsync() : [], Is.EqualTo(bytes), $"round {round}");
        }
    }

    List<string> Kept(byte[] bytes) => [.. Directory.EnumerateFiles(App.Attachments, HashOf(bytes), SearchOption.AllDirectories)];
}
