using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;
using static Mediation.Tests.Api.RegistryRequests;

namespace Mediation.Tests.Api;

sealed class MediatorTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task A_mediator_is_entered_once_and_the_workload_is_counted()
    {
        var town = await SignIn("town");
        var (path, body) = ($"/api/mediators/{Guid.CreateVersion7()}", Person(await GivenCommittee(town), "测试甲"));

        var made = await town.Put(path, body);
        var again = await town.Put(path, body);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created), made.Text);
            Assert.That((string?)made.Json["status"], Is.EqualTo("Active"));
            Assert.That((int?)made.Json["openCases"], Is.Zero);
            Assert.That((bool?)made.Json["available"], Is.True);
            Assert.That(made.Json["history"]!.AsArray(), Has.Count.EqualTo(1));
            Assert.That(again.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(again.Json.ToJsonString(), Is.EqualTo(made.Json.ToJsonString()));
        }
    }

    [Test]
    public async Task A_status_is_added_to_the_history_with_its_date_and_reason()
    {
        var town = await SignIn("town");
        var (path, body) = ($"/api/mediators/{Guid.CreateVersion7()}", Person(await GivenCommittee(town), "测试乙"));
        await town.Put(path, body);
        (body["baseVersion"], body["status"], body["statusFrom"]) = (1, "Suspended", "2026-02-01");
        var silent = await town.Put(path, body);
        body["statusReason"] = "停职学习";

        var suspended = await town.Put(path, body);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((silent.Status, (string?)silent.Json["code"]), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "mediator.reason-missing")));
            Assert.That(suspended.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((bool?)suspended.Json["available"], Is.False);
            Assert.That(suspended.Json["history"]!.AsArray().Select(h => $"{h!["status"]} {h["from"]} {h["reason"]}"),
                Is.EqualTo(new[] { "Active 2025-01-01 ", "Suspended 2026-02-01 停职学习" }));
        }
    }

    [Test]
    public async Task An_expired_term_or_certificate_warns_and_leaves_the_mediator_at_work()
    {
        var town = await SignIn("town");
        var body = Person(await GivenCommittee(town), "测试丙");
        (body["termFrom"], body["termTo"], body["certificateFrom"], body["certificateTo"]) = ("2018-01-01", "2020-12-31", "2018-01-01", "2020-12-31");

        var (status, made) = await town.Put($"/api/mediators/{Guid.CreateVersion7()}", body);

        Assert.That(status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That((bool?)made["available"], Is.True);
        Assert.That(made["warnings"]!.AsArray().Select(w => (string?)w!["code"]), Is.EqualTo(new[] { "mediator.term-expired", "mediator.certificate-expired" }));
    }

    [Test]
    public async Task The_list_finds_by_name_expertise_and_availability()
    {
        var town = await SignIn("town");
        var (committee, name) = (await GivenCommittee(town), Unique("寻"));
        var full = Person(committee, name + "满");
        full["capacity"] = 0;
        await town.Put($"/api/mediators/{Guid.CreateVersion7()}", full);
        await town.Put($"/api/mediators/{Guid.CreateVersion7()}", Person(committee, name + "空"));

        async Task<string[]> Names(string filter) =>
            [.. (await town.GetJson($"/api/mediators?q={Uri.EscapeDataString(name)}{filter}"))["items"]!.AsArray().Select(m => (string)m!["name"]!)];

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Names(""), Has.Length.EqualTo(2));
            Assert.That(await Names("&available=true"), Is.EqualTo(new[] { name + "空" }));
            Assert.That(await Names("&available=false"), Is.EqualTo(new[] { name + "满" }));
            Assert.That(await Names("&type=Neighbor"), Has.Length.EqualTo(2));
            Assert.That(await Names("&type=Medical"), Is.Empty);
            Assert.That((await town.GetJson("/api/mediators?q=%25%25"))["items"]!.AsArray(), Is.Empty);
            Assert.That(await town.Status("/api/mediators?q=%00a"), Is.EqualTo(HttpStatusCode.BadRequest));
            Assert.That(await town.Status("/api/mediators?limit=0"), Is.EqualTo(HttpStatusCode.BadRequest));
        }
    }

    [Test]
    public async Task The_pages_of_the_list_join_without_a_gap()
    {
        // Another town's: nobody enters anyone there while this test looks.
        var town = await SignIn("town2");
        var all = (await town.GetJson("/api/mediators?limit=200"))["items"]!.AsArray().Select(m => (string)m!["id"]!).ToList();
        var (paged, next) = (new List<string>(), "");
        do
        {
            var page = await town.GetJson($"/api/mediators?limit=2&cursor={next}");
            paged.AddRange(page["items"]!.AsArray().Select(m => (string)m!["id"]!));
            next = (string?)page["next"];
        }
        while (next is not null);

        Assert.That(paged, Is.EqualTo(all).And.Count.GreaterThan(2));
    }

    [Test]
    public async Task A_village_reads_and_does_not_write_a_town_keeps_to_itself_and_a_sector_sees_its_own()
    {
        var (town, town2, village, sector) = (await SignIn("town"), await SignIn("town2"), await SignIn("village"), await SignIn("sector"));
        var committee = await GivenCommittee(town);
        var (path, body) = ($"/api/mediators/{Guid.CreateVersion7()}", Person(committee, "测试丁"));
        await town.Put(path, body);
        var own = await sector.GetJson("/api/mediators?limit=200");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await village.Status(path), Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await village.Put(path, body)).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await town2.Status(path), Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await town2.Put(path, body)).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await town2.Put($"/api/mediators/{Guid.CreateVersion7()}", body)).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await town2.Status($"/api/mediators?under={HaikouVillage}"), Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await village.Status($"/api/mediators?under={Haikou}"), Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await sector.Status(path), Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(own["items"]!.AsArray().Select(m => (string)m!["organisationId"]!).Distinct().ToList(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task A_stale_change_gets_the_current_state()
    {
        var town = await SignIn("town");
        var (path, body) = ($"/api/mediators/{Guid.CreateVersion7()}", Person(await GivenCommittee(town), "测试戊"));
        await town.Put(path, body);
        body["capacity"] = 7;

        var (status, stale) = await town.Put(path, body);

        Assert.That((status, (string?)stale["code"], (int?)stale["current"]!["capacity"]), Is.EqualTo((HttpStatusCode.Conflict, "mediator.stale", 5)));
    }

    [TestCase("capacity", "201", "capacity")]
    [TestCase("capacity", "\"many\"", "capacity")]
    [TestCase("certificateFrom", "\"2030-01-01\"", "certificateTo")]
    [TestCase("trainingHours", "[{\"year\":2025,\"hours\":2001}]", "trainingHours")]
    [TestCase("gender", "\"X\"", "gender")]
    [TestCase("deputy", "{\"mediatorId\":\"01941f2a-6660-76ac-a01d-0c4968ba0db4\",\"from\":\"2026-02-01\",\"to\":\"2026-01-01\"}", "deputy.to")]
    public async Task Bad_input_names_its_field(string field, string value, string at)
    {
        var town = await SignIn("town");
        var body = Person(await GivenCommittee(town), "测试己");
        body["certificateTo"] = "2029-12-31";
        body[field] = JsonNode.Parse(value);

        var (status, refused) = await town.Put($"/api/mediators/{Guid.CreateVersion7()}", body);

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused["errors"]!.AsObject().Select(e => e.Key), Is.EqualTo(new[] { at }));
    }

    static async Task<Guid> GivenCommittee(HttpClient town)
    {
        var id = Guid.CreateVersion7();
        Assert.That((await town.Put($"/api/organisations/{id}", Committee(Unique("厂")))).Status, Is.EqualTo(HttpStatusCode.Created));
        return id;
    }
}
