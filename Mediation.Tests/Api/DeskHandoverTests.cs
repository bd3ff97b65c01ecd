using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;
using static Mediation.Tests.Api.RegistryRequests;

namespace Mediation.Tests.Api;

sealed class DeskHandoverTests(string kind) : ApiTest(kind)
{
    // An account of the demo is blocked here, which others sign in with.
    protected override bool OwnServer => true;

    [Test]
    public async Task A_mediator_who_is_stopped_is_signed_out_and_comes_back_with_the_office()
    {
        var (town, village) = (await SignIn("town"), await App.SignInAnew("village2"));
        var path = $"/api/mediators/{(string?)(await village.GetJson("/api/session"))["mediatorId"]}";
        var stop = Leaving(null);
        stop["status"] = "Suspended";

        (await town.Post($"{path}/desk-handover", stop)).Expect(HttpStatusCode.OK);
        var (session, again) = (await village.Get("/api/session"), await SignInTry("village2"));
        var known = await town.GetJson(path);
        var back = Person((Guid)known["organisationId"]!, (string)known["name"]!);
        (back["baseVersion"], back["status"], back["statusReason"]) = ((int)known["version"]!, "Active", "复职");
        (await town.Put(path, back)).Expect(HttpStatusCode.OK);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(session.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(again, Is.EqualTo(HttpStatusCode.Unauthorized));
            Assert.That(await SignInTry("village2"), Is.EqualTo(HttpStatusCode.OK));
        }
    }

    [Test]
    public async Task The_desk_lists_cases_follow_ups_and_reminders()
    {
        var town = await SignIn("town");
        var (leaver, _) = await GivenTwoMediators(town);
        var (open, agreed) = (await GivenCase(leaver, agreed: false), await GivenCase(leaver, agreed: true));

        var desk = await town.GetJson($"/api/mediators/{leaver}/desk");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(desk["cases"]!.AsArray().Select(c => (Guid)c!["disputeId"]!), Is.EqualTo(new[] { open }));
            Assert.That(desk["followUps"]!.AsArray().Select(c => (Guid)c!["disputeId"]!), Is.EqualTo(new[] { agreed }));
            Assert.That(desk["reminders"]!.AsArray().Select(r => (string?)r!["kind"]), Is.EquivalentTo(new[] { "CaseLimit", "Obligation", "FollowUp" }));
            Assert.That((int?)(await town.GetJson($"/api/mediators/{leaver}"))["openCases"], Is.EqualTo(2));
            Assert.That(await (await SignIn("town2")).Status($"/api/mediators/{leaver}/desk"), Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(await (await SignIn("auditor")).Status($"/api/mediators/{leaver}/desk"), Is.EqualTo(HttpStatusCode.Forbidden));
        }
    }

