using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>What is refused when an export is asked for, and not when it is written.</summary>
sealed class ExportRefusalTests(string kind) : ApiTest(kind)
{
    [TestCase("Disputes", "Zip", "{}", HttpStatusCode.BadRequest)]
    [TestCase("LedgerBook", "Csv", "{}", HttpStatusCode.BadRequest)]
    [TestCase("MonthlyReports", "Zip", "{\"month\":\"2026-13\"}", HttpStatusCode.BadRequest)]
    [TestCase("MonthlyReports", "Zip", "{\"month\":\"2026-Q4\"}", HttpStatusCode.BadRequest)]
    [TestCase("JusticeReturn", "Csv", "{}", HttpStatusCode.BadRequest)]
    [TestCase("Disputes", "Csv", "{\"q\":\"一\"}", HttpStatusCode.BadRequest)]
    [TestCase("Disputes", "Csv", "{\"under\":\"340803000000\"}", HttpStatusCode.NotFound)]
    [TestCase("MonthlyReports", "Zip", "{\"month\":\"2026-10\",\"under\":\"340803000000\"}", HttpStatusCode.NotFound)]
    [TestCase("Luck", "Csv", "{}", HttpStatusCode.BadRequest)]
    public async Task What_makes_no_sense_or_lies_outside_is_refused_when_it_is_asked(string asked, string format, string parameters, HttpStatusCode status) =>
        Assert.That((await (await SignIn("village")).Put(
            $"/api/export-jobs/{Guid.NewGuid()}", new { kind = asked, format, reason = "调阅", parameters = JsonNode.Parse(parameters) })).Status, Is.EqualTo(status));

    [Test]
    public async Task Without_a_reason_none_is_taken_nor_a_sixth_at_once_and_a_replay_is_the_same_job()
    {
        var client = await SignIn("village2");
        var silent = await client.Put($"/api/export-jobs/{Guid.NewGuid()}", new { kind = "Disputes", format = "Csv", parameters = new { } });
        var (id, body) = (Guid.NewGuid(), new { kind = "Disputes", format = "Csv", reason = "调阅", parameters = new { } });
        (await client.Put($"/api/export-jobs/{id}", body)).Expect(HttpStatusCode.Created);
        (await client.Put($"/api/export-jobs/{id}", body)).Expect(HttpStatusCode.OK);
        for (var i = 0; i < 4; i++)
            (await client.Put($"/api/export-jobs/{Guid.NewGuid()}", body)).Expect(HttpStatusCode.Created);
        var sixth = await client.Put($"/api/export-jobs/{Guid.NewGuid()}", body);

        Assert.That((silent.Status, sixth.Code), Is.EqualTo((HttpStatusCode.BadRequest, "export.too-many")));
        Assert.That((await (await SignIn("admin")).Put($"/api/export-jobs/{Guid.NewGuid()}", body)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
    }
}
