using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Whose address counts when somebody stands between.</summary>
sealed class TrustedProxyTests
{
    [TestCase("127.0.0.0/8", HttpStatusCode.Unauthorized)]
    [TestCase("10.1.2.3, ::1", HttpStatusCode.TooManyRequests)]
    [TestCase("", HttpStatusCode.TooManyRequests)]
    public async Task Tries_are_counted_by_the_address_that_a_trusted_proxy_tells(string trusted, HttpStatusCode second)
    {
        await using var app = await ApiServer.Start(TestDatabase.Sqlite, new Dictionary<string, string> { ["Proxy:Trusted"] = trusted, ["SignIn:TriesPerMinute"] = "1" });

        Assert.That(await Try(app, "203.0.113.1"), Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(await Try(app, "203.0.113.1"), Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await Try(app, "203.0.113.2"), Is.EqualTo(second));
    }

    static async Task<HttpStatusCode> Try(ApiServer app, string address)
    {
        using var client = app.Anonymous();
        client.DefaultRequestHeaders.Add("X-Forwarded-For", address);
        return (await client.Post("/api/session", new { userName = "village", password = "not the password" })).Status;
    }
}
