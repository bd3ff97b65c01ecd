using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Mediation.Tests.Domain.Papers;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Papers over HTTP: who gets them, what is logged, which copies are out of date, and templates that an office puts in their place.</summary>
sealed class PaperApiTests(string kind) : ApiTest(kind)
{
    const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    readonly string office = Directory.CreateTempSubdirectory("papers").FullName;

    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["Papers:Folder"] = office };

    [TearDown]
    public void Take_the_offices_templates_away()
    {
        foreach (var file in Directory.GetFiles(office))
            File.Delete(file);
    }

    [OneTimeTearDown]
    public void Remove_the_folder() => Directory.Delete(office, recursive: true);

    /// <summary>Contract 4: unmasked for the hosting committee, and logged before it is handed out.</summary>
    [Test]
    public async Task The_hosting_committee_gets_a_word_file_and_the_auditor_a_line()
    {
        var village = await SignIn("village");
        var dispute = await GivenAgreedDispute(village);

        using var answer = await village.GetAsync(Path(IdOf(dispute), "documents/OralAgreement.docx"));
        var text = PaperCases.Text(await answer.Content.ReadAsByteArrayAsync());
        var logged = (await (await SignIn("auditor")).Get($"/api/access-log?dispute={IdOf(dispute)}&kind=Paper")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, Word)));
            Assert.That(answer.Content.Headers.ContentDisposition?.DispositionType, Is.EqualTo("attachment"));
            Assert.That(answer.Content.Headers.ContentDisposition?.FileNameStar, Does.StartWith("口头协议登记表-").And.EndsWith(".docx"));
            Assert.That(text, Does.Contain("张试一").And.Contain("13800000001").And.Contain("海口村东组1号").And.Contain("海口村人民调解委员会").And.Contain("海口村人调字"));
            Assert.That(logged, Has.Count.EqualTo(1));
            Assert.That((string?)logged[0]!["detail"], Does.StartWith("OralAgreement ").And.Contain($"version={VersionOf(dispute)}").And.Not.Contain("张试一"));
        }
    }

    [Test]
    public async Task The_print_view_lets_no_script_in_and_is_logged_too()
    {
        var village = await SignIn("village");
        var dispute = await GivenAgreedDispute(village);

        using var answer = await village.GetAsync(Path(IdOf(dispute), "documents/MediationRecord.html?item=1"));
        var html = await answer.Content.ReadAsStringAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.ToString()), Is.EqualTo((HttpStatusCode.OK, "text/html; charset=utf-8")));
            Assert.That(answer.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'; style-src 'sha256-"));
            Assert.That(html, Does.Contain("双方到场陈述。").And.Contain($"第{VersionOf(dispute)}版").And.Not.Contain("<script"));
            Assert.That((await (await SignIn("auditor")).Get($"/api/access-log?dispute={IdOf(dispute)}&kind=Paper")).Text, Does.Contain("format=html"));
        }
    }

    /// <summary>人民调解法 15(4), domain 12: papers of a case are for the committee that hosts it; nothing is logged for who gets nothing.</summary>
    [Test]
    public async Task Nobody_else_gets_a_paper_of_the_case()
    {
        var dispute = await GivenAgreedDispute(await SignIn("village"));
        foreach (var (user, status) in ((string, HttpStatusCode)[])
        [
            ("village2", HttpStatusCode.NotFound), ("town2", HttpStatusCode.NotFound), ("sector", HttpStatusCode.NotFound), ("town", HttpStatusCode.Forbidden),
            ("district", HttpStatusCode.Forbidden), ("auditor", HttpStatusCode.Forbidden), ("admin", HttpStatusCode.Forbidden),
        ])
            foreach (var path in (string[])["documents", "documents/OralAgreement.docx", "documents/OralAgreement.html"])
                Assert.That((await (await SignIn(user)).Get(Path(IdOf(dispute), path))).Status, Is.EqualTo(status), $"{user} {path}");

        Assert.That((await (await SignIn("auditor")).Get($"/api/access-log?dispute={IdOf(dispute)}&kind=Paper")).Expect(HttpStatusCode.OK)["items"]!.AsArray(), Is.Empty);
    }

    [Test]
    public async Task A_copy_is_superseded_when_it_would_say_something_else_now()
    {
        var village = await SignIn("village");
        var dispute = await GivenAgreedDispute(village);
        foreach (var paper in (string[])["OralAgreement", "RightsNotice"])
            Assert.That((await village.Get(Path(IdOf(dispute), $"documents/{paper}.docx"))).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Superseded(village, dispute, "OralAgreement"), Is.EqualTo([false]));

        dispute = await GivenStep(village, dispute, "corrections", new { field = "summary", old = "两家因院墙排水发生争吵。", @new = "两家因檐沟滴水发生争吵。", reason = "写错" });
        Assert.That((await village.Get(Path(IdOf(dispute), "documents/OralAgreement.docx"))).Status, Is.EqualTo(HttpStatusCode.OK));

        Assert.That(await Superseded(village, dispute, "OralAgreement"), Is.EqualTo([false, true]), "The old copy stays listed and is marked.");
        Assert.That(await Superseded(village, dispute, "RightsNotice"), Is.EqualTo([false]), "It does not tell what was corrected.");
    }

    [Test]
    public async Task The_list_says_what_suits_and_what_is_left_to_a_pen()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        var items = (await village.Get(Path(IdOf(dispute), "documents"))).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        JsonNode Item(string paper) => items.Single(i => (string?)i!["kind"] == paper)!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(items.Select(i => (string?)i!["problem"]), Is.All.Null);
            Assert.That(((bool)Item("Application")["fits"]!, (bool)Item("Application")["optional"]!), Is.EqualTo((true, false)));
            Assert.That(Item("Application")["blanks"]!.AsArray().Select(b => (string?)b), Does.Contain("民族").And.Contain("性别").And.Not.Contain("姓名"));
            Assert.That(((bool)Item("MediationRecord")["fits"]!, (bool)Item("MediationRecord")["optional"]!, (int?)Item("MediationRecord")["item"]), Is.EqualTo((true, true, (int?)null)));
            Assert.That((bool)Item("NonAcceptanceNotice")["fits"]!, Is.False);
        }
    }

    [Test]
    public async Task Every_paper_that_the_list_offers_can_be_made()
    {
        var village = await SignIn("village");
        var referred = await GivenAcceptedDispute(village, b => (b["source"], b["referredBy"], b["referralNumber"]) = ("EntrustedReferral", "Court", "（2026）皖0803诉前调1号"));
        string[] channels = ["Suit", "LegalAid"];
        JsonNode[] matters =
        [
            await GivenDispute(village), await GivenAcceptedDispute(village), await GivenAgreedDispute(village), await GivenStep(village, referred, "failure", new { channels }),
            await GivenStep(village, await GivenDispute(village), "rejection", new { reason = "NotCivilDispute", channels }),
            await GivenStep(village, await GivenAcceptedDispute(village), "termination", new { reason = "PartyRefusesOrQuits", channels }),
            await GivenStep(village, await GivenDispute(village), "settlement-on-the-spot", new { terms = "双方和好。", performance = "Immediate" }),
        ];
        var made = new HashSet<string>();
        foreach (var matter in matters)
            foreach (var item in (await village.Get(Path(IdOf(matter), "documents"))).Expect(HttpStatusCode.OK)["items"]!.AsArray().Where(i => (bool)i!["fits"]!))
            {
                var which = item!["item"] is { } number ? $"?item={number}" : "";
                var reply = await village.Get(Path(IdOf(matter), $"documents/{item["kind"]}.docx{which}"));
                Assert.That((reply.Status, reply.ContentType), Is.EqualTo((HttpStatusCode.OK, Word)), $"{item["kind"]} {(string?)matter["status"]}: {reply.Text}");
                made.Add((string)item["kind"]!);
            }

        Assert.That(PaperCases.Kinds.Select(k => k.ToString()).Except(made), Is.EqualTo(["SignatureSheet"]), "A group is the only thing that none of these matters has.");
    }

    [TestCase("NonAcceptanceNotice.docx", 422, "paper.not-fitting")]
    [TestCase("MediationRecord.docx?item=7", 422, "paper.not-fitting")]
    [TestCase("MediationRecord.docx?item=0", 400, "validation")]
    [TestCase("MediationRecord.docx?item=eins", 400, "request.invalid")]
    [TestCase("Novel.docx", 404, "not-found")]
    [TestCase("0.docx", 404, "not-found")]
    [TestCase("Cover.docx?caseId=019a0000-0000-7000-8000-0000000000c1", 404, "not-found")]
    public async Task What_does_not_suit_is_told(string paper, int status, string code)
    {
        var village = await SignIn("village");
        var reply = await village.Get(Path(IdOf(await GivenAcceptedDispute(village)), $"documents/{paper}"));

        Assert.That(((int)reply.Status, reply.Code), Is.EqualTo((status, code)), reply.Text);
    }

    [Test]
    public async Task An_offices_template_takes_the_place_and_a_bad_one_is_named()
    {
        var village = await SignIn("village");
        var dispute = await GivenAgreedDispute(village);
        var path = Path(IdOf(dispute), "documents/OralAgreement.docx");

        await File.WriteAllBytesAsync(System.IO.Path.Combine(office, "OralAgreement.docx"), TemplateTests.Docx(TemplateTests.Line("本办公室用纸 {{民旅}}")));
        var bad = await village.Get(path);
        var listed = await List(village, dispute, "OralAgreement");
        await File.WriteAllBytesAsync(System.IO.Path.Combine(office, "OralAgreement.docx"), TemplateTests.Docx(TemplateTests.Line("本办公室用纸 {{案号}}")));
        using var good = await village.GetAsync(path);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((int)bad.Status, bad.Code), Is.EqualTo((422, "paper.placeholder-unknown")), bad.Text);
            Assert.That(bad["errors"]!.AsObject().Select(e => e.Key), Is.EqualTo(["{{民旅}}"]));
            Assert.That((string?)listed["problem"], Is.EqualTo("paper.placeholder-unknown"));
            Assert.That(PaperCases.Text(await good.Content.ReadAsByteArrayAsync()), Does.StartWith("本办公室用纸 （2026）海口村人调字第"));
            Assert.That((await village.Get("/api/papers")).Expect(HttpStatusCode.OK)["templates"]!.AsArray().Single(t => (bool)t!["office"]!)!["kind"]!.ToString(), Is.EqualTo("OralAgreement"));
        }
    }

    [Test]
    public async Task A_template_is_tried_before_it_is_used()
    {
        var admin = await SignIn("admin");
        var good = await Check(admin, PaperCases.Template(Mediation.Core.Domain.Papers.PaperKind.WrittenAgreement));
        var unknown = await Check(admin, TemplateTests.Docx(TemplateTests.Line("{{民旅}}")));
        var damaged = await Check(admin, [1, 2, 3]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(good.Expect(HttpStatusCode.OK)["placeholders"]!.AsArray().Select(p => (string?)p), Does.Contain("协议内容"));
            Assert.That(((int)unknown.Status, unknown.Code, unknown["errors"]?["{{民旅}}"] is not null), Is.EqualTo((422, "paper.placeholder-unknown", true)));
            Assert.That(((int)damaged.Status, damaged.Code), Is.EqualTo((422, "paper.template-damaged")));
            Assert.That((await Check(admin, [])).Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((await Check(await SignIn("village"), [1])).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        }
    }

    static async Task<Reply> Check(HttpClient client, byte[] docx)
    {
        var content = new ByteArrayContent(docx) { Headers = { ContentType = new MediaTypeHeaderValue(Word) } };
        return await client.Send(HttpMethod.Post, "/api/papers/WrittenAgreement/check", content);
    }

    static async Task<JsonNode> List(HttpClient client, JsonNode dispute, string paper) =>
        (await client.Get(Path(IdOf(dispute), "documents"))).Expect(HttpStatusCode.OK)["items"]!.AsArray().Single(i => (string?)i!["kind"] == paper)!;

    static async Task<bool[]> Superseded(HttpClient client, JsonNode dispute, string paper) =>
        [.. (await List(client, dispute, paper))["made"]!.AsArray().Select(copy => (bool)copy!["superseded"]!)];
}
