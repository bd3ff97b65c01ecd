using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

sealed class SignInLimitTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["SignIn:TriesPerMinute"] = "3" };

    [Test]
    public async Task Guessing_is_slowed_down_and_nothing_else_is()
    {
        using var client = App.Anonymous();
        var guesses = new List<HttpStatusCode>();
        foreach (var guess in Enumerable.Range(1, 3))
            guesses.Add((await client.Post("/api/session", new { userName = $"nobody{guess}", password = "x" })).Status);
        var slowed = await client.Post("/api/session", new { userName = "village", password = ApiServer.Password });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(guesses, Is.All.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(slowed.Status, Is.EqualTo(HttpStatusCode.TooManyRequests));
            Assert.That(slowed.ContentType, Is.EqualTo("application/problem+json"));
            Assert.That(slowed.Code, Is.EqualTo("http.429"));
            Assert.That(slowed.Headers.RetryAfter?.Delta, Is.GreaterThan(TimeSpan.Zero));
            Assert.That((await client.Get("/api/session")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        }
    }
}
