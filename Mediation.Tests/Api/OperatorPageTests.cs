using System.Net;
using System.Text.RegularExpressions;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>What a stranger sees who opens the service in a browser, and what a supervisor asks it.</summary>
sealed class OperatorPageTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task Health_is_told_to_anybody()
    {
        using var client = App.Anonymous();
        var live = (await client.Get("/health/live")).Expect(HttpStatusCode.OK);
        var ready = (await client.Get("/health/ready")).Expect(HttpStatusCode.OK);

        Assert.That((string?)live["status"], Is.EqualTo("Alive"));
        Assert.That((string?)ready["status"], Is.EqualTo("Ready"));
        Assert.That((string?)ready["checks"]![0]!["name"], Is.EqualTo("database"));
    }

    [Test]
    public async Task The_pages_for_developers_load_nothing_from_elsewhere()
    {
        using var client = App.Anonymous();
        using var response = await client.GetAsync(new Uri("/docs/", UriKind.Relative));
        var page = await response.Content.ReadAsStringAsync();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(string.Join(' ', response.Headers.GetValues("Content-Security-Policy")), Does.Contain("default-src 'none'").And.Contain("connect-src 'self'").And.Not.Contain("http"));
            Assert.That(Regex.Matches(page, "https?://[^\"'\\s<]+").Select(link => link.Value).Where(link => !link.StartsWith("http://127.0.0.1", StringComparison.Ordinal)), Is.Empty);
        }
    }
}
