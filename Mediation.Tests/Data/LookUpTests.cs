using System.Net;
using System.Text.RegularExpressions;
using Mediation.Core.Domain;
using Mediation.Tests.Api;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Data;

/// <summary>
/// What is asked by an id touches one partition. The server itself says what it touched, while disputes go their ways and their papers, histories and files
/// are read.
/// </summary>
sealed partial class LookUpTests
{
    const string Explained =
        "-c session_preload_libraries=auto_explain -c auto_explain.log_min_duration=0 -c auto_explain.log_analyze=on -c auto_explain.log_timing=off";

    static readonly string[] Reads = ["", "/journal", "/journal/verification", "/suggested-mediators", "/documents", "/clocks", "/dossier"];

    [Test]
    public async Task What_is_asked_by_an_id_touches_one_partition()
    {
        using var server = await Task.Run(() => PostgresProcess.Start(PostgresInstallation.Best()));
        var database = await PostgresServer.NewDatabase(server);
        var (service, address) = await ApiProcess.Start($"{database};Options={Explained}");
        using (service)
            await Work(address);

        // A mediator lies in no partition; what is on his desk is counted over all of them.
        var plans = Plans(server.LogText).Where(plan => ById().IsMatch(plan.Sql) && !plan.Sql.Contains("as open_cases", StringComparison.Ordinal)).ToList();
        var probes = plans.Where(plan => plan.Partitions.Any(table => table.Count() > 1)).DistinctBy(plan => plan.Sql);

        Assert.That(plans.Select(plan => plan.Sql).Distinct().Count(), Is.GreaterThan(15), "They were seen at all.");
        Assert.That(probes.Select(plan => $"{plan.Sql}\n-- {string.Join(", ", plan.Partitions.Where(table => table.Count() > 1).Select(table => $"{table.Key}: {table.Count()}"))}"), Is.Empty);
    }

    /// <summary>Steps of every kind of desk, and ids that nobody knows: those would be looked for everywhere.</summary>
    static async Task Work(Uri address)
    {
        using var village = await ApiProcess.SignIn(address, "village");
        using var town = await ApiProcess.SignIn(address, "town");
        using var justice = await ApiProcess.SignIn(address, "justice");
        var today = Shanghai.DateOf(TimeProvider.System.GetUtcNow());
        var sent = await ApiTest.GivenEscalatedDispute(village);
        (await town.Post($"/api/handovers/{(Guid)sent["handovers"]![0]!["id"]!}/acceptance", new { commandId = Guid.CreateVersion7(), baseVersion = ApiTest.VersionOf(sent) }))
            .Expect(HttpStatusCode.OK);
        var agreed = await ApiTest.GivenAgreedDispute(village, body => body["occurredOn"] = $"{today:yyyy-MM-dd}");
        await ApiTest.GivenAttachment(village, agreed, ApiTest.Pdf());
        var tablet = await Tablet.Registered(village);
        await tablet.Answer(Tablet.Entry("FailMediation", ApiTest.IdOf(sent), new { channels = new[] { "Suit" } }));
        (await village.Get("/api/sync/changes?limit=50")).Expect(HttpStatusCode.OK);
        (await town.Get("/api/sync/late-submissions")).Expect(HttpStatusCode.OK);
        (await justice.Post("/api/dossier-samples", new { commandId = Guid.CreateVersion7(), from = "2026-01-01", to = $"{today:yyyy-MM-dd}", count = 1 })).Expect(HttpStatusCode.OK);
        (await justice.Get($"/api/dossier-samples/{Guid.NewGuid()}")).Expect(HttpStatusCode.NotFound);
        (await town.Post($"/api/sync/late-submissions/{Guid.NewGuid()}/decision", new { commandId = Guid.CreateVersion7(), decision = "SetAside", reason = "镇里已另行组织调解。" }))
            .Expect(HttpStatusCode.NotFound);
        (await town.Post("/api/sync/exports/opening", new { exportId = Guid.NewGuid(), reason = "平板丢失，补录未上传的记录" })).Expect(HttpStatusCode.NotFound);
        (await town.Get(ApiTest.Path(Guid.NewGuid()))).Expect(HttpStatusCode.NotFound);
        foreach (var (client, dispute) in ((HttpClient, Guid)[])[(village, ApiTest.IdOf(agreed)), (town, ApiTest.IdOf(sent))])
            foreach (var read in Reads)
                Assert.That((await client.Get($"/api/disputes/{dispute}{read}")).Status, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.NotFound), read);
    }

    /// <summary>Statements with the partitions that they really went to.</summary>
    static IEnumerable<(string Sql, List<IGrouping<string, string>> Partitions)> Plans(string log)
    {
        foreach (var entry in EntryStart().Split(log).Where(entry => entry.Contains("Query Text: ", StringComparison.Ordinal)))
        {
            var text = entry[(entry.IndexOf("Query Text: ", StringComparison.Ordinal) + 12)..];
            var sql = PlanStart().Split(text)[0];
            var touched = text[sql.Length..].Split('\n').Where(line => !line.Contains("(never executed)", StringComparison.Ordinal))
                .SelectMany(line => Partition().Matches(line)).DistinctBy(match => match.Value).GroupBy(match => match.Groups[1].Value, match => match.Value);
            yield return (Regex.Replace(sql, @"\s+", " ").Trim(), [.. touched]);
        }
    }

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d [^\n]*?LOG:  ", RegexOptions.Multiline)]
    private static partial Regex EntryStart();

    /// <summary>The first line with costs.</summary>
    [GeneratedRegex(@"^[^\n]*\(cost=", RegexOptions.Multiline)]
    private static partial Regex PlanStart();

    [GeneratedRegex(@" on ([a-z_]+)_\d+(?=\s|$)")]
    private static partial Regex Partition();

    [GeneratedRegex(@"(?<![a-z_])(id|dispute_id|sample_id|report_id|meeting_id|result_id|training_id|appeal_id|case_id|attachment_id) = \$\d")]
    private static partial Regex ById();
}
