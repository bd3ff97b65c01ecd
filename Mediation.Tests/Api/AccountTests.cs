using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Accounts are made, changed and blocked by the administrator, never deleted.</summary>
sealed class AccountTests(string kind) : ApiTest(kind)
{
    const string Password = "Haikou#2026";

    [Test]
    public async Task An_administrator_makes_an_account_that_signs_in_and_works()
    {
        var (name, _) = await GivenAccount();

        var clerk = await SignInAs(name, Password);

        Assert.That((await clerk.Get("/api/disputes")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_blocked_account_is_out_at_once_and_can_be_let_in_again()
    {
        var admin = await SignIn("admin");
        var (name, id) = await GivenAccount();
        var clerk = await SignInAs(name, Password);

        (await admin.Post($"/api/accounts/{id}/block", new { blocked = true, reason = "离岗" })).Expect(HttpStatusCode.OK);

        Assert.That((await clerk.Get("/api/session")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await App.Anonymous().Post("/api/session", new { userName = name, password = Password })).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        (await admin.Post($"/api/accounts/{id}/block", new { blocked = false, reason = "复岗" })).Expect(HttpStatusCode.OK);
        await SignInAs(name, Password);
    }

    [Test]
    public async Task A_person_changes_the_own_password_and_other_sessions_end()
    {
        var (name, _) = await GivenAccount();
        var (here, elsewhere) = (await SignInAs(name, Password), await SignInAs(name, Password));

        (await here.Post("/api/session/password", new { current = Password, @new = "Daguan#2027" })).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await here.Get("/api/session")).Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That((await elsewhere.Get("/api/session")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        }
        await SignInAs(name, "Daguan#2027");
    }

    [TestCase("short1A", "password", TestName = "A short password is refused")]
    [TestCase("alllowercase", "password", TestName = "A password of one kind is refused")]
    public async Task A_weak_password_is_refused(string password, string field)
    {
        var admin = await SignIn("admin");
        var name = $"clerk{Guid.CreateVersion7():N}"[..30];

        var reply = await admin.Put($"/api/accounts/{Guid.CreateVersion7()}", await BodyOf(name, password));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(reply["errors"]![field], Is.Not.Null);
    }

    [Test]
    public async Task A_taken_name_and_an_own_block_are_refused_and_others_may_not_manage()
    {
        var admin = await SignIn("admin");
        var self = (Guid)(await admin.Get("/api/session"))["id"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((await admin.Put($"/api/accounts/{Guid.CreateVersion7()}", await BodyOf("village", Password))).Code, Is.EqualTo("account.name-taken"));
            Assert.That((await admin.Post($"/api/accounts/{self}/block", new { blocked = true, reason = "x" })).Code, Is.EqualTo("account.own"));
            Assert.That((await (await SignIn("district")).Get("/api/accounts")).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await admin.Get("/api/accounts?limit=200")).Text, Does.Contain("village2").And.Not.Contain("assword"));
        }
    }

    async Task<(string Name, Guid Id)> GivenAccount()
    {
        var (name, id) = ($"clerk{Guid.CreateVersion7():N}"[..30], Guid.CreateVersion7());
        (await (await SignIn("admin")).Put($"/api/accounts/{id}", await BodyOf(name, Password))).Expect(HttpStatusCode.OK);
        return (name, id);
    }

    async Task<JsonObject> BodyOf(string name, string password) => new()
    {
        ["userName"] = name, ["displayName"] = "测试员", ["roles"] = new JsonArray("VillageMediator"), ["password"] = password,
        ["organisationId"] = (Guid)(await (await SignIn("village")).Get("/api/session"))["organisationId"]!,
    };

    async Task<HttpClient> SignInAs(string name, string password)
    {
        var client = App.Anonymous();
        (await client.Post("/api/session", new { userName = name, password })).Expect(HttpStatusCode.OK);
        return client;
    }
}
