using System.Globalization;
using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

sealed class SessionTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    [Test]
    public async Task Signing_in_answers_who_came_and_the_cookie_keeps_it()
    {
        using var client = App.Anonymous();

        var opened = await Try(client, "village");
        var known = await client.Get("/api/session");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(opened.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((string?)opened["userName"], Is.EqualTo("village"));
            Assert.That((string?)opened["tier"], Is.EqualTo("Village"));
            Assert.That((string?)opened["areaCode"], Is.EqualTo(Village));
            Assert.That(opened["roles"]!.AsArray().Select(role => (string?)role), Does.Contain("VillageMediator"));
            Assert.That((Guid?)opened["mediatorId"], Is.Not.Null);
            Assert.That(opened.Text, Does.Not.Contain("assword").And.Not.Contain("stamp"));
            Assert.That(known.Text, Is.EqualTo(opened.Text));
        }
    }

    [Test]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        var cookie = (await Try(App.Anonymous(), "village")).Headers.GetValues("Set-Cookie").Single();

        Assert.That(cookie, Does.Contain("; httponly").IgnoreCase.And.Contain("; samesite=strict").IgnoreCase.And.Contain("; path=/").IgnoreCase);
        Assert.That(cookie, Does.Not.Contain("secure").IgnoreCase.And.Not.Contain("expires").IgnoreCase);
    }

    [Test]
    public async Task Five_failures_lock_for_a_quarter_of_an_hour_and_nobody_is_told()
    {
        using var client = App.Anonymous();
        var unknown = await Try(client, "nobody");
        var wrong = new List<Reply>();
        foreach (var guess in Enumerable.Range(1, 5))
            wrong.Add(await Try(client, "town2", $"guess {guess}"));
        var locked = await Try(client, "town2");
        App.Clock.Advance(TimeSpan.FromMinutes(15) - TimeSpan.FromSeconds(1));
        var stillLocked = await Try(client, "town2");
        App.Clock.Advance(TimeSpan.FromSeconds(2));
        var free = await Try(client, "town2");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(unknown.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(unknown.Code, Is.EqualTo("session.refused"));
            Assert.That(wrong.Append(locked).Append(stillLocked).Select(Told), Is.All.EqualTo(Told(unknown)));
            Assert.That(free.Status, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task A_right_password_and_a_lock_that_ran_out_begin_the_count_anew()
    {
        using var client = App.Anonymous();
        foreach (var failures in (int[])[4, 4, 5, 4])
        {
            for (var failure = 0; failure < failures; failure++)
                await Try(client, "sector", "wrong");
            if (failures == 5)
                App.Clock.Advance(TimeSpan.FromMinutes(16));
            else
                Assert.That((await Try(client, "sector")).Status, Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task Half_an_hour_of_silence_ends_the_session_and_work_prolongs_it()
    {
        using var client = await App.SignInAnew("district");
        foreach (var _ in Enumerable.Range(1, 3))
        {
            App.Clock.Advance(TimeSpan.FromMinutes(29));
            Assert.That((await client.Get("/api/session")).Status, Is.EqualTo(HttpStatusCode.OK));
        }
        App.Clock.Advance(TimeSpan.FromMinutes(31));
        var late = await client.Get("/api/session");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(late.ContentType, Is.EqualTo("application/problem+json"));
            Assert.That(late.Code, Is.Not.Empty);
        }
    }

    [Test]
    public async Task After_signing_out_nobody_is_signed_in()
    {
        using var client = await App.SignInAnew("auditor");

        Assert.That((await client.Delete("/api/session")).Status, Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await client.Get("/api/session")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task A_blocked_account_loses_its_session_at_once_and_cannot_come_back()
    {
        using var client = await App.SignInAnew("village2");
        // Known by now, and remembered.
        (await client.Get("/api/session")).Expect(HttpStatusCode.OK);
        await using (var connection = await TestDatabase.Open(App.ConnectionString))
        {
            await using var block = connection.CreateCommand();
            block.CommandText = $"update account set blocked_at = {(App.IsSqlite ? "1" : "now()")} where user_name = 'village2'";
            Assert.That(await block.ExecuteNonQueryAsync(), Is.EqualTo(1));
        }

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await client.Get("/api/session")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(Told(await Try(client, "village2")), Is.EqualTo(Told(await Try(client, "nobody"))));
        }
    }

    [Test]
    public async Task A_wrong_password_makes_nobody_read_anew()
    {
        var outside = new BehindTheBack(App, Guid.Empty);
        using var client = App.Anonymous();

        var before = await AccountStamp(outside);
        var refused = await client.Post("/api/session", new { userName = "auditor", password = "wrong" });
        var after = await AccountStamp(outside);
        await outside.Execute("update account set display_name = display_name where user_name = 'auditor'");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(refused.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(after, Is.EqualTo(before));
            Assert.That(await AccountStamp(outside), Is.GreaterThan(after));
        }
    }

    [Test]
    public async Task A_ticket_that_was_tampered_with_is_no_ticket()
    {
        var cookie = (await Try(App.Anonymous(), "town")).Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = App.Address };

        async Task<HttpStatusCode> With(string ticket)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/api/session") { Headers = { { "Cookie", ticket } } };
            using var response = await client.SendAsync(request);
            return response.StatusCode;
        }

        Assert.That(await With(cookie), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await With(cookie[..^3] + (cookie[^3] == 'A' ? 'B' : 'A') + cookie[^2..]), Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    static Task<Reply> Try(HttpClient client, string userName, string password = ApiServer.Password) =>
        client.Post("/api/session", new { userName, password });

    /// <summary>All that an answer tells, but for the trace's id.</summary>
    static string Told(Reply reply)
    {
        reply.Json.AsObject().Remove("traceId");
        return $"{reply.Status} {reply.ContentType} {reply.Json.ToJsonString()} {reply.Headers.Contains("Set-Cookie")}";
    }

    static async Task<long> AccountStamp(BehindTheBack outside) => long.Parse(
        (await outside.Texts("select cast(value as text) from reference_stamp where source = 'account'"))[0], CultureInfo.InvariantCulture);
}
