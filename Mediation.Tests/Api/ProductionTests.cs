using System.Net;
using Mediation.Api.Http;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Features.Session;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Outside Development an empty database has no account, and cookies travel over TLS alone.</summary>
sealed class ProductionTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["environment"] = "Production" };

    [Test]
    public async Task No_demo_account_exists_and_the_first_administrators_cookie_is_secure()
    {
        using var client = App.Anonymous();
        var demo = await client.Post("/api/session", new { userName = "admin", password = ApiServer.Password });
        using (var scope = App.Services.CreateScope())
            await scope.ServiceProvider.GetRequiredService<ISender>().Send(new CreateAdmin(
                "first", App.Services.GetRequiredService<SignIn>().Hash("a long enough password"), new AreaCode(340803000000), "大观区综治中心"));
        var first = await client.Post("/api/session", new { userName = "first", password = "a long enough password" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(demo.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(first.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(first.Headers.GetValues("Set-Cookie").Single(), Does.Contain("; secure").IgnoreCase);
        }
    }
}
