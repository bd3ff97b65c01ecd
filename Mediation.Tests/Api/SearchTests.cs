using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The ledger's search: the same hits on both engines, whole phrases only, newest first, within scope.</summary>
sealed class SearchTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task A_phrase_is_found_whole_and_never_across_its_pieces()
    {
        var village = await SignIn("village");
        var whole = await GivenDispute(village, body => body["summary"] = "为芦花宅基地边界争执。");
        var pieces = await GivenDispute(village, body => body["summary"] = "为芦花宅基，又为苗圃基地争执。");

        var found = await Found(village, "宅基地");

        Assert.That(found, Does.Contain(IdOf(whole)).And.Not.Contain(IdOf(pieces)));
        Assert.That(await Found(village, "芦花"), Is.SupersetOf(new[] { IdOf(whole), IdOf(pieces) }));
    }

    [TestCase("枣树，晾晒", TestName = "Words apart by a comma")]
    [TestCase("枣树 晾晒", TestName = "Words apart by a space")]
    public async Task All_words_must_occur_wherever_they_stand(string words)
    {
        var village = await SignIn("village");
        var both = await GivenDispute(village, body => body["summary"] = "枣树遮光，影响晾晒。");
        var one = await GivenDispute(village, body => body["summary"] = "枣树遮光。");

        Assert.That(await Found(village, words), Does.Contain(IdOf(both)).And.Not.Contain(IdOf(one)));
    }

    [Test]
    public async Task Another_village_finds_nothing_and_more_than_four_words_are_refused()
    {
        var dispute = await GivenDispute(await SignIn("village"), body => body["summary"] = "为蓼花渠放水争执。");

        Assert.That(await Found(await SignIn("village2"), "蓼花渠"), Is.Empty);
        Assert.That(await Found(await SignIn("town"), "蓼花渠"), Is.EqualTo(new[] { IdOf(dispute) }));
        var tooMany = await (await SignIn("village")).Get($"/api/disputes?q={Uri.EscapeDataString("甲乙 丙丁 戊己 庚辛 壬癸")}");
        Assert.That(tooMany.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(tooMany["errors"]!["q"], Is.Not.Null);
    }

    static async Task<IReadOnlyList<Guid>> Found(HttpClient client, string q)
    {
        var list = (await client.Get($"/api/disputes?limit=200&q={Uri.EscapeDataString(q)}")).Expect(HttpStatusCode.OK);
        return [.. list["items"]!.AsArray().Select(item => (Guid)((JsonNode)item!)["id"]!)];
    }
}
