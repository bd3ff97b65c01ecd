using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Whatever makes no sense is told with a code and the field to blame, and nothing of it is saved.</summary>
sealed class BadInputTests(string kind) : ApiTest(kind)
{
    // It counts all rows.
    protected override bool OwnServer => true;

    static TestCaseData Told(string name, Action<JsonObject> change, string field, string code = "validation") =>
        new TestCaseData(change, field, code).SetArgDisplayNames(name);

    static IEnumerable<TestCaseData> Facts()
    {
        yield return Told("no type", b => b.Remove("type"), "type");
        yield return Told("no area", b => b["areaCode"] = null, "areaCode");
        yield return Told("safety question not answered", b => b.Remove("risks"), "risks");
        yield return Told("no party at all", b => b["parties"] = new JsonArray(), "parties");
        yield return Told("parties left out", b => b.Remove("parties"), "parties");
        yield return Told("neither name nor description", b => b["parties"]![0]!["name"] = " ", "parties[0].name");
        yield return Told("null among the parties", b => b["parties"]!.AsArray().Add(null), "parties[2]", "body.null-item");
        yield return Told("null among the risks", b => b["risks"] = new JsonArray((JsonNode?)null), "risks[0]", "body.null-item");
        yield return Told("party with an empty id", b => b["parties"]![0]!["id"] = Guid.Empty, "parties[0].id");
        yield return Told("type unknown", b => b["type"] = "Quarrel", "type", "json.invalid");
        yield return Told("type by number", b => b["type"] = 1, "type", "json.invalid");
        yield return Told("type by number as text", b => b["type"] = "1", "type", "json.invalid");
        yield return Told("side unknown", b => b["parties"]![1]!["side"] = "Witness", "parties[1].side", "json.invalid");
        yield return Told("area too short", b => b["areaCode"] = "3408031002", "areaCode", "json.invalid");
        yield return Told("area as number", b => b["areaCode"] = 340803100204, "areaCode", "json.invalid");
        yield return Told("area above the district", b => b["areaCode"] = "340800000000", "areaCode");
        yield return Told("people as text", b => b["peopleInvolved"] = "2", "peopleInvolved", "json.invalid");
        yield return Told("people as fraction", b => b["peopleInvolved"] = 2.5, "peopleInvolved", "json.invalid");
        yield return Told("nobody involved", b => b["peopleInvolved"] = 0, "peopleInvolved");
        yield return Told("a million people", b => b["peopleInvolved"] = 1_000_000, "peopleInvolved");
        yield return Told("amount as text", b => b["amount"] = "12", "amount", "json.invalid");
        yield return Told("amount negative", b => b["amount"] = -0.01m, "amount");
        yield return Told("amount absurd", b => b["amount"] = 1_000_000_000_000m, "amount");
        yield return Told("amount beyond all numbers", b => b["amount"] = JsonNode.Parse("1e400"), "amount", "json.invalid");
        yield return Told("amount with mills", b => b["amount"] = 12.005m, "amount");
        yield return Told("no date", b => b["occurredOn"] = "2026-13-01", "occurredOn", "json.invalid");
        yield return Told("occurred before our era", b => b["occurredOn"] = "0001-01-01", "occurredOn");
        yield return Told("occurred in two days", b => b["occurredOn"] = "2026-11-18", "occurredOn");
        yield return Told("received in 25 hours", b => b["receivedAt"] = "2026-11-17T02:00:00Z", "receivedAt");
        yield return Told("received in 1999", b => b["receivedAt"] = "1999-12-31T00:00:00Z", "receivedAt");
        yield return Told("received on no day", b => b["receivedAt"] = "yesterday", "receivedAt", "json.invalid");
        yield return Told("subject of one character", b => b["subject"] = "争", "subject");
        yield return Told("summary too long", b => b["summary"] = new string('争', 2_001), "summary");
        yield return Told("subtype in letters", b => b["subtype"] = "abcd", "subtype");
        yield return Told("sent by nobody", b => b["source"] = "EntrustedReferral", "referredBy");
        yield return Told("override without reason", b => b["override"] = new JsonObject { ["tier"] = "Town" }, "override.reason");
        yield return Told("settled without terms", b => b["settlement"] = new JsonObject { ["performance"] = "Immediate" }, "settlement.terms");
        yield return Told("201 parties", b => b["parties"] = new JsonArray([.. Enumerable.Range(0, 201).Select(_ => b["parties"]![0]!.DeepClone())]), "parties");
        yield return Told("performer by a malformed id", b => b["performedBy"] = "me", "performedBy", "json.invalid");
        yield return Told("text as object", b => b["summary"] = new JsonObject(), "summary", "json.invalid");
        yield return Told("list as object", b => b["risks"] = new JsonObject(), "risks", "json.invalid");
        yield return Told("NUL", b => b["summary"] = "a\0b", "summary", "text.control-character");
        yield return Told("escape", b => b["parties"]![0]!["name"] = "张\u001b[31m", "parties[0].name", "text.control-character");
        yield return Told("no character", b => b["place"] = "村\uFFFE", "place", "text.no-character");
    }

