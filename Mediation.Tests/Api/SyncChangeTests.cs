using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A tablet's pull: everything that changed and may be seen, nothing twice without cause, nothing ever skipped.</summary>
sealed class SyncChangeTests(string kind) : ApiTest(kind)
{
    // Counts what a whole village sees.
    protected override bool OwnServer => true;

    [Test]
    public async Task What_changes_comes_with_the_next_pull_and_then_no_more()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        var (_, start) = await tablet.PullAll();
        var (one, two) = (await GivenDispute(village), await GivenDispute(village));
        two = await GivenAcceptance(village, two);
        one = await GivenStep(village, one, "corrections", new { field = "place", old = "海口村东组", @new = "海口村西组", reason = "走访核实" });

        var (items, next) = await tablet.PullAll(start);
        var (none, still) = await tablet.PullAll(next);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Ids(items), Is.EqualTo(new[] { IdOf(two), IdOf(one) }), "each once, in the order of its last change");
            Assert.That(items.Select(i => (int)i["dispute"]!["version"]!), Is.EqualTo(new[] { VersionOf(two), VersionOf(one) }));
            Assert.That(none, Is.Empty);
            Assert.That(still, Is.EqualTo(next));
        }
    }

    [Test]
    public async Task Pages_follow_one_another_while_others_write()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        var (_, start) = await tablet.PullAll();
        var ids = new List<Guid>();
        for (var i = 0; i < 7; i++)
            ids.Add(IdOf(await GivenDispute(village)));

        var first = (await tablet.Pull(start, limit: 3)).Expect(HttpStatusCode.OK);
        var moved = await GivenAcceptance(village, (await village.Get(Path(ids[1]))).Json);
        var (rest, _) = await tablet.PullAll((string)first["next"]!, limit: 3);

        Assert.That((bool)first["more"]!, Is.True);
        Assert.That(Ids(first["items"]!.AsArray()!), Is.EqualTo(ids[..3]));
        Assert.That(Ids(rest), Is.EqualTo((Guid[])[.. ids[3..], IdOf(moved)]));
    }

    [Test]
    public async Task Under_many_writers_no_change_is_ever_skipped()
    {
        var clients = new[] { await SignIn("village"), await SignIn("town") };
        var tablet = await Tablet.Registered(clients[1]);
        var (_, cursor) = await tablet.PullAll();
        var (written, seen) = (new ConcurrentDictionary<Guid, int>(), new Dictionary<Guid, int>());
        using var over = new CancellationTokenSource();

        var writers = Task.WhenAll(Enumerable.Range(0, 8).Select(async worker =>
        {
            var client = clients[worker % 2];
            for (var i = 0; i < 12; i++)
            {
                var dispute = await GivenDispute(client);
                written[IdOf(dispute)] = VersionOf(dispute);
                if (i % 3 == 0)
                    written[IdOf(dispute)] = VersionOf(await GivenStep(client, dispute, "corrections", new { field = "amount", old = (decimal?)null, @new = 100, reason = "补录" }));
            }
        }));
        var reader = Task.Run(async () =>
        {
            while (!over.IsCancellationRequested)
                cursor = await Take(tablet, cursor, seen);
        });
        await writers;
        await over.CancelAsync();
        await reader;
        await Take(tablet, cursor, seen);

        Assert.That(written, Has.Count.EqualTo(96));
        Assert.That(seen.Where(s => written.ContainsKey(s.Key)).ToDictionary(), Is.EquivalentTo(written));
    }

    [Test]
    public async Task Another_village_sees_nothing_of_it_and_the_town_does()
    {
        var (village, other, town) = (await SignIn("village"), await Tablet.Registered(await SignIn("village2")), await Tablet.Registered(await SignIn("town")));
        var (theirs, ours) = ((await other.PullAll()).Next, (await town.PullAll()).Next);
        var dispute = await GivenDispute(village);

        Assert.That((await other.PullAll(theirs)).Items, Is.Empty);
        Assert.That(Ids((await town.PullAll(ours)).Items), Is.EqualTo(new[] { IdOf(dispute) }));
    }

    [Test]
    public async Task A_sector_committee_pulls_what_concerns_it_and_puts_away_what_was_sent_by_mistake()
    {
        var (town, sector) = (await SignIn("town"), await SignIn("sector"));
        var tablet = await Tablet.Registered(sector);
        var (_, start) = await tablet.PullAll();
        var desk = (Guid)(await sector.Get("/api/session"))["organisationId"]!;
        var dispute = await GivenDispute(town, body => body["type"] = "Medical");
        var sent = await GivenStep(town, dispute, "escalation", new { reason = "SectorCompetence", toOrganisationId = desk, note = "属专业领域。" });

        var (came, next) = await tablet.PullAll(start);
        await GivenStep(town, sent, "reversals", new { reason = "发错了" });
        var (left, end) = await tablet.PullAll(next);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(came.Select(i => (string)i["kind"]!), Is.EqualTo(new[] { "Dispute" }));
            Assert.That(left.Select(i => ((string)i["kind"]!, (Guid)i["disputeId"]!, (string?)i["reason"])), Is.EqualTo(new[] { ("Removal", IdOf(dispute), (string?)"AccessLost") }));
            Assert.That(left[0]["dispute"], Is.Null);
            Assert.That((await tablet.PullAll(end)).Items, Is.Empty);
        }
    }

    [Test]
    public async Task A_matter_whose_place_was_corrected_leaves_the_village_and_comes_to_the_other()
    {
        var (town, here, there) = (await SignIn("town"), await Tablet.Registered(await SignIn("village")), await Tablet.Registered(await SignIn("village2")));
        var dispute = await GivenDispute(town);
        var (before, after) = ((await here.PullAll()).Next, (await there.PullAll()).Next);
        var area = (string)(await (await SignIn("village2")).Get("/api/session"))["areaCode"]!;

        await GivenStep(town, dispute, "corrections", new { field = "areaCode", old = Village, @new = area, reason = "地点记错" });

        Assert.That((await here.PullAll(before)).Items.Select(i => (string)i["kind"]!), Is.EqualTo(new[] { "Removal" }));
        Assert.That(Ids((await there.PullAll(after)).Items), Is.EqualTo(new[] { IdOf(dispute) }));
        Assert.That((await here.PullAll()).Items.Select(i => (Guid)i["disputeId"]!), Has.None.EqualTo(IdOf(dispute)), "a first pull has nothing to put away");
    }

    [Test]
    public async Task The_hosts_own_tablet_has_open_cases_in_full_and_that_is_logged()
    {
        var village = await SignIn("village");
        var tablet = await Tablet.Registered(village);
        var town = await Tablet.Registered(await SignIn("town"));
        var (start, startOfTown) = ((await tablet.PullAll()).Next, (await town.PullAll()).Next);
        var (open, unaccepted) = (await GivenAcceptedDispute(village), await GivenDispute(village));

        var mine = (await tablet.PullAll(start)).Items.ToDictionary(i => (Guid)i["disputeId"]!);
        var bare = (await village.Get($"/api/sync/changes?after={start}")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        var theirs = (await town.PullAll(startOfTown)).Items;
        var log = (await (await SignIn("auditor")).Get($"/api/access-log?dispute={IdOf(open)}&kind=Device")).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(Phone(mine[IdOf(open)]), Is.EqualTo("13800000001"));
            Assert.That((bool?)mine[IdOf(open)]["full"], Is.True);
            Assert.That(Phone(mine[IdOf(unaccepted)]), Is.EqualTo("138****0001"));
            Assert.That(bare.Concat(theirs).Select(i => Phone(i!)), Is.All.EqualTo("138****0001"), "no tablet named, or another desk");
            Assert.That(log["items"]!.AsArray(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task A_first_pull_brings_what_is_open_and_what_is_not_older_than_ninety_days()
    {
        var village = await SignIn("village2");
        var area = (string)(await village.Get("/api/session"))["areaCode"]!;
        var closed = await GivenDispute(village, body => body["areaCode"] = area);
        closed = await GivenStep(village, closed, "voiding", new { reason = "练习录入" });
        var open = await GivenDispute(village, body => body["areaCode"] = area);
        var tablet = await Tablet.Registered(village);
        var fresh = Ids((await tablet.PullAll()).Items);

        await new BehindTheBack(App, IdOf(closed)).Execute($"update dispute_change set at = {Old} where dispute_id = {{id}}");
        await new BehindTheBack(App, IdOf(open)).Execute($"update dispute_change set at = {Old} where dispute_id = {{id}}");
        var later = Ids((await tablet.PullAll()).Items);

        Assert.That(fresh, Is.SupersetOf(new[] { IdOf(closed), IdOf(open) }));
        Assert.That(later, Has.Member(IdOf(open)).And.No.Member(IdOf(closed)));
    }

    [Test]
    public async Task A_cursor_of_somebody_else_or_of_a_database_that_was_put_back_is_unknown()
    {
        var (village, town) = (await Tablet.Registered(await SignIn("village")), await Tablet.Registered(await SignIn("town")));
        var dispute = await GivenDispute(await SignIn("village"));
        var (_, cursor) = await village.PullAll();

        using (Assert.EnterMultipleScope())
        {
            foreach (var reply in (Reply[])[await town.Pull(cursor), await village.Pull("bm9uc2Vuc2U"), await village.Pull("x")])
                Assert.That((reply.Status, reply.Code), Is.EqualTo((HttpStatusCode.Gone, "cursor.unknown")), reply.Text);
        }
        // Another history stands in the place of the line that was delivered.
        await new BehindTheBack(App, IdOf(dispute)).Tamper($"update journal set hash = {Zeros} where dispute_id = {{id}}");
        Assert.That((await village.Pull(cursor)).Code, Is.EqualTo("cursor.unknown"));
        Assert.That((await village.Pull()).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    string Old => App.IsSqlite ? "1600000000000" : "'2020-09-13'";

    string Zeros => App.IsSqlite ? "zeroblob(32)" : "decode(repeat('00', 32), 'hex')";

    static async Task<string> Take(Tablet tablet, string cursor, Dictionary<Guid, int> seen)
    {
        var (items, next) = await tablet.PullAll(cursor, limit: 20);
        foreach (var item in items)
            seen[(Guid)item["disputeId"]!] = (int)item["dispute"]!["version"]!;
        return next;
    }

    static string? Phone(JsonNode change) => (string?)change["dispute"]!["parties"]![0]!["phone"];

    static Guid[] Ids(IEnumerable<JsonNode?> items) => [.. items.Select(item => (Guid)item!["disputeId"]!)];
}
