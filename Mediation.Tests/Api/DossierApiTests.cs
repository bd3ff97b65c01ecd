using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The catalogue, archiving, draws and reviews, the exported folder, and the end of a term.</summary>
sealed class DossierApiTests(string kind) : ApiTest(kind)
{
    // Draws take whatever was archived.
    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["SignIn:IdleMinutes"] = "100000" };

    [Test]
    public async Task A_missing_must_blocks_archiving_until_its_reason_is_given_domain_12()
    {
        var village = await SignIn("village");
        var dispute = await GivenClosedDispute(village);
        var closedOn = DateOnly.ParseExact((string)dispute["closedOn"]!, "yyyy-MM-dd", null);
        var before = (await village.Get(Path(IdOf(dispute), "dossier"))).Expect(HttpStatusCode.OK);
        var refused = await Act(village, dispute, "archiving", new { term = "长期" });
        dispute = await GivenStep(village, dispute, "archiving", new { term = "Long", reasons = new Dictionary<string, string> { ["3"] = "未带身份证件。" } });
        var after = (await village.Get(Path(IdOf(dispute), "dossier"))).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(before["positions"]!.AsArray().Select(p => (int)p!["number"]!), Is.EqualTo(Enumerable.Range(1, 13)));
            Assert.That(before["missing"]!.ToJsonString(), Is.EqualTo("[3]"));
            Assert.That((string?)before["archivingDue"], Is.EqualTo($"{closedOn.AddDays(30):yyyy-MM-dd}"), "30 days after closing, local");
            AssertRule(refused, "dossier.must-missing");
            Assert.That(refused["errors"]!["reasons.3"], Is.Not.Null, "the position is named");
            Assert.That(((string?)after["term"], (string?)after["archivedOn"], (string?)after["keepUntil"]), Is.EqualTo(("长期", $"{closedOn:yyyy-MM-dd}", $"{closedOn.AddYears(30):yyyy-MM-dd}")));
            Assert.That(((string?)after["positions"]![2]!["state"], (string?)after["positions"]![2]!["reason"]), Is.EqualTo(("Missing", "未带身份证件。")));
            AssertRule(await Act(village, dispute, "archiving", new { term = "长期" }), "dossier.archived");
        }
    }

    [Test]
    public async Task Terms_positions_and_open_matters_are_checked()
    {
        var village = await SignIn("village");
        var (open, spot) = (await GivenAcceptedDispute(village), await GivenSpotSettlement(village));

        using (Assert.EnterMultipleScope())
        {
            AssertRule(await Act(village, open, "archiving", new { term = "长期" }), "dispute.illegal-move");
            AssertRule(await Act(village, spot, "archiving", new { term = "三年" }), "dossier.term");
            Assert.That((await Act(village, spot, "archiving", new { term = "长期", reasons = new Dictionary<string, string> { ["14"] = "无" } })).Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That((await (await SignIn("town")).Get(Path(IdOf(spot), "dossier"))).Code, Is.EqualTo("dossier.not-yours"));
            Assert.That((await (await SignIn("village2")).Get(Path(IdOf(spot), "dossier"))).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await village.Get(Path(IdOf(spot), "dossier"))).Text, Does.Contain("调解案件登记单"));
        }
    }

    [Test]
    public async Task A_reversal_takes_the_archiving_back_and_the_dossier_leaves_the_draw()
    {
        var (village, justice) = (await SignIn("village"), await SignIn("justice"));
        var dispute = await GivenStep(village, await GivenSpotSettlement(village), "archiving", new { term = "短期" });
        Assert.That(await Drawn(justice), Does.Contain(IdOf(dispute)));
        await GivenStep(village, dispute, "reversals", new { reason = "误归档" });

        Assert.That(await Drawn(justice), Does.Not.Contain(IdOf(dispute)));
    }

    /// <summary>Domain 12: notes and evidence are for the reviewer with a drawn sample, masked and logged; what is not drawn is not there.</summary>
    [Test]
    public async Task A_reviewer_opens_what_was_drawn_and_nothing_else()
    {
        var (village, justice) = (await SignIn("village"), await SignIn("justice"));
        var dispute = await GivenClosedDispute(village, record: "庭上笔录丙");
        dispute = await GivenAttachment(village, dispute, Pdf(), new { paper = "OralAgreement", name = "扫描丙" });
        dispute = await GivenStep(village, dispute, "archiving", new { term = "短期", reasons = new Dictionary<string, string> { ["3"] = "未带身份证件。" } });
        var file = (Guid)dispute["attachments"]![0]!["id"]!;
        using (var unseen = await Download(justice, dispute, file))
            Assert.That(unseen.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "not drawn yet");

        var sample = await GivenDraw(justice, 200);
        var opened = (await justice.Get($"/api/dossier-samples/{sample["sample"]!["id"]}/disputes/{IdOf(dispute)}")).Expect(HttpStatusCode.OK);
        var log = await (await SignIn("auditor")).Get($"/api/access-log?dispute={IdOf(dispute)}&kind=Read");
        var undrawn = await GivenStep(village, await GivenSpotSettlement(village), "archiving", new { term = "短期" });
        using var seen = await Download(justice, dispute, file);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)opened["dossier"]!["positions"]![2]!["reason"], Is.EqualTo("未带身份证件。"));
            Assert.That((string?)opened["dispute"]!["cases"]![0]!["sessions"]![0]!["record"], Is.EqualTo("庭上笔录丙"));
            Assert.That((string?)opened["dispute"]!["parties"]![0]!["phone"], Is.EqualTo("138****0001"), "masked");
            Assert.That(log["items"]!.AsArray().Select(item => (string?)item!["detail"]), Has.Some.Contains($"drawn by {sample["sample"]!["id"]}"));
            Assert.That(seen.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await justice.Get(Path(IdOf(dispute)))).Text, Does.Not.Contain("庭上笔录丙"), "outside of the draw it is the matter");
            Assert.That((await justice.Get($"/api/dossier-samples/{sample["sample"]!["id"]}/disputes/{IdOf(undrawn)}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await Remark(justice, sample, undrawn)).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await village.Get("/api/dossier-samples")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
        }
    }

    [Test]
    public async Task Remarks_reach_the_village_which_adds_dated_supplements()
    {
        var (village, justice) = (await SignIn("village"), await SignIn("justice"));
        var dispute = await GivenStep(village, await GivenSpotSettlement(village), "archiving", new { term = "短期" });
        var sample = await GivenDraw(justice, 200);
        dispute = (await Remark(justice, sample, dispute)).Expect(HttpStatusCode.OK);
        App.Clock.Advance(TimeSpan.FromDays(1));
        dispute = await GivenAttachment(village, dispute, Pdf(), new { paper = "SpotSheet", name = "补充丁" });
        var dossier = (await village.Get(Path(IdOf(dispute), "dossier"))).Expect(HttpStatusCode.OK);
        var town = await (await SignIn("town")).Get(Path(IdOf(dispute), "journal"));
        var items = (await justice.Get($"/api/dossier-samples/{sample["sample"]!["id"]}")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)dossier["reviews"]![0]!["verdict"], (string?)dossier["reviews"]![0]!["remark"]), Is.EqualTo(("Failed", "请补充签名登记单丁。")));
            Assert.That(((string?)dossier["supplements"]![0]!["name"], (string?)dossier["supplements"]![0]!["on"]), Is.EqualTo(("补充丁", $"{Today:yyyy-MM-dd}")));
            Assert.That((string?)dossier["positions"]![0]!["state"], Is.EqualTo("Substituted"), "old pages stay unchanged");
            Assert.That(town.Text, Does.Contain("DossierReviewed").And.Not.Contain("请补充签名登记单丁"));
            Assert.That(items.Where(i => (Guid)i!["disputeId"]! == IdOf(dispute)).Select(i => ((string?)i!["verdict"], (int)i["supplements"]!)), Is.EqualTo(new[] { ((string?)"Failed", 1) }));
            Assert.That((bool)(await village.Get(Path(IdOf(dispute), "journal/verification"))).Json["valid"]!, Is.True);
        }
    }

    [Test]
    public async Task A_draw_is_repeated_by_its_recorded_seed_and_by_its_own_command()
    {
        var (village, justice) = (await SignIn("village"), await SignIn("justice"));
        for (var n = 0; n < 6; n++)
            await GivenStep(village, await GivenSpotSettlement(village), "archiving", new { term = "短期" });
        var first = await GivenDraw(justice, 3);
        var again = await GivenDraw(justice, 3, (int)first["sample"]!["seed"]!);
        var body = DrawBody(2, null);
        var replayed = (await justice.Post("/api/dossier-samples", body)).Expect(HttpStatusCode.OK);
        var list = (await justice.Get("/api/dossier-samples?limit=1")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ids(again), Is.EqualTo(Ids(first)).And.Count.EqualTo(3));
            Assert.That((int)first["sample"]!["candidates"]!, Is.GreaterThanOrEqualTo(6));
            Assert.That((await justice.Post("/api/dossier-samples", body)).Json.ToJsonString(), Is.EqualTo(replayed.ToJsonString()));
            Assert.That((string?)list["items"]![0]!["id"], Is.EqualTo((string?)replayed["sample"]!["id"]));
            Assert.That((await justice.Get($"/api/dossier-samples?limit=1&cursor={list["next"]}"))["items"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That((await justice.Post("/api/dossier-samples", new JsonObject(body.Select(p => KeyValuePair.Create(p.Key, p.Key == "count" ? 3 : p.Value?.DeepClone()))))).Code, Is.EqualTo("command.reused"));
        }
    }

    [Test]
    public async Task Dossiers_whose_term_is_over_are_listed_and_nothing_is_erased_by_itself()
    {
        var (village, district) = (await SignIn("village"), await SignIn("district"));
        var brief = await GivenStep(village, await GivenSpotSettlement(village), "archiving", new { term = "短期" });
        var forever = await GivenStep(village, await GivenSpotSettlement(village), "archiving", new { term = "永久" });
        // The term's last day is ten years from now, and only after it is it over.
        var lastDay = Today.AddYears(10);
        async Task<List<Guid>> Over(DateOnly on) =>
            [.. (await district.Get($"/api/retention?under={Village}&on={on:yyyy-MM-dd}&limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(i => (Guid)i!["disputeId"]!)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Over(lastDay), Does.Not.Contain(IdOf(brief)));
            Assert.That(await Over(lastDay.AddDays(1)), Does.Contain(IdOf(brief)));
            Assert.That(await Over(new DateOnly(2199, 1, 1)), Does.Not.Contain(IdOf(forever)));
            Assert.That((await village.Get("/api/retention")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await village.Get(Path(IdOf(brief)))).Text, Does.Contain("邻里纠纷"));
        }
    }

    [Test]
    public async Task The_exported_folder_holds_everything_and_its_hashes_match()
    {
        var village = await SignIn("village");
        var bytes = Pdf(5_000);
        var dispute = await GivenAttachment(village, await GivenClosedDispute(village), bytes, new { paper = "OralAgreement" });
        var withoutReason = await village.Get(Path(IdOf(dispute), "dossier.zip"));
        using var zip = await Exported(village, dispute);
        var proof = JsonNode.Parse(Text(zip, "journal-verification.json"))!;
        var journal = JsonNode.Parse(Text(zip, "journal.json"))!;
        var catalogue = JsonNode.Parse(Text(zip, "catalogue.json"))!;
        using var file = new MemoryStream();
        await zip.Entries.Single(e => e.FullName.StartsWith("files/", StringComparison.Ordinal)).Open().CopyToAsync(file);
        var log = await (await SignIn("auditor")).Get($"/api/access-log?dispute={IdOf(dispute)}&kind=Export");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(withoutReason.Status, Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(file.ToArray(), Is.EqualTo(bytes));
            Assert.That(HashOf(file.ToArray()), Is.EqualTo((string?)catalogue["files"]![0]!["sha256"]));
            Assert.That(((bool)proof["valid"]!, (int)proof["rows"]!), Is.EqualTo((true, journal["items"]!.AsArray().Count)));
            Assert.That((string?)journal["items"]!.AsArray()[^1]!["hash"], Is.EqualTo((string?)proof["head"]));
            Assert.That(Text(zip, "catalogue.html"), Does.Contain("卷内目录").And.Contain("口头协议登记表"));
            Assert.That(zip.Entries.Where(e => e.FullName.StartsWith("papers/", StringComparison.Ordinal)), Is.Not.Empty);
            Assert.That(log["items"]!.AsArray().Select(item => (string?)item!["detail"]), Has.Some.Contains("当事人申请复制"));
            Assert.That((await (await SignIn("town")).Get(Path(IdOf(dispute), "dossier.zip?reason=x"))).Code, Is.EqualTo("dossier.not-yours"));
        }
    }

    [Test]
    public async Task A_dossier_with_a_changed_file_is_not_exported_at_all()
    {
        var village = await SignIn("village");
        var bytes = Pdf();
        var dispute = await GivenAttachment(village, await GivenAcceptedDispute(village), bytes);
        var kept = Directory.EnumerateFiles(App.Attachments, HashOf(bytes), SearchOption.AllDirectories).Single();
        await File.WriteAllBytesAsync(kept, Pdf());

        var reply = await village.Get(Path(IdOf(dispute), "dossier.zip?reason=核对"));
        Assert.That((reply.Status, reply.ContentType), Is.EqualTo((HttpStatusCode.InternalServerError, "application/problem+json")));
        Assert.That(Directory.EnumerateFiles(App.Attachments, "*.draft", SearchOption.AllDirectories), Is.Empty);
    }

    DateOnly Today => DateOnly.FromDateTime(App.Clock.GetUtcNow().AddHours(8).DateTime);

    /// <summary>Heard, agreed by word of mouth, performed the same day, closed; of one party nobody noted how it is known.</summary>
    static async Task<JsonNode> GivenClosedDispute(HttpClient client, string record = "双方到场陈述。")
    {
        var dispute = await GivenAcceptedDispute(client, b => b["parties"]![1]!["identityBasis"] = "Unknown");
        dispute = await GivenStep(client, dispute, "sessions", new { place = "村委会", attendeeIds = PartiesOf(dispute), record, result = "Agreed" });
        var (debtorId, creditorId) = (PartiesOf(dispute)[1], PartiesOf(dispute)[0]);
        dispute = await GivenStep(client, dispute, "agreement", new { form = "Oral", terms = "疏通排水沟。", obligations = new[] { new { debtorId, creditorId, act = "疏通排水沟" } } });
        dispute = await GivenStep(client, dispute, "performance", new { obligationId = (Guid)dispute["cases"]![0]!["agreement"]!["obligations"]![0]!["id"]! });
        return await GivenStep(client, dispute, "closure");
    }

    static JsonObject DrawBody(int count, int? seed) => new() { ["commandId"] = Guid.CreateVersion7(), ["from"] = "2026-01-01", ["to"] = "2026-12-31", ["count"] = count, ["seed"] = seed };

    static async Task<JsonNode> GivenDraw(HttpClient justice, int count, int? seed = null) => (await justice.Post("/api/dossier-samples", DrawBody(count, seed))).Expect(HttpStatusCode.OK);

    static async Task<List<Guid>> Drawn(HttpClient justice) => Ids(await GivenDraw(justice, 200));

    static List<Guid> Ids(JsonNode sample) => [.. sample["items"]!.AsArray().Select(i => (Guid)i!["disputeId"]!)];

    static Task<Reply> Remark(HttpClient justice, JsonNode sample, JsonNode dispute) => justice.Post(
        $"/api/dossier-samples/{sample["sample"]!["id"]}/disputes/{IdOf(dispute)}/remarks",
        new { commandId = Guid.CreateVersion7(), baseVersion = VersionOf(dispute), verdict = "Failed", items = new[] { "Complete" }, position = 1, remark = "请补充签名登记单丁。" });

    static async Task<ZipArchive> Exported(HttpClient client, JsonNode dispute)
    {
        using var response = await client.GetAsync(Path(IdOf(dispute), "dossier.zip?reason=当事人申请复制"));
        var bytes = await response.Content.ReadAsByteArrayAsync();
        return response.StatusCode == HttpStatusCode.OK ? new ZipArchive(new MemoryStream(bytes)) : throw new InvalidOperationException(System.Text.Encoding.UTF8.GetString(bytes));
    }

    static string Text(ZipArchive zip, string name)
    {
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }
}