    [TestCaseSource(nameof(Facts))]
    public async Task A_registration_names_the_field_to_blame(Action<JsonObject> change, string field, string code)
    {
        var client = await SignIn("village");
        var before = await RowCounts.Of(App);

        AssertRefused(await client.Put(Path(Guid.NewGuid()), DisputeBody(change)), HttpStatusCode.BadRequest, code, field);
        if (field != "settlement.terms")
            AssertRefused(await client.Post("/api/disputes/routing-preview", DisputeBody(change)), HttpStatusCode.BadRequest, code, field);
        Assert.That(await RowCounts.Of(App), Is.EqualTo(before));
    }

    [TestCase("", "json.invalid")]
    [TestCase("   ", "json.invalid")]
    [TestCase("{\"type\":\"Neighbor\"", "json.invalid")]
    [TestCase("{\"type\":\"Neighbor\",}", "json.invalid")]
    [TestCase("{'type':'Neighbor'}", "json.invalid")]
    [TestCase("{}{}", "json.invalid")]
    [TestCase("[{}]", "json.invalid")]
    [TestCase("null", "body.empty")]
    [TestCase("NaN", "json.invalid")]
    [TestCase("{\"type\":\"Neighbor\",\"type\":\"Other\"}", "json.invalid")]
    [TestCase("{\"subject\":\"\\ud800\"}", "text.unpaired-surrogate")]
    [TestCase("{\"subject\":\"a\\udc00b\"}", "text.unpaired-surrogate")]
    [TestCase("{\"\\ud800\":1}", "text.unpaired-surrogate")]
    [TestCase("{\"parties\":[{\"a\\udfff\":1}]}", "text.unpaired-surrogate")]
    [TestCase("{\"subject\":\"\\x41\"}", "json.invalid")]
    public async Task A_body_that_is_no_body_is_refused_everywhere(string body, string code)
    {
        var client = await SignIn("village");
        var dispute = await GivenDispute(client);
        var before = await RowCounts.Of(App);

        foreach (var (method, path) in ((HttpMethod, string)[])
        [
            (HttpMethod.Put, Path(Guid.NewGuid())), (HttpMethod.Post, Path(IdOf(dispute), "acceptance")), (HttpMethod.Post, Path(IdOf(dispute), "reveal")),
            (HttpMethod.Post, $"/api/handovers/{Guid.NewGuid()}/acceptance"), (HttpMethod.Post, "/api/calendar/import"),
        ])
            AssertRefused(await client.Send(method, path, new StringContent(body, Encoding.UTF8, "application/json")), HttpStatusCode.BadRequest, code, null);
        Assert.That(await RowCounts.Of(App), Is.EqualTo(before));
    }

