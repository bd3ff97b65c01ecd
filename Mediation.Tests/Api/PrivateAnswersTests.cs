using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Nothing about people stays in a cache on the way.</summary>
sealed class PrivateAnswersTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task Answers_are_not_cached_nor_guessed_and_problems_neither()
    {
        var village = await SignIn("village");
        var dispute = await GivenDispute(village);

        var (list, missing, file) = (await village.Get("/api/disputes"), await village.Get("/api/nothing"), await village.Get(Path(IdOf(dispute))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(list.Headers.CacheControl!.NoStore, Is.True);
            Assert.That(missing.Headers.CacheControl!.NoStore, Is.True);
            Assert.That(list.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
            // A file may be compared by its tag, in this person's own browser only.
            Assert.That(file.Headers.CacheControl!.Private, Is.True);
            Assert.That(file.Headers.ETag, Is.Not.Null);
        }
    }

    [Test]
    public async Task A_known_tag_is_answered_with_304_until_the_next_step()
    {
        var village = await SignIn("village");
        var dispute = await GivenDispute(village);
        var tag = (await village.Get(Path(IdOf(dispute)))).Headers.ETag!;

        Assert.That(await StatusWith(village, dispute, tag), Is.EqualTo(304));
        await GivenAcceptance(village, dispute);
        Assert.That(await StatusWith(village, dispute, tag), Is.EqualTo(200));
    }

    static async Task<int> StatusWith(HttpClient client, System.Text.Json.Nodes.JsonNode dispute, System.Net.Http.Headers.EntityTagHeaderValue tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path(IdOf(dispute)));
        request.Headers.IfNoneMatch.Add(tag);
        using var response = await client.SendAsync(request);
        return (int)response.StatusCode;
    }
}
