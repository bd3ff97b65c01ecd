using System.Net;
using NUnit.Framework;

namespace Mediation.Tests.Browser;

/// <summary>A machine without Node builds no client; the service runs all the same.</summary>
sealed class NoClientTests : BrowserTest
{
    protected override Dictionary<string, string> Settings => new() { ["Client:Folder"] = "nothing-was-built-here" };

    [Test]
    public async Task The_first_page_says_what_to_install_and_the_API_works()
    {
        using var client = App.Anonymous();
        using var answer = await client.GetAsync(new Uri("/", UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Node.js").And.Contain("/docs"));
        Assert.That((await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
