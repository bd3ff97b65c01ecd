using System.Net;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

sealed class SessionTests(string kind) : ApiTest(kind)
{
    [Test]
    public async Task An_unknown_user_is_refused()
    {
        var reply = await App.Anonymous().Post("/api/session", new { userName = "nobody", password = "x" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(reply.Code, Is.EqualTo("session.refused"));
        }
    }
}
