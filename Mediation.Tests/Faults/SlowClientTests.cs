using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Faults;

/// <summary>Clients that are slow, silent, or send too much: the limits hold, and others are served meanwhile.</summary>
[TestFixture(TestDatabase.Sqlite)]
[TestFixture(TestDatabase.Postgres)]
sealed class SlowClientTests(string kind)
{
    const int Slow = 40, Idle = 2_000, TenMegabytes = 10 << 20;

    static readonly TimeSpan Prompt = TimeSpan.FromSeconds(5), Patience = TimeSpan.FromSeconds(30);

    TestDatabase database = null!;
    ApiProcess service = null!;
    Uri address = null!;
    HttpClient client = null!;
    string cookie = "";

    [OneTimeSetUp]
    public async Task Start_the_service()
    {
        database = await TestDatabase.New(kind);
        // Far fewer connections to the server than slow clients: if one of those held a connection, nobody else would get one.
        var few = kind == TestDatabase.Postgres ? ";Maximum Pool Size=6;Timeout=3" : "";
        (service, address) = await ApiProcess.Start(database.ConnectionString + few, new("Limits:HeadSeconds", "2"), new("Limits:GraceSeconds", "3"), new("Limits:Reads", "4"));
        client = await ApiProcess.SignIn(address, "village");
        using var response = await client.PostAsync("/api/session", System.Net.Http.Json.JsonContent.Create(new { userName = "village", password = ApiServer.Password }));
        cookie = response.Headers.GetValues("Set-Cookie").First().Split(';')[0];
        for (var one = 0; one < 60; one++)
            (await client.Put($"/api/disputes/{Guid.CreateVersion7()}", Load.Body())).Expect(HttpStatusCode.Created);
    }

    [OneTimeTearDown]
    public async Task Stop_it()
    {
        client?.Dispose();
        service?.Dispose();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Heads_that_never_end_are_closed()
    {
        var slow = await Many(Slow, "GET /api/disputes HTTP/1.1\r\nHost: x\r\nX-Slow: ");
        await OthersAreServed();

        var answers = await Task.WhenAll(slow.Select(one => one.ReadToEnd(Patience)));
        Assert.That(answers, Has.All.Matches<string?>(answer => answer is "" || answer?.StartsWith("HTTP/1.1 408", StringComparison.Ordinal) == true));
        Close(slow);
    }

    [Test]
    public async Task Bodies_that_trickle_hold_no_connection_of_the_database_and_are_closed()
    {
        var slow = await Many(Slow, $"PUT /api/disputes/{Guid.CreateVersion7()} HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\nX-CSRF: 1\r\nContent-Type: application/json\r\nContent-Length: 50000\r\n\r\n{{");
        using var enough = new CancellationTokenSource();
        var trickling = slow.Select(one => one.Trickle(TimeSpan.FromMilliseconds(300), enough.Token)).ToList();
        await Task.Delay(500);
        await OthersAreServed();

        var answers = await Task.WhenAll(slow.Select(one => one.ReadToEnd(Patience)));
        await enough.CancelAsync();
        await Task.WhenAll(trickling);
        Assert.That(answers, Has.All.Not.Null.And.All.Not.Contain("201 Created"));
        Assert.That(answers.Count(answer => answer!.Contains("408", StringComparison.Ordinal)), Is.Positive, answers[0]);
        Close(slow);
    }

    [Test]
    public async Task Answers_that_nobody_reads_hold_no_connection_of_the_database()
    {
        var asked = string.Concat(Enumerable.Repeat($"GET /api/disputes?limit=200 HTTP/1.1\r\nHost: x\r\nCookie: {cookie}\r\n\r\n", 200));
        var slow = await Many(Slow, asked);
        // Time for the buffers to fill.
        await Task.Delay(2_000);
        await OthersAreServed();
        Close(slow);
    }

    [Test]
    public async Task Two_thousand_idle_connections_are_no_burden()
    {
        var idle = await Many(Idle, "");
        await OthersAreServed();

        await idle[^1].Send("GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
        Assert.That(await idle[^1].ReadToEnd(Prompt), Does.StartWith("HTTP/1.1 200"), "an idle one is served as well");
        Close(idle);
    }

    [Test]
    public async Task Floods_of_headers_are_refused()
    {
        var many = string.Concat(Enumerable.Range(0, 200).Select(number => $"X-{number}: x\r\n"));
        foreach (var (head, status) in ((string, string)[])[(many, "431"), ($"X-Long: {new string('x', 40_000)}\r\n", "431")])
        {
            var flood = await Many(Slow, $"GET /api/disputes HTTP/1.1\r\nHost: x\r\n{head}\r\n");
            Assert.That(await Task.WhenAll(flood.Select(one => one.ReadToEnd(Patience))), Has.All.Matches<string?>(answer => answer == "" || answer!.StartsWith($"HTTP/1.1 {status}", StringComparison.Ordinal)));
            Close(flood);
        }
        var line = await Many(1, $"GET /api/{new string('x', 20_000)} HTTP/1.1\r\nHost: x\r\n\r\n");
        Assert.That(await line[0].ReadToEnd(Patience), Does.StartWith("HTTP/1.1 414"));
        Close(line);
        await OthersAreServed();
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Bodies_of_ten_megabytes_are_refused_where_a_small_one_belongs(bool announced)
    {
        var sent = Enumerable.Range(0, 8).Select(async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/disputes/{Guid.CreateVersion7()}") { Content = new ByteArrayContent(new byte[TenMegabytes]) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            // The refusal comes before the body is sent, and is not lost in a connection that was closed over it.
            request.Headers.ExpectContinue = true;
            request.Headers.TransferEncodingChunked = announced ? null : true;
            using var response = await client.SendAsync(request);
            return (response.StatusCode, (await Reply.Of(response)).Code);
        });
        var answers = Task.WhenAll(sent);
        await OthersAreServed();

        Assert.That(await answers, Has.All.EqualTo((HttpStatusCode.RequestEntityTooLarge, "body.too-large")));
    }

    async Task OthersAreServed()
    {
        for (var one = 0; one < 5; one++)
        {
            var waited = Stopwatch.StartNew();
            (await client.Put($"/api/disputes/{Guid.CreateVersion7()}", Load.Body())).Expect(HttpStatusCode.Created);
            (await client.Get("/api/disputes?limit=10")).Expect(HttpStatusCode.OK);
            (await client.Get("/health/ready")).Expect(HttpStatusCode.OK);
            Assert.That(waited.Elapsed, Is.LessThan(Prompt));
        }
    }

    async Task<IReadOnlyList<RawClient>> Many(int count, string said)
    {
        var clients = new List<RawClient>();
        for (var one = 0; one < count; one++)
        {
            clients.Add(await RawClient.Connect(address));
            if (said.Length > 0)
                await clients[^1].Send(said);
        }
        return clients;
    }

    static void Close(IReadOnlyList<RawClient> clients)
    {
        foreach (var one in clients)
            one.Dispose();
    }
}
