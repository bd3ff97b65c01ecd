using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Signatures on a screen (电子签名法 3): for notices, records and receipts; for agreements where all chose it and no status is decided.</summary>
sealed class StrokeTests
{
    static readonly Guid[] Both = [Given.Zhang.Id, Given.Li.Id];

    [Test]
    public void A_stroke_under_an_agreement_is_chosen_by_all_and_drawn_for_it_by_the_signer()
    {
        var dispute = Given.Accepted();
        var (own, notice, others) = (Draw(dispute, StrokePurpose.Agreement, Given.Zhang), Draw(dispute, StrokePurpose.Notice, Given.Zhang), Draw(dispute, StrokePurpose.Agreement, Given.Li));
        Agreement Stroke(Guid? stroke, params Guid[] chosenBy) => Given.Written() with
        {
            StrokesChosenBy = chosenBy,
            Signatures = [new(Given.Zhang.Id, SignatureKind.Stroke, Given.Today.AddDays(-7), stroke)],
        };

        Given.Refused(dispute, "signature.strokes-not-chosen", "电子签名法 3", () => dispute.Agree(Stroke(own, Given.Zhang.Id), Given.On(-7)));
        foreach (var wrong in (Guid?[])[null, Guid.NewGuid(), notice, others])
            Given.Refused(dispute, "signature.stroke-unknown", "电子签名法 13", () => dispute.Agree(Stroke(wrong, Both), Given.On(-7)));
        dispute.Agree(Stroke(own, Both), Given.On(-7));
        Assert.That(dispute.AgreedCase!.Agreement!.Signatures[0].StrokeId, Is.EqualTo(own));
    }

    /// <summary>电子签名法 3: no strokes where marriage, adoption, inheritance or the like is decided; notices are drawn all the same.</summary>
    [TestCase(DisputeType.MarriageFamily, null, null)]
    [TestCase(DisputeType.Other, "0103", null)]
    [TestCase(DisputeType.Other, null, true)]
    public void Status_is_signed_on_paper_article_3(DisputeType type, string? subtype, bool? decidesStatus)
    {
        var dispute = Given.Accepted(type, file => file with { Subtype = subtype });
        _ = Draw(dispute, StrokePurpose.Notice, Given.Zhang);
        if (decidesStatus is null)
            Given.Refused(dispute, "signature.stroke-on-status", "电子签名法 3", () => Draw(dispute, StrokePurpose.Agreement, Given.Zhang));

        Given.Refused(dispute, "signature.stroke-on-status", "电子签名法 3", () => dispute.Agree(Given.Written() with
        {
            DecidesStatus = decidesStatus,
            StrokesChosenBy = Both,
            Signatures = [new(Given.Zhang.Id, SignatureKind.Stroke, Given.Today.AddDays(-7), Guid.NewGuid())],
        }, Given.On(-7)));
    }

    [Test]
    public void Whoever_draws_has_a_part_in_the_matter()
    {
        var dispute = Given.Accepted();
        var drawn = Drawn(StrokePurpose.Record, null);

        Given.Refused(dispute, "party.unknown", "parties", () => dispute.DrawSignature(drawn with { PartyId = Guid.NewGuid() }, "x", Given.On(-7)));
        Given.Refused(dispute, "agent.no-authority", "民法典 165", () => dispute.DrawSignature(drawn with { AgentId = Guid.NewGuid() }, "x", Given.On(-7)));
        Given.Refused(dispute, "mediator.unknown", "人民调解法 29", () => dispute.DrawSignature(drawn with { MediatorId = Guid.NewGuid() }, "x", Given.On(-7)));
        Given.Refused(dispute, "date.in-future", "event dates",
            () => dispute.DrawSignature(drawn with { MediatorId = Given.Host, SignedAt = Given.Now.AddDays(2) }, "x", Given.On(-7)));
        dispute.DrawSignature(drawn with { MediatorId = Given.Host }, "x", Given.On(-7));
        Given.Refused(dispute, "stroke.known", "strokes", () => dispute.DrawSignature(drawn with { MediatorId = Given.Host }, "x", Given.On(-7)));
    }

    [Test]
    public void The_journal_keeps_a_digest_and_no_vector_and_no_date_moves()
    {
        var dispute = Given.Accepted();
        var before = dispute.File.LastStepOn;

        var id = Draw(dispute, StrokePurpose.Receipt, Given.Li);

        var line = dispute.News[^1];
        Assert.That((line.Event, (string?)line.Facts["stroke"], (string?)line.Facts["digest"]), Is.EqualTo((JournalEvent.SignatureDrawn, id.ToString(), "digest")));
        Assert.That(line.Personal, Is.Empty);
        Assert.That(dispute.File.LastStepOn, Is.EqualTo(before));
    }

    [TestCase("[[[0,0,0],[10000,10000,600000]]]", true)]
    [TestCase("[]", false)]
    [TestCase("[[]]", false)]
    [TestCase("[[[1,2]]]", false)]
    [TestCase("[[[1,2,3,4]]]", false)]
    [TestCase("[[[10001,2,3]]]", false)]
    [TestCase("[[[1,-1,3]]]", false)]
    [TestCase("[[[1,1,5]],[[1,1,4]]]", false)]
    public void Vectors_stay_within_their_bounds(string json, bool valid) =>
        Assert.That(StrokeVectors.AreValid(System.Text.Json.JsonSerializer.Deserialize<int[][][]>(json)!), Is.EqualTo(valid));

    [Test]
    public void Neither_too_many_strokes_nor_too_many_points()
    {
        int[] point = [1, 1, 1];

        Assert.That(StrokeVectors.AreValid([.. Enumerable.Repeat<int[][]>([point], 201)]), Is.False);
        Assert.That(StrokeVectors.AreValid([.. Enumerable.Repeat<int[][]>([.. Enumerable.Repeat(point, 26)], 200)]), Is.False);
        Assert.That(StrokeVectors.AreValid([.. Enumerable.Repeat<int[][]>([.. Enumerable.Repeat(point, 25)], 200)]), Is.True);
    }

    [Test]
    public void The_picture_has_a_line_for_each_stroke_in_its_own_bounds() => Assert.That(
        StrokeVectors.Svg([[[100, 50, 0], [140, 90, 10]], [[120, 60, 20]]]),
        Does.StartWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"90 40 60 60\">").And.Contain("points=\"100,50 140,90\"").And.Contain("points=\"120,60 120,60\""));

    static DrawnSignature Drawn(StrokePurpose purpose, Guid? party) => new() { Id = Guid.NewGuid(), Purpose = purpose, PartyId = party, SignedAt = Given.Now };

    static Guid Draw(Dispute dispute, StrokePurpose purpose, Party by)
    {
        var drawn = Drawn(purpose, by.Id);
        dispute.DrawSignature(drawn, "digest", Given.On(-7));
        return drawn.Id;
    }
}
