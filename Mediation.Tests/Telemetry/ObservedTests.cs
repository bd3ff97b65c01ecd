using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Mediation.Tests.Api;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Telemetry;

/// <summary>What a process tells whoever runs it outside Development: numbers, lines of JSON and traces, and nobody's name.</summary>
[TestFixture(TestDatabase.Sqlite)]
[TestFixture(TestDatabase.Postgres)]
sealed class ObservedTests(string kind)
{
    static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    /// <summary>None of these occurs anywhere else.</summary>
    static readonly string[] Marks =
        ["欧阳标记", "13987654321", "11010519491231002X", "标记路七号", "标记事由", "标记经过", "标记账号", "Marked-2026", "标记查询", "标记坏值"];

    TestDatabase database = null!;
    Collector collector = null!;
    ApiProcess service = null!;
    HttpClient village = null!;
    HttpClient admin = null!;
    HttpClient anonymous = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        database = await TestDatabase.New(kind);
        var (seeding, _) = await ApiProcess.Start(database.ConnectionString);
        seeding.Dispose();
        await SilenceATablet();
        collector = await Collector.Start();
        (service, var address) = await ApiProcess.Start(database.ConnectionString, new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production", ["Logging:LogLevel:Default"] = "Information", ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf", ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        });
        anonymous = Client(address);
        (village, admin) = (await SignIn(address, "village"), await SignIn(address, "admin"));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        village?.Dispose();
        admin?.Dispose();
        anonymous?.Dispose();
        service?.Dispose();
        await collector.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test, Order(1)]
    public async Task The_numbers_are_told_in_the_text_that_Prometheus_reads()
    {
        var dispute = await ApiTest.GivenDispute(village);
        await village.Get(ApiTest.Path(ApiTest.IdOf(dispute)));

        var text = (await anonymous.Get("/metrics")).Text;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(text, Does.Match("""http_server_request_duration_seconds_count\{[^}]*http_route="/?api/disputes/\{disputeId:guid\}"[^}]*\} \d"""));
            Assert.That(Number(text, "mediation_commits_total"), Is.Positive);
            Assert.That(Number(text, "mediation_commands_total"), Is.GreaterThanOrEqualTo(Number(text, "mediation_commits_total")));
            Assert.That(Number(text, "mediation_lane_depth"), Is.InRange(0, 5));
            Assert.That(Number(text, "mediation_lane_group_size_count"), Is.EqualTo(Number(text, "mediation_commits_total")));
            Assert.That(Number(text, "mediation_devices_silent"), Is.EqualTo(1));
            Assert.That(Number(text, "mediation_sync_backlog"), Is.EqualTo(7));
            Assert.That(Number(text, "mediation_sync_attention"), Is.EqualTo(2));
            Assert.That(Number(text, "mediation_clocks_late"), Is.Not.Negative);
            Assert.That(Number(text, "mediation_disputes_late"), Is.Not.Negative);
            Assert.That(Number(text, "mediation_exports_waiting"), Is.Zero);
            Assert.That(text, Does.Contain("dotnet_process_memory_working_set"));
        }
    }

    [Test, Order(2)]
    public async Task The_numbers_are_for_this_machine_and_for_administrators()
    {
        async Task<HttpStatusCode> Asked(HttpClient client, string path = "/metrics") => (await Answer(client, path)).Status;

        async Task<(HttpStatusCode Status, string Text)> Answer(HttpClient client, string path)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "X-Forwarded-For", "192.0.2.7" } } };
            using var response = await client.SendAsync(request);
            return (response.StatusCode, await response.Content.ReadAsStringAsync());
        }

        Assert.That(
            (await Asked(anonymous), await Asked(anonymous, "/metrics/"), await Asked(village), await Asked(admin)),
            Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden, HttpStatusCode.OK)));
        // Where the browser client is, other spellings are a page of its.
        Assert.That((await Answer(anonymous, "/METRICS")).Text, Does.Not.Contain("mediation_commits"));
    }

    [Test, Order(3)]
    public async Task Neither_log_nor_traces_nor_numbers_name_anybody()
    {
        var id = Guid.CreateVersion7();
        (await village.Put(ApiTest.Path(id), ApiTest.DisputeBody(Marked))).Expect(HttpStatusCode.Created);
        (await village.Put(ApiTest.Path(id), ApiTest.DisputeBody(body => { Marked(body); body["summary"] = "标记经过二"; }))).Expect(HttpStatusCode.Conflict);
        (await village.Get($"/api/disputes?q={Uri.EscapeDataString("标记查询")}")).Expect(HttpStatusCode.OK);
        (await village.Get($"/api/disputes?status={Uri.EscapeDataString("标记坏值")}")).Expect(HttpStatusCode.BadRequest);
        (await village.Put(ApiTest.Path(Guid.CreateVersion7()), ApiTest.DisputeBody(body => { Marked(body); body["type"] = "标记坏值"; }))).Expect(HttpStatusCode.BadRequest);
        using var broken = new StringContent("{ \"subject\": \"标记事由\", ", Encoding.UTF8, "application/json");
        (await village.Send(HttpMethod.Put, ApiTest.Path(Guid.CreateVersion7()), broken)).Expect(HttpStatusCode.BadRequest);
        (await anonymous.Post("/api/session", new { userName = "标记账号", password = "Marked-2026" })).Expect(HttpStatusCode.Unauthorized);
        // A fault of ours, in the middle of writing the names.
        await Run("alter table party_key rename to party_key_away");
        var fault = await village.Put(ApiTest.Path(Guid.CreateVersion7()), ApiTest.DisputeBody(Marked));
        await Run("alter table party_key_away rename to party_key");

        Assert.That((int)fault.Status, Is.GreaterThanOrEqualTo(500), fault.Text);
        await Until(() => service.Output.Contains("\"failures\"") && collector.Text.Contains("disputeId:guid"));
        var lines = service.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).ToList();
        var told = lines.Single(line => line["failures"] is not null);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(lines, Has.All.Matches<JsonObject>(line => line.ContainsKey("at") && line.ContainsKey("level") && line.ContainsKey("message")));
            Assert.That(told["failures"]![0]!["stack"]!.ToString(), Does.Contain("Mediation.Core"));
            Assert.That(fault.Text, Does.Contain(told["trace"]!.ToString()), "The answer names the same trace.");
            Assert.That(collector.Text, Does.Contain("mediation").And.Contain("PUT"));
            Assert.That(kind == TestDatabase.Sqlite || collector.Text.Contains("postgresql"), "The driver's statements are in the traces.");
            var numbers = (await admin.Get("/metrics")).Text;
            foreach (var mark in Marks)
                Assert.That((service.Output.Contains(mark), collector.Text.Contains(mark), numbers.Contains(mark)), Is.EqualTo((false, false, false)), mark);
        }
    }

    [Test, Order(4)]
    public async Task A_scrape_without_an_answer_of_the_database_has_all_other_numbers()
    {
        await Run("alter table device rename to device_away");
        string text;
        // The last answer is kept for some seconds.
        var waited = Stopwatch.StartNew();
        do
        {
            await Task.Delay(1_000);
            var scrape = await anonymous.Get("/metrics");
            Assert.That(scrape.Status, Is.EqualTo(HttpStatusCode.OK));
            text = scrape.Text;
        }
        while (text.Contains("mediation_devices_silent") && waited.Elapsed < TimeSpan.FromSeconds(30));
        await Run("alter table device_away rename to device");

        Assert.That(text, Does.Not.Contain("mediation_devices_silent").And.Contain("mediation_commits_total"));
    }

    static void Marked(JsonObject body)
    {
        var party = body["parties"]![0]!;
        (party["name"], party["phone"], party["address"], party["idType"], party["idNumber"]) = ("欧阳标记", "13987654321", "标记路七号", "ResidentId", "11010519491231002X");
        (body["subject"], body["summary"], body["place"]) = ("标记事由", "标记经过", "标记路七号");
    }

    static double Number(string text, string name)
    {
        var lines = text.Split('\n').Where(line => line.StartsWith($"{name} ", StringComparison.Ordinal) || line.StartsWith($"{name}{{", StringComparison.Ordinal)).ToList();
        Assert.That(lines, Has.Count.EqualTo(1), $"{name} in\n{text}");
        return double.Parse(lines[0][(lines[0].LastIndexOf('}') + 1)..].Replace(name, "").Trim().Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    static async Task Until(Func<bool> seen)
    {
        var waited = Stopwatch.StartNew();
        while (!seen())
        {
            Assert.That(waited.Elapsed, Is.LessThan(Soon));
            await Task.Delay(50);
        }
    }

    async Task SilenceATablet()
    {
        var tablet = kind == TestDatabase.Sqlite ? "x'01941f6414007" + new string('0', 19) + "'" : "'01941f64-1400-7000-0000-000000000000'";
        var longAgo = kind == TestDatabase.Sqlite ? "0" : "'2020-01-01'";
        await Run(
            $"""
            insert into device (id, district_code, area_code, organisation_id, name, storage, app_version, registered_at, last_contact_at, pending, attention)
            select {tablet}, district_code, area_code, id, 'tablet', 'Persistent', '1', {longAgo}, {longAgo}, 7, 2 from organisation order by id limit 1
            """);
    }

    async Task Run(string sql)
    {
        await using var connection = await TestDatabase.Open(database.ConnectionString);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Cookies are for TLS alone here, which a client of this test has not.</summary>
    static async Task<HttpClient> SignIn(Uri address, string user)
    {
        var client = Client(address);
        var reply = await client.Post("/api/session", new { userName = user, password = ApiServer.Password });
        reply.Expect(HttpStatusCode.OK);
        client.DefaultRequestHeaders.Add("Cookie", reply.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        return client;
    }

    static HttpClient Client(Uri address) =>
        new(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = address, DefaultRequestHeaders = { { "X-CSRF", "1" } } };
}
