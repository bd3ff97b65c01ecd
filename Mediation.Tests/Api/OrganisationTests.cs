using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;
using static Mediation.Tests.Api.RegistryRequests;

namespace Mediation.Tests.Api;

sealed class OrganisationTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task A_town_sets_up_a_committee_and_a_replay_changes_nothing()
    {
        var (town, path, body) = (await SignIn("town"), $"/api/organisations/{Guid.CreateVersion7()}", Committee(Unique("厂")));

        var made = await town.Put(path, body);
        var again = await town.Put(path, body);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created));
            Assert.That((int?)made.Json["version"], Is.EqualTo(1));
            Assert.That((string?)made.Json["tier"], Is.EqualTo("Village"));
            Assert.That(again.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(again.Json.ToJsonString(), Is.EqualTo(made.Json.ToJsonString()));
            Assert.That((await town.GetJson(path)).ToJsonString(), Is.EqualTo(made.Json.ToJsonString()));
        }
    }

    [Test]
    public async Task What_breaks_article_8_or_has_run_out_is_told_and_taken()
    {
        var (town, body) = (await SignIn("town"), Committee(Unique("厂")));
        body["members"] = new JsonObject { ["count"] = 2, ["women"] = 0 };
        (body["termFrom"], body["termTo"]) = ("2019-01-01", "2021-12-31");

        var (status, made) = await town.Put($"/api/organisations/{Guid.CreateVersion7()}", body);

        Assert.That(status, Is.EqualTo(HttpStatusCode.Created));
        Assert.That(made["warnings"]!.AsArray().Select(w => (string?)w!["code"]),
            Is.EqualTo(new[] { "committee.size", "committee.no-woman", "committee.term-expired" }));
    }

    [Test]
    public async Task A_stale_change_gets_the_current_state()
    {
        var (town, path, body) = (await SignIn("town"), $"/api/organisations/{Guid.CreateVersion7()}", Committee(Unique("厂")));
        await town.Put(path, body);
        (body["name"], body["baseVersion"]) = ("第一次改名调解委员会", 1);
        var first = await town.Put(path, body);
        body["name"] = "第二次改名调解委员会";

        var stale = await town.Put(path, body);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((first.Status, (int?)first.Json["version"]), Is.EqualTo((HttpStatusCode.OK, 2)));
            Assert.That(stale.Status, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That((string?)stale.Json["code"], Is.EqualTo("organisation.stale"));
            Assert.That((string?)stale.Json["current"]!["name"], Is.EqualTo("第一次改名调解委员会"));
        }
    }

    [Test]
    public async Task A_short_name_is_unique_in_the_district()
    {
        var (district, name) = (await SignIn("district"), Unique("厂"));
        await district.Put($"/api/organisations/{Guid.CreateVersion7()}", Committee(name));

        var (status, refused) = await district.Put($"/api/organisations/{Guid.CreateVersion7()}", Committee(name, Haikou));

        Assert.That((status, (string?)refused["code"]), Is.EqualTo((HttpStatusCode.Conflict, "organisation.short-name-taken")));
    }

    [TestCase("VillageCommittee", Haikou, "organisation.kind-level")]
    [TestCase("TownCommittee", HaikouVillage, "organisation.kind-level")]
    [TestCase("SectorCommittee", Haikou, "organisation.kind-level")]
    [TestCase("SectorCommittee", District, "organisation.types-missing")]
    [TestCase("VillageCommittee", "340803100999", "area.unknown")]
    public async Task A_kind_belongs_to_its_level(string kind, string area, string code)
    {
        var (status, refused) = await (await SignIn("district")).Put($"/api/organisations/{Guid.CreateVersion7()}", Committee(Unique("厂"), area, kind));

        Assert.That((status, (string?)refused["code"]), Is.EqualTo((HttpStatusCode.UnprocessableEntity, code)));
        Assert.That((string?)refused["rule"], Is.Not.Empty);
    }

    [Test]
    public async Task A_village_reads_and_does_not_write_and_a_town_keeps_to_itself()
    {
        var (village, town, town2) = (await SignIn("village"), await SignIn("town"), await SignIn("town2"));
        var path = $"/api/organisations/{Guid.CreateVersion7()}";
        var made = await town.Put(path, Committee(Unique("厂")));
        var change = Committee(Unique("厂"), Other);
        change["baseVersion"] = 1;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Status, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(await village.Status(path), Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await village.Put(path, Committee(Unique("厂")))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That(await town2.Status(path), Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await town2.Put(path, change)).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((await town2.Put($"/api/organisations/{Guid.CreateVersion7()}", Committee(Unique("厂")))).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await town2.Status($"/api/organisations?under={HaikouVillage}"), Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [Test]
    public async Task The_list_goes_page_by_page_and_shows_the_own_area_and_those_above()
    {
        var (village, town) = (await SignIn("village"), await SignIn("town2"));

        var seen = (await village.GetJson("/api/organisations?limit=200"))["items"]!.AsArray().Select(o => (string)o!["areaCode"]!).Distinct();
        var all = (await town.GetJson($"/api/organisations?under={Other}&limit=200"))["items"]!.AsArray().Select(o => (string)o!["id"]!).ToList();
        var (paged, next) = (new List<string>(), "");
        do
        {
            var page = await town.GetJson($"/api/organisations?under={Other}&limit=2&cursor={next}");
            paged.AddRange(page["items"]!.AsArray().Select(o => (string)o!["id"]!));
            next = (string?)page["next"];
        }
        while (next is not null);

        Assert.That(seen, Is.EquivalentTo(new[] { HaikouVillage, Haikou, District }));
        Assert.That(paged, Is.EqualTo(all).And.Count.GreaterThan(3));
    }

    [TestCase("""{"kind":3,"name":"某某","shortName":"某","areaCode":"340803100204"}""", "kind")]
    [TestCase("""{"kind":"Guild","name":"某某","shortName":"某","areaCode":"340803100204"}""", "kind")]
    [TestCase("""{"kind":"VillageCommittee","name":"某某","shortName":"某","areaCode":"12"}""", "areaCode")]
    [TestCase("""{"kind":"VillageCommittee","shortName":"某","areaCode":"340803100204"}""", "name")]
    [TestCase("""{"kind":"VillageCommittee","name":"某某","shortName":"某","areaCode":"340803100204","members":{"count":3,"women":5}}""", "members.women")]
    [TestCase("""{"kind":"VillageCommittee","name":"某某","shortName":"某","areaCode":"340803100204","termFrom":"2026-01-02","termTo":"2026-01-01"}""", "termTo")]
    public async Task Bad_input_names_its_field(string json, string field)
    {
        var (status, refused) = await (await SignIn("town")).Put($"/api/organisations/{Guid.CreateVersion7()}", JsonNode.Parse(json)!);

        Assert.That(status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused["errors"]!.AsObject().Select(e => e.Key), Does.Contain(field));
    }
}