    [Test]
    public async Task One_command_moves_the_desk_blocks_the_account_and_says_whom_to_tell()
    {
        var town = await SignIn("town");
        var (leaver, successor) = await GivenTwoMediators(town);
        var (open, agreed) = (await GivenCase(leaver, agreed: false), await GivenCase(leaver, agreed: true));
        var command = Leaving(successor);

        var done = await town.Post($"/api/mediators/{leaver}/desk-handover", command);
        var again = await town.Post($"/api/mediators/{leaver}/desk-handover", command);
        command["reason"] = "另一个原因";
        var other = await town.Post($"/api/mediators/{leaver}/desk-handover", command);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(done.Status, Is.EqualTo(HttpStatusCode.OK), done.Text);
            Assert.That(done.Json["disputes"]!.AsArray().Select(d => (Guid)d!["disputeId"]!), Is.EquivalentTo(new[] { open, agreed }));
            Assert.That(done.Json["disputes"]!.AsArray().Select(d => d!["partiesToBeTold"]!.AsArray().Count), Is.All.EqualTo(2));
            Assert.That((string?)done.Json["mediator"]!["status"], Is.EqualTo("Resigned"));
            Assert.That((int?)done.Json["mediator"]!["openCases"], Is.Zero);
            Assert.That((string?)done.Json["mediator"]!["history"]![1]!["reason"], Is.EqualTo("搬到外地"));
            Assert.That((int?)(await town.GetJson($"/api/mediators/{successor}"))["openCases"], Is.EqualTo(2));
            Assert.That(again.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(again.Json["disputes"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That((other.Status, (string?)other.Json["code"]), Is.EqualTo((HttpStatusCode.Conflict, "command.reused")));
        }
        await ThePapersKeepTheName(town, agreed, leaver, successor);
        Assert.That(await HostOf(town, open), Is.EqualTo(successor));
    }

    [Test]
    public async Task What_cannot_go_refuses_the_whole()
    {
        var town = await SignIn("town");
        var (leaver, successor) = await GivenTwoMediators(town);
        var (first, second) = (await GivenCase(leaver, agreed: false), await GivenCase(leaver, agreed: false));
        var half = Leaving(null);
        half["assignments"] = new JsonArray(new JsonObject { ["disputeId"] = first, ["toMediatorId"] = successor });
        var stranger = Leaving(successor);
        stranger["assignments"] = new JsonArray(new JsonObject { ["disputeId"] = Guid.CreateVersion7(), ["toMediatorId"] = successor });
        var elsewhere = (Guid)(await (await SignIn("town2")).GetJson("/api/mediators"))["items"]![0]!["id"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Refusal(town, leaver, half), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "desk.not-covered")));
            Assert.That(await Refusal(town, leaver, stranger), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "desk.not-on-desk")));
            Assert.That(await Refusal(town, leaver, Leaving(elsewhere)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "succession.other-area")));
            Assert.That(await Refusal(town, leaver, Leaving(leaver)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "succession.to-self")));
            Assert.That(await Refusal(town, leaver, Leaving(Guid.CreateVersion7())), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "succession.unknown")));
            Assert.That((await (await SignIn("village")).Post($"/api/mediators/{leaver}/desk-handover", Leaving(successor))).Status, Is.EqualTo(HttpStatusCode.Forbidden));
            Assert.That((await (await SignIn("town2")).Post($"/api/mediators/{leaver}/desk-handover", Leaving(successor))).Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That((string?)(await town.GetJson($"/api/mediators/{leaver}"))["status"], Is.EqualTo("Active"));
            Assert.That(await HostOf(town, first), Is.EqualTo(leaver));
            Assert.That(await HostOf(town, second), Is.EqualTo(leaver));
        }
    }

    [Test]
    public async Task Whoever_leaves_by_the_registry_alone_must_have_an_empty_desk()
    {
        var town = await SignIn("town");
        var (leaver, _) = await GivenTwoMediators(town);
        await GivenCase(leaver, agreed: false);
        var known = await town.GetJson($"/api/mediators/{leaver}");
        var body = Person((Guid)known["organisationId"]!, (string)known["name"]!);
        (body["baseVersion"], body["status"], body["statusReason"]) = (1, "Resigned", "搬到外地");

        var (status, refused) = await town.Put($"/api/mediators/{leaver}", body);

        Assert.That((status, (string?)refused["code"]), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "mediator.desk-open")));
    }

    async Task<HttpStatusCode> SignInTry(string user)
    {
        using var client = App.Anonymous();
        return (await client.Post("/api/session", new { userName = user, password = ApiServer.Password })).Status;
    }

    static JsonObject Leaving(Guid? successor) => new()
    {
        ["commandId"] = Guid.CreateVersion7(),
        ["toMediatorId"] = successor,
        ["status"] = "Resigned",
        ["reason"] = "搬到外地",
    };

    static async Task<(HttpStatusCode, string?)> Refusal(HttpClient client, Guid leaver, JsonObject command)
    {
        var (status, refused) = await client.Post($"/api/mediators/{leaver}/desk-handover", command);
        return (status, (string?)refused["code"]);
    }

    static async Task ThePapersKeepTheName(HttpClient client, Guid disputeId, Guid host, Guid successor)
    {
        var of = (await client.GetJson(Path(disputeId)))["cases"]![0]!;
        var line = (await client.GetJson(Path(disputeId, "journal")))["items"]!.AsArray().Single(row => (string?)row!["event"] == "DeskHandedOver")!;
        Assert.That(((Guid)of["host"]!["id"]!, (Guid)of["successor"]!["id"]!), Is.EqualTo((host, successor)));
        Assert.That(line.ToJsonString(), Does.Contain("partiesToBeTold"));
    }

    static async Task<Guid> HostOf(HttpClient client, Guid disputeId) => (Guid)(await client.GetJson(Path(disputeId)))["cases"]![0]!["host"]!["id"]!;

    static async Task<(Guid Leaver, Guid Successor)> GivenTwoMediators(HttpClient town)
    {
        var (organisation, leaver, successor) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await town.Put($"/api/organisations/{organisation}", Committee(Unique("厂")));
        await town.Put($"/api/mediators/{leaver}", Person(organisation, "离任人"));
        await town.Put($"/api/mediators/{successor}", Person(organisation, "接任人"));
        return (leaver, successor);
    }

    /// <summary>A matter of 海口村 in the hands of this mediator: accepted, or agreed with a promise to keep.</summary>
    async Task<Guid> GivenCase(Guid hostId, bool agreed)
    {
        var village = await SignIn("village");
        var dispute = await GivenDispute(village);
        var parties = PartiesOf(dispute);
        dispute = await GivenStep(village, dispute, "acceptance", new { hostId, notices = parties.Select(id => new { partyId = id, form = "TakingPart" }) });
        if (!agreed)
            return IdOf(dispute);
        var obligation = new { debtorId = parties[1], creditorId = parties[0], act = "疏通排水沟", dueOn = "2026-11-30" };
        return IdOf(await GivenStep(
            village, await GivenSession(village, dispute, "Agreed"), "agreement", new { form = "Oral", terms = "疏通排水沟。", obligations = new[] { obligation } }));
    }
}
