using System.Text.Json.Nodes;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>
/// Whatever arrives late, is corrected, voided, merged, moved or reopened after a seal: sealed numbers stand, and with their corrections and what waits
/// they are the recount (domain 12, Report counting).
/// </summary>
sealed class SealedWalkTests(string kind) : ApiTest(kind)
{
    const int Steps = 300;

    static readonly string[] Submitting = [Village, "340803100205", Town, "340803200000"];

    [TestCase(3)]
    public async Task Sealed_and_corrections_are_the_recount_after_any_walk(int seed)
    {
        await using var server = await ApiServer.Start(Kind, new Dictionary<string, string> { ["SignIn:IdleMinutes"] = "10000000" });
        var (walk, hand, chance, sealedReports) = (new TallyWalk(server, new Random(seed)), new ReportHand(server), new Random(seed), new List<JsonNode>());
        var month = new DateOnly(2026, 11, 1);
        for (var step = 0; step < Steps; step++)
        {
            await walk.Step();
            if (Shanghai.DateOf(server.Clock.GetUtcNow()) <= month.AddMonths(1).AddDays(5))
                continue;
            // Now and then a unit misses the seal.
            sealedReports.Add(await hand.Seal(month, [.. Submitting.Where(_ => chance.Next(4) > 0)]));
            month = month.AddMonths(1);
            if (step % 10 == 0)
                await AssertRecount(server, month);
        }
        TestContext.Out.WriteLine(string.Join(", ", walk.Taken.OrderByDescending(t => t.Value).Select(t => $"{t.Key} {t.Value}")));

        await AssertRecount(server, month);
        Assert.That(sealedReports, Has.Count.GreaterThanOrEqualTo(2));
        Assert.That(sealedReports[1..].Sum(Corrections), Is.Positive, "The walk brought nothing late.");
        foreach (var report in sealedReports)
            Assert.That((await hand.Get(report))["report"]!.ToJsonString(), Is.EqualTo(report["report"]!.ToJsonString()));
    }

    static int Corrections(JsonNode report) => report["report"]!["rows"]!.AsArray().Where(row => row!["correction"] is not null).Sum(row => Math.Abs((int)row!["correction"]!["subtotal"]!));

    static async Task AssertRecount(ApiServer server, DateOnly open)
    {
        await using var scope = server.Services.CreateAsyncScope();
        var (filings, books, tallies) = (
            scope.ServiceProvider.GetRequiredService<FilingStore>(), scope.ServiceProvider.GetRequiredService<SealedStore>(), scope.ServiceProvider.GetRequiredService<TallyStore>());
        foreach (var code in (string[])[District, Town, Village, "340803200000"])
        {
            _ = AreaCode.TryParse(code, out var area);
            var (seals, month) = (await filings.SealedMonths(area), Tallies.MonthOf(open));
            var told = (await books.Sums(area, 0, 999_912)).Select(sum => sum.Tally).Concat(FiledEntry.Tally(await books.Pending(area, month, seals)))
                .GroupBy(row => row.Key, row => row.Counts).Select(group => (group.Key, Counts: group.Sum())).Where(row => !row.Counts.IsZero);
            var counted = (await tallies.Sum(area, seals.First, month)).Where(row => !row.Counts.IsZero).Select(row => (row.Key, row.Counts));

            Assert.That(told, Is.EquivalentTo(counted), code);
        }
    }
}
