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
    protected override bool OwnServer => true;

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
        await Look();

        var late = await Late();
        Assert.That(late.Keys, Is.EquivalentTo(new[] { IdOf(unassigned), IdOf(hosted) }));
        var since = (string?)late[IdOf(hosted)]["lateSince"];
        Assert.That(since, Is.Not.Null);

        await GivenStep(await SignInAgain(), hosted, "corrections", new { field = "place", old = "海口村东组", @new = "海口村西组", reason = "地点有误" });
        App.Clock.Advance(TimeSpan.FromDays(1));
        await Look();

        late = await Late();
        Assert.That((string?)late[IdOf(hosted)]["lateSince"], Is.EqualTo(since));
        Assert.That((string?)late[IdOf(hosted)]["dueOn"], Is.EqualTo((string?)hosted["dueOn"]));
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

    async Task Look()
    {
        using var watch = new LimitWatch(App.Services.GetRequiredService<IServiceScopeFactory>(), App.Services.GetRequiredService<JobTurns>());
        await watch.Look(default);
    }
}
