using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Signatures on a screen: their vectors lie apart, are for the hosting committee, and go when the law says so.</summary>
sealed class StrokeApiTests(string kind) : ApiTest(kind)
{
    // A place that no other number of the test has.
    static readonly int[][][] Drawing = [[[9_871, 80, 0], [140, 95, 16]], [[150, 60, 400]]];

    [Test]
    public async Task A_drawing_is_kept_apart_shown_to_the_host_and_erased()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        var id = Guid.NewGuid();

        dispute = await GivenStep(village, dispute, "strokes", Notice(dispute, id));

        Assert.That((string?)dispute["strokes"]![0]!["purpose"], Is.EqualTo("Notice"));
        var picture = await village.Get(Picture(dispute, id));
        Assert.That((picture.Status, picture.ContentType), Is.EqualTo((HttpStatusCode.OK, "image/svg+xml")));
        Assert.That(picture.Text, Does.Contain("9871,80 140,95"));
        var town = await SignIn("town");
        Assert.That((await town.Get(Picture(dispute, id))).Status, Is.EqualTo(HttpStatusCode.NotFound), "the town sees the matter, not the case");
        Assert.That((await town.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK)["strokes"], Is.Null);
        Assert.That((await village.Get(Picture(dispute, Guid.NewGuid()))).Status, Is.EqualTo(HttpStatusCode.NotFound));

        var behind = new BehindTheBack(App, IdOf(dispute));
        var texts = await behind.Texts("select body from dispute_file where id = {id} union all select payload from journal where dispute_id = {id} union all select fields from journal_personal where dispute_id = {id}");
        Assert.That(texts, Is.Not.Empty.And.None.Contains("9871"));
        Assert.That(texts, Has.Some.Contains("\"digest\":"));

        var district = await SignIn("district");
        await GivenStep(district, (await district.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK), "erasure", new { fields = new[] { $"parties.{PartiesOf(dispute)[0]}" }, reason = "本人依法要求删除。" });
        Assert.That((await village.Get(Picture(dispute, id))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await behind.Texts("select vectors from stroke where dispute_id = {id} and vectors is not null"), Is.Empty);
        Assert.That((string?)(await village.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK)["strokes"]![0]!["erasedOn"], Is.EqualTo("2026-11-16"));
        var verified = (await village.Get(Path(IdOf(dispute), "journal/verification"))).Expect(HttpStatusCode.OK);
        Assert.That((bool?)verified["valid"], Is.True);
        Assert.That(verified["erased"]!.AsArray().Select(e => (string?)e!["field"]), Does.Contain($"stroke.{id}"));
    }

    [TestCase("update stroke set vectors = replace(vectors, '9871', '9872') where dispute_id = {id}")]
    [TestCase("delete from stroke where dispute_id = {id}")]
    public async Task A_drawing_that_was_changed_behind_the_back_is_named(string tampering)
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        var id = Guid.NewGuid();
        dispute = await GivenStep(village, dispute, "strokes", Notice(dispute, id));
        Assert.That((bool?)(await village.Get(Path(IdOf(dispute), "journal/verification"))).Expect(HttpStatusCode.OK)["valid"], Is.True);

        await new BehindTheBack(App, IdOf(dispute)).Execute(tampering);

        var broken = (await village.Get(Path(IdOf(dispute), "journal/verification"))).Expect(HttpStatusCode.OK)["broken"];
        Assert.That(((string?)broken?["reason"], (string?)broken?["field"]), Is.EqualTo(("text", $"stroke.{id}")));
    }

    /// <summary>电子签名法 3: chosen by both, drawn for the agreement, never in a family's matter.</summary>
    [Test]
    public async Task Strokes_sign_an_agreement_where_both_chose_them()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        var parties = PartiesOf(dispute);
        var ids = parties.Select(_ => Guid.NewGuid()).ToList();
        foreach (var (party, id) in parties.Zip(ids))
            dispute = await GivenStep(village, dispute, "strokes", Notice(dispute, id).With("partyId", party).With("purpose", "Agreement"));
        object Signed(IEnumerable<Guid> chosenBy) => new
        {
            form = "Written", terms = "各自清沟。", mediatorSignedOn = "2026-11-16", sealedOn = "2026-11-16", strokesChosenBy = chosenBy,
            signatures = parties.Zip(ids, (partyId, strokeId) => new { partyId, kind = "Stroke", strokeId }),
        };

        AssertRule(await Act(village, dispute, "agreement", Signed(parties.Take(1))), "signature.strokes-not-chosen");
        dispute = await GivenStep(village, dispute, "agreement", Signed(parties));
        Assert.That((string?)dispute["cases"]![0]!["agreement"]!["effectiveOn"], Is.EqualTo("2026-11-16"));

        var family = await GivenAcceptedDispute(village, body => body["type"] = "MarriageFamily");
        AssertRule(await Act(village, family, "strokes", Notice(family, Guid.NewGuid()).With("purpose", "Agreement")), "signature.stroke-on-status");
    }

    [Test]
    public async Task A_drawing_that_was_taken_back_is_gone_and_its_id_is_spent()
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);
        var id = Guid.NewGuid();
        dispute = await GivenStep(village, dispute, "strokes", Notice(dispute, id));

        dispute = await GivenStep(village, dispute, "reversals", new { reason = "签错位置" });

        Assert.That((await village.Get(Picture(dispute, id))).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Act(village, dispute, "strokes", Notice(dispute, id))).Code, Is.EqualTo("id.taken"));
    }

    [TestCase("strokes", "[]")]
    [TestCase("strokes", "[[[1,2]]]")]
    [TestCase("strokes", "[[[1,2,700000]]]")]
    [TestCase("strokes", "[[[1.5,2,3]]]")]
    [TestCase("strokes", "[null]")]
    [TestCase("strokes", "[[null]]")]
    [TestCase("strokes", "null")]
    [TestCase("mediatorId", "\"019a0000-0000-7000-8000-000000000001\"")]
    [TestCase("partyId", "null")]
    [TestCase("signedAt", "\"2026-11-18T00:00:00Z\"")]
    [TestCase("agentId", "\"019a0000-0000-7000-8000-000000000001\"")]
    [TestCase("purpose", "\"Will\"")]
    public async Task What_is_no_drawing_is_told_as_such(string field, string value)
    {
        var village = await SignIn("village");
        var dispute = await GivenAcceptedDispute(village);

        var reply = await Act(village, dispute, "strokes", Notice(dispute, Guid.NewGuid()).With(field, JsonNode.Parse(value)));

        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.BadRequest), reply.Text);
    }

    static string Picture(JsonNode dispute, Guid id) => Path(IdOf(dispute), $"strokes/{id}.svg");

    static JsonObject Notice(JsonNode dispute, Guid id) => new()
    {
        ["id"] = id, ["purpose"] = "Notice", ["partyId"] = PartiesOf(dispute)[0], ["signedAt"] = "2026-11-16T00:50:00Z",
        ["strokes"] = System.Text.Json.JsonSerializer.SerializeToNode(Drawing),
    };
}