    [Test]
    public async Task Bytes_that_are_no_text_and_nests_without_end_are_refused()
    {
        var client = await SignIn("village");
        var before = await RowCounts.Of(App);
        var nested = $"{{\"summary\":{string.Concat(Enumerable.Repeat("{\"a\":", 40))}1{new string('}', 41)}";

        AssertRefused(await client.Send(HttpMethod.Put, Path(Guid.NewGuid()), Json([0x7B, 0xC3, 0x28, 0x7D])), HttpStatusCode.BadRequest, "body.not-utf8", null);
        AssertRefused(await client.Send(HttpMethod.Put, Path(Guid.NewGuid()), Json(Encoding.UTF8.GetBytes(nested))), HttpStatusCode.BadRequest, "json.invalid", null);
        Assert.That(await RowCounts.Of(App), Is.EqualTo(before));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Ten_megabytes_are_refused_with_or_without_a_length(bool chunked)
    {
        var client = await SignIn("village");
        var before = await RowCounts.Of(App);
        var body = DisputeBody(b => b["summary"] = new string('a', 10_000_000)).ToJsonString();
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Put, Path(Guid.NewGuid())) { Content = content };
        request.Headers.TransferEncodingChunked = chunked;

        using var response = await client.SendAsync(request);

        AssertRefused(await Reply.Of(response), HttpStatusCode.RequestEntityTooLarge, "body.too-large", null);
        Assert.That(await RowCounts.Of(App), Is.EqualTo(before));
    }

    [TestCase("text/plain")]
    [TestCase("application/x-www-form-urlencoded")]
    [TestCase("application/xml")]
    [TestCase(null)]
    public async Task Another_content_type_is_415(string? type)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(DisputeBody().ToJsonString()));
        if (type is not null)
            content.Headers.ContentType = new(type);

        AssertRefused(await (await SignIn("village")).Send(HttpMethod.Put, Path(Guid.NewGuid()), content), HttpStatusCode.UnsupportedMediaType, null, null);
    }

    [TestCase("'; drop table dispute; --")]
    [TestCase("\" or 1=1 --")]
    [TestCase("=HYPERLINK(\"http://x\",\"y\")")]
    [TestCase("@SUM(1+1)*cmd|' /C calc'!A0")]
    [TestCase("<script>alert(1)</script>")]
    [TestCase("{{7*7}}${7*7}#{7*7}")]
    [TestCase("😀 𠮷野家 مرحبا \u202eabc")]
    [TestCase("100%_\\")]
    public async Task What_looks_like_a_command_is_kept_and_shown_as_text(string text)
    {
        var client = await SignIn("village");
        var dispute = await GivenDispute(client, b => (b["subject"], b["summary"], b["parties"]![0]!["name"]) = (text, text, text));
        var read = (await client.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK);
        var found = (await client.Get($"/api/disputes?q={Uri.EscapeDataString(text)}"));

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)read["subject"], Is.EqualTo(text));
            Assert.That((string?)read["summary"], Is.EqualTo(text));
            Assert.That((string?)read["parties"]![0]!["name"], Is.EqualTo(text));
            Assert.That((int)found.Status, Is.AnyOf(200, 400), found.Text);
            Assert.That(await RowCounts.Of(App), Does.Contain("dispute ").And.Contain("journal "));
        }
    }

    [TestCase("2026-11-16T06:00:00Z")]
    [TestCase("2026-11-17T00:59:00Z")]
    public async Task Less_than_a_day_ahead_is_taken_and_flagged(string receivedAt)
    {
        var client = await SignIn("village");
        var ahead = await GivenDispute(client, b => (b["receivedAt"], b["occurredOn"]) = (receivedAt, null));
        var now = await GivenDispute(client, b => b["receivedAt"] = "2026-11-16T00:59:00Z");

        Assert.That(ahead["warnings"]!.AsArray().Select(w => (string?)w!["field"]), Does.Contain("receivedAt"));
        Assert.That(now["warnings"]!.AsArray(), Is.Empty);
    }

    static ByteArrayContent Json(byte[] bytes) => new(bytes) { Headers = { { "Content-Type", "application/json" } } };

    internal static void AssertRefused(Reply reply, HttpStatusCode status, string? code, string? field)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply.Status, Is.EqualTo(status), reply.Text);
            Assert.That(reply.ContentType, Is.EqualTo("application/problem+json"), reply.Text);
            Assert.That(reply.Code, code is null ? Is.Not.Empty : Is.EqualTo(code), reply.Text);
            if (field is not null)
                Assert.That((reply["errors"] as JsonObject)?.Select(e => e.Key), Does.Contain(field), reply.Text);
        }
    }
}
