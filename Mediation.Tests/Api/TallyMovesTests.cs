using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>What is put right moves the tallies with it, and taking it back moves them back.</summary>
sealed class TallyMovesTests(string kind) : ApiTest(kind)
{
    const string OtherVillage = "340803100201";
    const string October = "2026-10";
    const string November = "2026-11";

    protected override bool OwnServer => true;

    [Test]
    public async Task Correcting_the_place_moves_the_rows_and_the_reversal_moves_them_back()
    {
        var town = await SignIn("town");
        var dispute = await GivenDispute(town);
        var (here, there, all) = (await Found(Village), await Found(OtherVillage), await Found(Town));

        var corrected = await Correct(town, dispute, "areaCode", Village, OtherVillage);
        Assert.That((await Found(Village), await Found(OtherVillage), await Found(Town)), Is.EqualTo((here - 1, there + 1, all)));
        await AssertVerified();

        await GivenStep(town, corrected, "reversals", new { reason = "原登记无误" });
        Assert.That((await Found(Village), await Found(OtherVillage), await Found(Town)), Is.EqualTo((here, there, all)));
        await AssertVerified();
    }

    [Test]
    public async Task Correcting_the_day_of_receipt_moves_the_matter_into_the_other_month()
    {
        var village = await SignIn("village");
        var dispute = await GivenDispute(village);
        var (october, november) = (await Found(Village, October), await Found(Village));
        var carried = await Stock(Village, November, "carriedOver");

        // 00:30 on 1 November in Shanghai is still November; a minute before midnight is October.
        var still = await Correct(village, dispute, "receivedAt", (string)dispute["receivedAt"]!, "2026-10-31T16:30:00Z");
        Assert.That((await Found(Village, October), await Found(Village)), Is.EqualTo((october, november)));
        await Correct(village, still, "receivedAt", "2026-10-31T16:30:00Z", "2026-10-31T15:59:00Z");

        Assert.That((await Found(Village, October), await Found(Village)), Is.EqualTo((october + 1, november - 1)));
        Assert.That(await Stock(Village, November, "carriedOver"), Is.EqualTo(carried + 1));
        await AssertVerified();
    }

    [Test]
    public async Task A_merged_matter_counts_no_more_until_the_merger_is_reversed()
    {
        var village = await SignIn("village");
        var (survivor, duplicate) = (await GivenDispute(village), await GivenDispute(village));
        var found = await Found(Village);

        var merged = await GivenStep(village, duplicate, "duplicate-of", new { survivorId = IdOf(survivor), reason = "同一纠纷" });
        Assert.That(await Found(Village), Is.EqualTo(found - 1));
        await AssertVerified();

        await GivenStep(village, merged, "reversals", new { reason = "并非同一纠纷" });
        Assert.That(await Found(Village), Is.EqualTo(found));
        await AssertVerified();
    }

    [Test]
    public async Task A_voided_matter_leaves_every_row_and_the_stock()
    {
        var village = await SignIn("village");
        var before = await Rows(Village, November);
        var agreed = await GivenAgreedDispute(village);
        Assert.That(await Rows(Village, November), Is.Not.EqualTo(before));

        await GivenStep(village, agreed, "voiding", new { reason = "练习登记" });
        Assert.That(await Rows(Village, November), Is.EqualTo(before));
        await AssertVerified();
    }

    [Test]
    public async Task A_reversed_agreement_is_no_conclusion()
    {
        var village = await SignIn("village");
        var heard = await GivenSession(village, await GivenAcceptedDispute(village), "Agreed");
        var before = await Rows(Village, November);

        var agreed = await GivenStep(village, heard, "agreement", new { form = "Oral", terms = "各让一步" });
        Assert.That(await Rows(Village, November), Is.Not.EqualTo(before));
        await GivenStep(village, agreed, "reversals", new { reason = "双方尚未达成一致" });

        Assert.That(await Rows(Village, November), Is.EqualTo(before));
        await AssertVerified();
    }

    [Test]
    public async Task A_tally_that_was_changed_behind_the_back_is_named()
    {
        await GivenDispute(await SignIn("village"));
        await Tamper("+ 3");
        var reply = await (await SignIn("district")).Get($"/api/reports/tallies/verification?area={Village}");
        await Tamper("- 3");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((bool)reply["matches"]!, Is.False, reply.Text);
            Assert.That((string?)reply["differences"]![0]!["areaCode"], Is.EqualTo(Village));
            Assert.That((int)reply["differences"]![0]!["kept"]!["found"]! - (int)reply["differences"]![0]!["recounted"]!["found"]!, Is.EqualTo(3));
        }
        await AssertVerified();
    }

    [TestCase("village", HttpStatusCode.Forbidden)]
    [TestCase("town", HttpStatusCode.Forbidden)]
    [TestCase("sector", HttpStatusCode.Forbidden)]
    [TestCase("auditor", HttpStatusCode.Forbidden)]
    [TestCase("district", HttpStatusCode.OK)]
    public async Task The_district_verifies(string user, HttpStatusCode status) =>
        Assert.That((await (await SignIn(user)).Get("/api/reports/tallies/verification")).Status, Is.EqualTo(status));

    [Test]
    public async Task Another_district_is_not_there() =>
        Assert.That((await (await SignIn("district")).Get("/api/reports/tallies/verification?area=340811000000")).Status, Is.EqualTo(HttpStatusCode.NotFound));

    static Task<JsonNode> Correct(HttpClient client, JsonNode dispute, string field, string old, string @new) =>
        GivenStep(client, dispute, "corrections", new { field, old, @new, reason = "登记有误" });

    async Task AssertVerified()
    {
        var reply = (await (await SignIn("district")).Get("/api/reports/tallies/verification")).Expect(HttpStatusCode.OK);
        Assert.That((bool)reply["matches"]!, Is.True, reply.ToJsonString());
    }

    async Task<JsonNode> Report(string area, string month) =>
        (await (await SignIn("district")).Get($"/api/reports/monthly/{month}?area={area}")).Expect(HttpStatusCode.OK);

    async Task<int> Found(string area, string month = November) => (int)(await Report(area, month))["rows"]![0]!["values"]!["subtotal"]!;

    async Task<int> Stock(string area, string month, string figure) => (int)(await Report(area, month))["stockFlow"]!["subtotal"]![figure]!;

    async Task<string> Rows(string area, string month)
    {
        var report = await Report(area, month);
        return report["rows"]!.ToJsonString() + report["stockFlow"]!.ToJsonString();
    }

    async Task Tamper(string change)
    {
        await using var connection = await TestDatabase.Open(App.ConnectionString);
        await using var update = connection.CreateCommand();
        update.CommandText = $"update tally set found = found {change} where village_code = {Village} and found > 0";
        Assert.That(await update.ExecuteNonQueryAsync(), Is.GreaterThan(0));
    }
}
