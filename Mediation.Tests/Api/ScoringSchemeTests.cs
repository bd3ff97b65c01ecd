using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The scoring scheme of a year is a district's data (domain 8, 11).</summary>
sealed class ScoringSchemeTests(string kind) : ApiTest(kind)
{
    internal static JsonObject Body(int baseVersion = 0, Action<JsonObject>? change = null)
    {
        var body = JsonNode.Parse(
            $$"""
            { "baseVersion": {{baseVersion}}, "name": "考核办法", "appealDays": 7,
              "items": [
                { "id": "success", "zh": "调解成功率", "en": "Success", "units": ["Town", "Village"], "indicator": "SuccessRate", "weight": 60, "target": 95 },
                { "id": "late", "zh": "月报迟报", "en": "Reports late", "units": ["Town", "Village"], "event": "ReportLate", "weight": 40, "deduction": 0.5 } ],
              "vetoes": [ { "kind": "MassIncident", "zh": "群体性事件", "en": "Mass incident", "below": true } ],
              "bands": [ { "from": 90, "zh": "优秀", "en": "Excellent" }, { "from": 0, "zh": "合格", "en": "Passed" } ] }
            """)!.AsObject();
        change?.Invoke(body);
        return body;
    }

    [Test]
    public async Task A_year_begins_with_placeholders_and_gets_versions_of_its_own()
    {
        var (district, admin) = (await SignIn("district"), await SignIn("admin"));
        var brought = (await district.Get("/api/scoring-schemes/2026")).Expect(HttpStatusCode.OK);
        var none = await district.Get("/api/scoring-schemes/2031");
        var first = (await district.Put("/api/scoring-schemes/2031", Body())).Expect(HttpStatusCode.OK);
        var same = (await district.Put("/api/scoring-schemes/2031", Body())).Expect(HttpStatusCode.OK);
        var stale = await district.Put("/api/scoring-schemes/2031", Body(0, body => body["appealDays"] = 10));
        var second = (await admin.Put("/api/scoring-schemes/2031", Body(1, body => body["appealDays"] = 10))).Expect(HttpStatusCode.OK);
        var years = (await district.Get("/api/scoring-schemes")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((int)brought["version"]!, (bool)brought["placeholder"]!, brought["scheme"]!["items"]!.AsArray().Count), Is.EqualTo((0, true, 21)));
            Assert.That(none.Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(((int)first["version"]!, (int)same["version"]!, (int)second["version"]!, (bool)second["placeholder"]!), Is.EqualTo((1, 1, 2, false)));
            Assert.That((stale.Status, stale.Code, (int)stale["current"]!["version"]!), Is.EqualTo((HttpStatusCode.Conflict, "scheme.stale", 1)));
            Assert.That((int)second["scheme"]!["appealDays"]!, Is.EqualTo(10));
            Assert.That(years.Select(year => ((int)year!["year"]!, (int)year["version"]!)), Is.SupersetOf(new[] { (2031, 2) }));
        }
    }

    static IEnumerable<TestCaseData> Wrong()
    {
        TestCaseData Case(string name, string field, Action<JsonObject> change) => new TestCaseData(field, change).SetArgDisplayNames(name);
        yield return Case("weights of 99", "items", b => b["items"]![0]!["weight"] = 59);
        yield return Case("a village without 40 points", "items", b => b["items"]![1]!["units"] = new JsonArray("Town"));
        yield return Case("no target", "items[0].target", b => b["items"]![0]!.AsObject().Remove("target"));
        yield return Case("indicator and event", "items[0].indicator", b => b["items"]![0]!["event"] = "RedCard");
        yield return Case("no id", "items[0].id", b => b["items"]![0]!["id"] = "");
        yield return Case("no units", "items[1].units", b => b["items"]![1]!.AsObject().Remove("units"));
        yield return Case("no name", "name", b => b.Remove("name"));
        yield return Case("no base version", "baseVersion", b => b.Remove("baseVersion"));
        yield return Case("no bands", "bands", b => b["bands"] = new JsonArray());
        yield return Case("bands from 50", "bands", b => b["bands"]![1]!["from"] = 50);
        yield return Case("veto without a kind", "vetoes[0].kind", b => b["vetoes"]![0]!.AsObject().Remove("kind"));
    }

    [TestCaseSource(nameof(Wrong))]
    public async Task A_scheme_that_cannot_be_computed_is_told_with_its_field(string field, Action<JsonObject> change)
    {
        var district = await SignIn("district");

        BadInputTests.AssertRefused(await district.Put("/api/scoring-schemes/2032", Body(0, change)), HttpStatusCode.BadRequest, "validation", field);
        Assert.That((await district.Get("/api/scoring-schemes/2032")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("town", "2031", HttpStatusCode.Forbidden)]
    [TestCase("justice", "2031", HttpStatusCode.Forbidden)]
    [TestCase("district", "next", HttpStatusCode.NotFound)]
    [TestCase("district", "1999", HttpStatusCode.NotFound)]
    public async Task Only_the_district_and_the_administrator_save_one_of_a_year(string user, string year, HttpStatusCode status) =>
        Assert.That((await (await SignIn(user)).Put($"/api/scoring-schemes/{year}", Body())).Status, Is.EqualTo(status));
}
