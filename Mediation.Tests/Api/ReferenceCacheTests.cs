using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>What is remembered between requests holds only as long as nobody changed it, whoever that is.</summary>
sealed class ReferenceCacheTests(string kind) : ApiTest(kind)
{
    const string Of = "where id = (select organisation_id from account where user_name = 'sector')";

    [Test]
    public async Task A_change_that_another_process_made_is_seen_by_the_next_request()
    {
        var client = await SignIn("sector");
        var outside = new BehindTheBack(App, Guid.Empty);
        var name = (string)(await client.Get("/api/session"))["organisationName"]!;

        await outside.Execute($"update organisation set name = '新名称' {Of}");
        var changed = (string?)(await client.Get("/api/session"))["organisationName"];
        await outside.Execute($"update organisation set name = '{name}' {Of}");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(changed, Is.EqualTo("新名称"));
            Assert.That((string?)(await client.Get("/api/session"))["organisationName"], Is.EqualTo(name));
        }
    }
}
