using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;
using static Mediation.Tests.Api.RegistryRequests;

namespace Mediation.Tests.Api;

sealed class MediatorImportTests(string kind) : ApiTest(kind)
{
    const string Header = "organisation,name,gender,employment,grade,certificateNumber,certificateFrom,certificateTo,expertise,languages,capacity,trainingHours";

    [Test]
    public async Task A_file_is_taken_whole_and_again_without_duplicates()
    {
        var town = await SignIn("town");
        var committee = await GivenCommittee(town);
        var file = $"\uFEFF{Header}\r\n{committee},测试,女,专职,二级,{committee}证1,2025-01-01,2030-01-01,Neighbor;Contract,\"普通话;安庆话\",12,2025:24;2026:12\r\n{committee},\"乙,某\",,PartTime,,,,,,,,\r\n";

        var first = await town.PostCsv("/api/mediators/import", file);
        var second = await town.PostCsv("/api/mediators/import", file);
        var changed = await town.PostCsv("/api/mediators/import", file.Replace(",12,2025", ",15,2025", StringComparison.Ordinal));
        var there = (await town.GetJson($"/api/mediators?under={HaikouVillage}&limit=200"))["items"]!.AsArray()
            .Where(m => (string?)m!["organisationName"] == $"{committee}人民调解委员会").ToDictionary(m => (string)m!["name"]!);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first.Status, Is.EqualTo(HttpStatusCode.OK), first.Text);
            Assert.That(first.Json.ToJsonString(), Is.EqualTo("""{"created":2,"updated":0,"unchanged":0}"""));
            Assert.That(second.Json.ToJsonString(), Is.EqualTo("""{"created":0,"updated":0,"unchanged":2}"""));
            Assert.That(changed.Json.ToJsonString(), Is.EqualTo("""{"created":0,"updated":1,"unchanged":1}"""));
            Assert.That(there.Keys, Is.EquivalentTo(new[] { "测试", "乙,某" }));
            Assert.That(there["测试"]!["trainingHours"]!.ToJsonString(), Is.EqualTo("""[{"year":2025,"hours":24},{"year":2026,"hours":12}]"""));
            Assert.That(there["测试"]!["languages"]!.AsArray().Select(l => (string?)l), Is.EqualTo(new[] { "普通话", "安庆话" }));
            Assert.That((string?)there["测试"]!["grade"], Is.EqualTo("Two"));
            Assert.That((int?)there["测试"]!["capacity"], Is.EqualTo(15));
        }
    }

    [Test]
    public async Task One_bad_line_and_nothing_is_taken_and_every_fault_is_named()
    {
        var town = await SignIn("town");
        var committee = await GivenCommittee(town);
        var file = string.Join('\n', Header,
            $"{committee},好人,F,FullTime,One,,,,Neighbor,,5,",
            $"{committee},,F,FullTime,One,,,,Neighbor,,5,",
            "无此组织,坏人,F,FullTime,One,,,,Neighbor,,5,",
            $"{committee},坏人,F,Sometimes,One,,2026-02-30,,Neighbours,,900,2025-24",
            $"{committee},好人,F,FullTime,One,,,,Neighbor,,5,",
            $"{committee},少了");

        var (status, refused) = await town.PostCsv("/api/mediators/import", file);

        Assert.That((status, (string?)refused["code"]), Is.EqualTo((HttpStatusCode.BadRequest, "import.refused")));
        Assert.That(refused["rows"]!.AsArray().Select(r => $"{r!["line"]} {r["field"]} {r["code"]}"), Is.EquivalentTo(new[]
        {
            "3 name required", "4 organisation unknown", "5 employment unknown", "5 certificateFrom date", "5 expertise unknown", "5 trainingHours number",
            "5 capacity range", "6 name duplicate", "7  columns",
        }));
        Assert.That((await town.GetJson($"/api/mediators?q={Uri.EscapeDataString("好人")}"))["items"]!.AsArray(), Is.Empty);
    }

    [TestCase("", "1  empty")]
    [TestCase("organisation,name", "1  empty")]
    [TestCase("organisation,name,age\nx,y,33", "1 age column")]
    [TestCase("name\ny", "1 organisation required")]
    [TestCase("organisation,name\nx\u0000,y", "2 organisation characters", "2 organisation unknown")]
    public async Task A_file_of_another_kind_is_refused(string file, params string[] faults)
    {
        var (status, refused) = await (await SignIn("town")).PostCsv("/api/mediators/import", file);

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused["rows"]!.AsArray().Select(r => $"{r!["line"]} {r["field"]} {r["code"]}"), Is.EqualTo(faults));
    }

    [Test]
    public async Task Another_towns_committee_is_unknown_and_a_village_may_not_import()
    {
        var committee = await GivenCommittee(await SignIn("town"));
        var file = $"organisation,name\n{committee},某某";

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await (await SignIn("town2")).PostCsv("/api/mediators/import", file)).Json["rows"]![0]!.ToJsonString(),
                Is.EqualTo("""{"line":2,"field":"organisation","code":"unknown"}"""));
            Assert.That((await (await SignIn("village")).PostCsv("/api/mediators/import", file)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await (await SignIn("town")).Post("/api/mediators/import", new { file })).Status, Is.EqualTo(HttpStatusCode.UnsupportedMediaType));
        }
    }

    /// <summary>The short name of a new committee of 海口村.</summary>
    static async Task<string> GivenCommittee(HttpClient town)
    {
        var name = Unique("厂");
        Assert.That((await town.Put($"/api/organisations/{Guid.CreateVersion7()}", Committee(name))).Status, Is.EqualTo(HttpStatusCode.Created));
        return name;
    }
}
