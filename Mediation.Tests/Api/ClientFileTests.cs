using System.Net;
using System.Net.Http.Headers;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>How the browser client's files leave the server.</summary>
sealed class ClientFileTests(string kind) : ApiTest(kind)
{
    [TestCase("br")]
    [TestCase("gzip")]
    public async Task The_page_comes_compressed_under_a_policy_without_inline_scripts(string coding)
    {
        using var answer = await Ask("/", coding);

        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(answer.Content.Headers.ContentEncoding, Is.EqualTo(new[] { coding }));
            Assert.That(answer.Content.Headers.ContentType!.ToString(), Is.EqualTo("text/html; charset=utf-8"));
            Assert.That(answer.Headers.CacheControl!.NoCache, Is.True);
            Assert.That(policy, Does.Contain("default-src 'none'").And.Contain("script-src 'self'").And.Contain("style-src 'self'").And.Not.Contain("unsafe"));
            Assert.That(answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
        }
    }

    [Test]
    public async Task What_bears_a_digest_in_its_name_is_kept_for_ever()
    {
        using var page = await Ask("/", null);
        var script = await page.Content.ReadAsStringAsync();
        var name = script[script.IndexOf("/assets/", StringComparison.Ordinal)..];
        using var answer = await Ask(name[..name.IndexOf('"', StringComparison.Ordinal)], "br");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(answer.Headers.CacheControl!.ToString(), Is.EqualTo("public, max-age=31536000, immutable"));
            Assert.That(answer.Content.Headers.ContentType!.ToString(), Does.StartWith("text/javascript"));
        }
    }

    [TestCase("/disputes/0199", HttpStatusCode.OK)]
    [TestCase("/assets/nothing.js", HttpStatusCode.NotFound)]
    [TestCase("/api/nothing", HttpStatusCode.NotFound)]
    [TestCase("/../appsettings.json", HttpStatusCode.NotFound)]
    public async Task A_page_of_the_client_is_its_one_page_and_nothing_else_is(string path, HttpStatusCode expected)
    {
        using var answer = await Ask(path, "br");

        Assert.That(answer.StatusCode, Is.EqualTo(expected));
        if (expected == HttpStatusCode.NotFound)
            Assert.That(answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/problem+json"));
    }

    async Task<HttpResponseMessage> Ask(string path, string? coding)
    {
        using var client = App.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (coding is not null)
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(coding));
        return await client.SendAsync(request);
    }
}
