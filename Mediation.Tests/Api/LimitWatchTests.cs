using System.Net;
using System.Text.Json.Nodes;
using Mediation.Api.Jobs;
using Mediation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>What is late follows from the journal's own dates, for every open row, hosted or not; a note never resets it.</summary>
sealed class LimitWatchTests(string kind) : ApiTest(kind)
{
    const string Moved = "select type from dispute where id = {id} and due_on < '2099-01-01'";

    LimitWatch watch = null!;

    protected override bool OwnServer => true;

    [OneTimeSetUp]
    public void Begin() => watch = new LimitWatch(App.Services.GetRequiredService<IServiceScopeFactory>(), App.Services.GetRequiredService<JobTurns>());

    [OneTimeTearDown]
    public void End() => watch.Dispose();

    [Test]
    public async Task An_unassigned_matter_and_a_hosted_one_are_late_when_their_limit_ran_out_and_a_correction_does_not_reset_it()
    {
        var village = await SignIn("village");
        var unassigned = await GivenDispute(village);
        var hosted = await GivenAcceptedDispute(village);
        var settled = await GivenDispute(village);
        await GivenStep(village, settled, "settlement-on-the-spot", new { terms = "当场和解", performance = "Immediate" });

        Assert.That(await Late(), Is.Empty);
        App.Clock.Advance(TimeSpan.FromDays(20));
        await watch.Look(default);

        var late = await Late();
        Assert.That(late.Keys, Is.EquivalentTo(new[] { IdOf(unassigned), IdOf(hosted) }));
        var since = (string?)late[IdOf(hosted)]["lateSince"];
        Assert.That(since, Is.Not.Null);

        await GivenStep(await SignInAgain(), hosted, "corrections", new { field = "place", old = "海口村东组", @new = "海口村西组", reason = "地点有误" });
        App.Clock.Advance(TimeSpan.FromDays(1));
        await watch.Look(default);

        late = await Late();
        Assert.That((string?)late[IdOf(hosted)]["lateSince"], Is.EqualTo(since));
        Assert.That((string?)late[IdOf(hosted)]["dueOn"], Is.EqualTo((string?)hosted["dueOn"]));
    }

    [Test]
    public async Task The_rows_are_looked_at_once_a_day()
    {
        var database = new BehindTheBack(App, IdOf(await GivenDispute(await SignInAgain())));
        await watch.Look(default);
        await database.Execute("update dispute set due_on = '2099-01-01' where id = {id}");

        Assert.That(await watch.Look(default), Is.Zero);
        Assert.That(await database.Texts(Moved), Is.Empty, "Nothing but a step moves a limit on the same day.");
        await database.Execute("update dispute set due_on = '2020-01-01', late_on = null where id = {id}");
        Assert.That(await watch.Look(default), Is.EqualTo(1), "What is behind its day already does not wait for the next one.");
        await database.Execute("update dispute set due_on = '2099-01-01' where id = {id}");

        App.Clock.Advance(TimeSpan.FromDays(1));
        // The service's own watch looks too, and may be the first.
        await watch.Look(default);
        Assert.That(await database.Texts(Moved), Has.Count.EqualTo(1));
    }

    async Task<Dictionary<Guid, JsonNode>> Late()
    {
        var triage = (await (await SignInAgain()).Get("/api/triage?flag=late")).Expect(HttpStatusCode.OK);
        var items = triage["items"]!.AsArray().ToDictionary(item => (Guid)item!["id"]!, item => item!);
        Assert.That((int)triage["counts"]!["late"]!, Is.EqualTo(items.Count), "counted by the very same filter");
        return items;
    }

    // The clock moved past the idle limit of every session.
    Task<HttpClient> SignInAgain() => App.SignInAnew("village");
}
