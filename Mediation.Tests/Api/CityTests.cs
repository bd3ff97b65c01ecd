using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A city's centre sees its districts together: queue, ledger, search and report merge what each of them has.</summary>
sealed class CityTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    [Test]
    public async Task Queue_search_and_report_of_a_city_are_those_of_its_districts()
    {
        var village = await SignIn("village");
        var first = await GivenDispute(village, body => body["summary"] = "为梧桐落叶争执。");
        var second = await GivenDispute(village, body => body["summary"] = "为梧桐遮光争执。");
        await GivenCityCentre();
        var (city, district) = (await SignIn("city"), await SignIn("district"));

        foreach (var path in (string[])["/api/triage?limit=1", "/api/triage?limit=200", "/api/disputes?limit=200", "/api/disputes?sort=dueOn", $"/api/disputes?q={Uri.EscapeDataString("梧桐")}"])
        {
            var (ofCity, ofDistrict) = ((await city.Get(path)).Expect(HttpStatusCode.OK), (await district.Get(path)).Expect(HttpStatusCode.OK));
            Assert.That(Ids(ofCity), Is.EqualTo(Ids(ofDistrict)).And.Not.Empty, path);
            Assert.That(ofCity["counts"]?.ToJsonString(), Is.EqualTo(ofDistrict["counts"]?.ToJsonString()), path);
        }
        Assert.That(Ids((await city.Get($"/api/disputes?q={Uri.EscapeDataString("梧桐")}")).Expect(HttpStatusCode.OK)), Is.EqualTo(new[] { IdOf(second), IdOf(first) }));

        var month = App.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);
        var (report, own) = ((await city.Get($"/api/reports/monthly/{month}")).Expect(HttpStatusCode.OK), (await district.Get($"/api/reports/monthly/{month}")).Expect(HttpStatusCode.OK));
        Assert.That(report["rows"]!.ToJsonString(), Is.EqualTo(own["rows"]!.ToJsonString()));
    }

    [Test]
    public async Task A_page_of_what_was_found_goes_on_where_the_one_before_ended()
    {
        var village = await SignIn("village");
        var disputes = new List<Guid>();
        for (var number = 0; number < 3; number++)
            disputes.Insert(0, IdOf(await GivenDispute(village, body => body["summary"] = $"第{number}次为紫藤花架争执。")));
        var path = $"/api/disputes?limit=2&q={Uri.EscapeDataString("紫藤花")}";

        var page = (await village.Get(path)).Expect(HttpStatusCode.OK);
        var next = (await village.Get($"{path}&cursor={Uri.EscapeDataString((string)page["next"]!)}")).Expect(HttpStatusCode.OK);

        Assert.That(Ids(page).Concat(Ids(next)), Is.EqualTo(disputes));
        Assert.That((string?)next["next"], Is.Null);
    }

    static IReadOnlyList<Guid> Ids(JsonNode page) => [.. page["items"]!.AsArray().Select(item => (Guid)((JsonNode)item!)["id"]!)];

    /// <summary>Nobody of the district may set it up.</summary>
    async Task GivenCityCentre()
    {
        await using var connection = await TestDatabase.Open(App.ConnectionString);
        foreach (var sql in (string[])
        [
            $"""
            insert into organisation (id, district_code, area_code, kind, tier, name, short_name, body, version)
            select {New}, 340800000000, 340800000000, kind, tier, '安庆市综治中心', '安庆市综治',
                replace(replace(body, '"area":"340803000000"', '"area":"340800000000"'), hex_id, '01941f2a-6660-76ac-a01d-0c4968ba0d01'), 1
            from (select organisation.*, '01941f2a-6660-76ac-a01d-0c4968ba0db4' as hex_id from organisation where kind = 'GovernanceCenter' and area_code = 340803000000) as centre
            """,
            $"""
            insert into account (id, user_name, display_name, roles, organisation_id, password_hash, stamp, failures)
            select {New}, 'city', display_name, roles, {New}, password_hash, stamp, 0 from account where user_name = 'district'
            """,
        ])
        {
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }
    }

    string New => App.IsSqlite ? "x'01941f2a666076aca01d0c4968ba0d01'" : "cast('01941f2a-6660-76ac-a01d-0c4968ba0d01' as uuid)";
}
