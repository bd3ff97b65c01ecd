using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Mediation.Core.Domain;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Whatever is done and undone, the kept tallies equal a recount of the journal, and the table a count by hand.</summary>
sealed class TallyTests(string kind) : ApiTest(kind)
{
    const int Steps = 260;

    static readonly DateOnly FirstMonth = new(2026, 8, 1);

    // Months go by in a walk, and people stay signed in.
    static readonly Dictionary<string, string> LongSessions = new() { ["SignIn:IdleMinutes"] = "10000000" };

    [TestCase(1)]
    [TestCase(11)]
    public async Task After_any_walk_tallies_journal_table_and_hand_count_agree(int seed)
    {
        TestContext.Out.WriteLine($"seed {seed}");
        await using var server = await ApiServer.Start(Kind, LongSessions);
        var walk = new TallyWalk(server, new Random(seed));
        for (var step = 0; step < Steps; step++)
            await walk.Step();
        TestContext.Out.WriteLine(string.Join(", ", walk.Taken.OrderByDescending(t => t.Value).Select(t => $"{t.Key} {t.Value}")));

        var client = await server.SignIn("district");
        await AssertVerified(client);
        await AssertSumsAreKept(server);
        foreach (var area in (string[])[District, Town, Village])
            await AssertCounted(client, walk, area, server.Clock.GetUtcNow());
    }

    static async Task AssertVerified(HttpClient client)
    {
        var reply = await client.Get("/api/reports/tallies/verification");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.OK), reply.Text);
            Assert.That((bool?)reply["matches"], Is.True, reply.Text);
            Assert.That(reply["differences"]!.AsArray(), Is.Empty);
        }
    }

    /// <summary>What the triggers kept, against the rows themselves.</summary>
    static async Task AssertSumsAreKept(ApiServer server)
    {
        const string Open =
            """
            count(*), sum(case when waiting = 1 then 1 else 0 end), sum(case when level = 'Red' then 1 else 0 end),
                sum(case when host_id is null and waiting = 0 then 1 else 0 end), sum(case when returned = 1 then 1 else 0 end),
                sum(case when waiting = 1 or level = 'Red' or host_id is null or returned = 1 then 1 else 0 end),
                sum(case when tier = 'Village' and status <> 'ReferredOut' then 1 else 0 end), sum(case when tier = 'Town' and status <> 'ReferredOut' then 1 else 0 end),
                sum(case when tier = 'District' and status <> 'ReferredOut' then 1 else 0 end)
            """;
        const string Queue = "total, waiting, red, unassigned, returned, flagged, open_village, open_town, open_district";
        const string Counts = "found, mediated, succeeded, registered, moved_in, moved_out, resolved, reopened, sent_up, carried_over_mediated";
        const string Sums = "sum(found), sum(mediated), sum(succeeded), sum(registered), sum(moved_in), sum(moved_out), sum(resolved), sum(reopened), sum(sent_up), sum(carried_over_mediated)";
        (string Kept, string Counted)[] pairs =
        [
            ($"select town_code, due_on, {Queue} from queue_day where town_code <> 0", $"select town_code, due_on, {Open} from dispute where closed_at is null group by town_code, due_on"),
            ($"select due_on, {Queue} from queue_day where town_code = 0", $"select due_on, {Open} from dispute where closed_at is null group by due_on"),
            ($"select town_code, month, tier, category, {Counts} from area_tally where town_code <> 0", $"select town_code, month, tier, category, {Sums} from tally group by town_code, month, tier, category"),
            ($"select month, tier, category, {Counts} from area_tally where town_code = 0", $"select month, tier, category, {Sums} from tally group by month, tier, category"),
        ];
        await using var connection = await TestDatabase.Open(server.ConnectionString);
        foreach (var (kept, counted) in pairs)
        {
            await using var differing = connection.CreateCommand();
            differing.CommandText = $"select (select count(*) from ({kept} except {counted}) as more) + (select count(*) from ({counted} except {kept}) as fewer)";
            Assert.That(Convert.ToInt64(await differing.ExecuteScalarAsync(), CultureInfo.InvariantCulture), Is.Zero, kept);
        }
    }

    static async Task AssertCounted(HttpClient client, TallyWalk walk, string area, DateTimeOffset until)
    {
        var prefix = area.TrimEnd('0');
        var ledger = walk.Ledger.Where(m => m.AreaCode.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        for (var month = FirstMonth; month <= Shanghai.DateOf(until); month = month.AddMonths(1))
        {
            var report = (await client.Get($"/api/reports/monthly/{month:yyyy-MM}?area={area}")).Expect(HttpStatusCode.OK);
            AssertMonth(report, new HandCount(ledger, month), $"{area} {month.ToString("yyyy-MM", CultureInfo.InvariantCulture)}");
        }
    }

    static void AssertMonth(JsonNode report, HandCount hand, string what)
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var row in (int[])[1, 2, 4, 44, 45, 46, 47, 48, 49, 50])
                Assert.That(Values(report, row), Is.EqualTo(hand.Row(row)), $"{what}, row {row}");
            foreach (var tier in (string[])["District", "Town", "Village"])
                Assert.That(
                    report["stockFlow"]![tier.ToLowerInvariant()]!.AsObject().ToDictionary(f => f.Key, f => (int)f.Value!), Is.EquivalentTo(hand.Stock(tier)), $"{what}, stock of {tier}");
            Assert.That(Memo(report, "sentUpByVillage"), Is.EqualTo(hand.SentUp("Village")), what);
            Assert.That(Memo(report, "sentUpByTown"), Is.EqualTo(hand.SentUp("Town")), what);
            Assert.That(Memo(report, "carriedOverMediated"), Is.EqualTo(hand.CarriedOverMediated), what);
            Assert.That(report["checks"]!.AsArray().Where(c => !(bool)c!["passed"]!).Select(c => c!.ToJsonString()), Is.Empty, what);
        }
    }

    static int[] Values(JsonNode report, int row)
    {
        var values = report["rows"]![row - 1]!["values"]!;
        return [(int)values["district"]!, (int)values["town"]!, (int)values["village"]!];
    }

    static int Memo(JsonNode report, string key) => (int)report["memo"]!.AsArray().Single(m => (string?)m!["key"] == key)!["value"]!;
}
