using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Faults;

/// <summary>A process that is killed in the middle of an export leaves no file, and the next one writes it whole.</summary>
[TestFixture(TestDatabase.Sqlite)]
[TestFixture(TestDatabase.Postgres)]
sealed class ExportKillTests(string kind)
{
    const int Copies = 20_000;

    static readonly KeyValuePair<string, string>[] Settings = [new("Exports:LeaseSeconds", "3")];

    [Test]
    public async Task A_kill_in_the_middle_leaves_nothing_and_the_next_process_writes_all_rows()
    {
        await using var database = await TestDatabase.New(kind);
        var files = Directory.CreateTempSubdirectory("mediation-exports-").FullName;
        KeyValuePair<string, string>[] settings = [.. Settings, new("Attachments:Folder", files)];
        var job = Guid.CreateVersion7();
        var (service, address) = await ApiProcess.Start(database.ConnectionString, settings);
        using (service)
        {
            using var client = await ApiProcess.SignIn(address, "village");
            var id = Guid.CreateVersion7();
            (await client.Put($"/api/disputes/{id}", new
            {
                type = "Neighbor", areaCode = "340803100204", risks = Array.Empty<string>(), parties = new[] { new { side = "Applicant", kind = "Person", name = "张试一" } },
            })).Expect(HttpStatusCode.Created);
            await ManyCopies.Make(database.ConnectionString, id, Copies);
            (await client.Put($"/api/export-jobs/{job}", new { kind = "Disputes", format = "Csv", reason = "调阅", parameters = new { } })).Expect(HttpStatusCode.Created);
            var seen = await Until(client, job, state => (int)state["done"]! > 0);
            service.Kill();
            Assert.That(((string?)seen["state"], (int)seen["total"]!), Is.EqualTo(("Running", Copies + 1)), "in the middle");
            Assert.That(Directory.GetFiles(files, "*", SearchOption.AllDirectories).Where(path => path.Contains("exports")), Has.All.EndsWith(".draft"));
        }

        var (again, at) = await ApiProcess.Start(database.ConnectionString, settings);
        using (again)
        {
            using var client = await ApiProcess.SignIn(at, "village");
            var done = await Until(client, job, state => (string?)state["state"] is "Complete" or "Failed");
            Assert.That(((string?)done["state"], (int)done["done"]!), Is.EqualTo(("Complete", Copies + 1)));
            var text = Encoding.UTF8.GetString(await client.GetByteArrayAsync($"/api/export-jobs/{job}/file"));
            Assert.That(text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries), Has.Length.EqualTo(Copies + 2));
        }
        Directory.Delete(files, recursive: true);
    }

    static async Task<JsonNode> Until(HttpClient client, Guid job, Func<JsonNode, bool> reached)
    {
        var waited = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            var state = (await client.Get($"/api/export-jobs/{job}")).Expect(HttpStatusCode.OK);
            if (reached(state))
                return state;
            Assert.That(waited.Elapsed, Is.LessThan(TimeSpan.FromMinutes(2)), state.ToJsonString());
            await Task.Delay(20);
        }
    }
}
