using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

sealed class ReadinessTests
{
    [Test]
    public async Task A_service_whose_database_is_gone_is_alive_and_not_ready()
    {
        await using var app = await ApiServer.Start(TestDatabase.Postgres, []);
        using var client = app.Anonymous();
        await PostgresServer.DropDatabase(app.ConnectionString);

        var ready = (await client.Get("/health/ready")).Expect(HttpStatusCode.ServiceUnavailable);

        Assert.That((await client.Get("/health/live")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((string?)ready["status"], Is.EqualTo("NotReady"));
        Assert.That((string?)ready["checks"]![0]!["reason"], Is.EqualTo("The database does not answer; please try again in a moment."));
    }
}
