using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A tablet that heard no answer sends again, and a village has more than one tablet.</summary>
sealed class RegisterReplayTests(string kind) : ApiTest(kind)
{
    readonly Guid id = Guid.CreateVersion7();

    [Test]
    public async Task Two_hundred_identical_registrations_at_once_make_one_dispute()
    {
        var village = await SignIn("village");
        var dispute = Guid.CreateVersion7();

        var replies = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => village.Put(Path(dispute), DisputeBody())));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(replies.Count(reply => reply.Status == HttpStatusCode.Created), Is.EqualTo(1));
            Assert.That(
                replies.Where(reply => reply.Status != HttpStatusCode.Created).Select(reply => $"{reply.Status} {reply.Code}").Distinct(), Is.EqualTo(new[] { "OK " }));
            Assert.That(replies.Select(reply => (Guid?)reply["id"]), Is.All.EqualTo(dispute));
            Assert.That((await village.Get(Path(dispute, "journal")))["items"]!.AsArray(), Has.Count.EqualTo(1));
        }
    }

    [Test]
    public async Task Of_different_contents_under_one_id_at_once_one_is_kept_and_the_others_are_told()
    {
        var village = await SignIn("village");
        var dispute = Guid.CreateVersion7();

        var replies = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => village.Put(Path(dispute), DisputeBody(body => body["place"] = $"东组{n}号"))));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(replies.Count(reply => reply.Status == HttpStatusCode.Created), Is.EqualTo(1));
            Assert.That(
                replies.Where(reply => reply.Status != HttpStatusCode.Created).Select(reply => $"{reply.Status} {reply.Code}").Distinct(),
                Is.EqualTo(new[] { "Conflict dispute.different-content" }));
        }
    }

    [Test]
    public async Task The_order_of_fields_and_the_devices_time_make_no_other_content()
    {
        var village = await SignIn("village");
        (await village.Put(Path(id), DisputeBody())).Expect(HttpStatusCode.Created);
        var turned = new JsonObject(DisputeBody(body => body["deviceTime"] = "2026-11-16T00:59:00Z").Reverse().Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())));

        Assert.That((await village.Put(Path(id), turned)).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_known_id_with_other_content_is_refused_and_changes_nothing()
    {
        var village = await SignIn("village");
        var dispute = await GivenDispute(village);

        var other = await village.Put(Path(IdOf(dispute)), DisputeBody(body => body["summary"] = "另一件事。"));
        var anothers = await (await SignIn("town")).Put(Path(IdOf(dispute)), DisputeBody());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(other.Status, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(other.Code, Is.EqualTo("dispute.different-content"));
            Assert.That(anothers.Status, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That((string?)(await village.Get(Path(IdOf(dispute))))["summary"], Is.EqualTo((string?)dispute["summary"]));
        }
    }

    [Test]
    public async Task Of_an_id_out_of_scope_nothing_is_told_but_that_it_is_taken()
    {
        var secret = await GivenDispute(await SignIn("village2"), body =>
        {
            body["areaCode"] = "340803100205";
            body["subject"] = "邻村的事情";
        });

        var reply = await (await SignIn("village")).Put(Path(IdOf(secret)), DisputeBody());

        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(reply.Code, Is.EqualTo("id.taken"));
            Assert.That(reply.Json.AsObject().Select(p => p.Key), Is.SubsetOf(new[] { "type", "title", "status", "code", "traceId" }));
        }
    }
}
