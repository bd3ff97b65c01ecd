using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Every step bears its event date; when it is entered is another matter.</summary>
sealed class EventDateTests
{
    [Test]
    public void All_steps_may_bear_one_date()
    {
        var dispute = Given.Registered();
        dispute.Accept(Given.Case() with { AcceptedOn = Given.Today.AddDays(-10) }, Given.Told(dispute, -10), Given.On(-10));
        dispute.HoldSession(Given.Session(SessionResult.Agreed, -10), Given.On(-10));
        dispute.Agree(Given.Oral() with { ReachedOn = Given.Today.AddDays(-10) }, Given.On(-10));
        dispute.Close(Given.On(-10));

        Assert.That(dispute.News.Select(n => n.On), Is.All.EqualTo(Given.Today.AddDays(-10)));
    }

    [Test]
    public void No_step_comes_before_the_one_it_follows()
    {
        var dispute = Given.Accepted();

        Given.Refused(dispute, "dispute.date-before-previous-step", "event dates", () => dispute.Fail([FollowOnChannel.Suit], Given.On(-10)));
    }

    /// <summary>At nine in the morning tomorrow is less than 24 hours away and the day after is more; at midnight it is exactly 24.</summary>
    [TestCase(9, 0, true)]
    [TestCase(9, 1, true)]
    [TestCase(9, 2, false)]
    [TestCase(0, 1, true)]
    [TestCase(23, 2, false)]
    public void A_step_lies_at_most_24_hours_ahead(int hour, int daysAhead, bool taken)
    {
        var dispute = Given.Accepted();
        var step = Given.StepAt(Given.Today.AddDays(daysAhead), Shanghai.StartOf(Given.Today).AddHours(hour));
        void Fail() => dispute.Fail([FollowOnChannel.Suit], step);

        if (taken)
            Assert.That(Fail, Throws.Nothing);
        else
            Given.Refused(dispute, "date.in-future", "event dates", Fail);
    }

    [Test]
    public void A_late_entry_is_dated_by_its_event()
    {
        var dispute = Given.Accepted();

        dispute.Fail([FollowOnChannel.Suit], Given.StepAt(Given.Today.AddDays(-8), Given.Now.AddDays(300)));

        Assert.That(dispute.File, Has.Property("StatusSince").EqualTo(Given.Today.AddDays(-8)).And.Property("LastStepOn").EqualTo(Given.Today.AddDays(-8)));
    }

    [Test]
    public void Receipt_and_occurrence_lie_at_most_24_hours_ahead()
    {
        var received = Given.File() with { ReceivedAt = Given.Now.AddHours(24).AddSeconds(1) };
        var occurred = Given.File() with { OccurredOn = Given.Today.AddDays(2) };
        var justAhead = Given.File() with { ReceivedAt = Given.Now.AddHours(24), OccurredOn = Given.Today.AddDays(1) };

        foreach (var file in (DisputeFile[])[received, occurred])
            Assert.That(Assert.Throws<RuleViolationException>(() => Dispute.Register(file, false, Given.On(0))).Code, Is.EqualTo("date.in-future"));
        Assert.That(Dispute.Register(justAhead, false, Given.On(0)).File.LastStepOn, Is.EqualTo(Given.Today.AddDays(1)));
    }

    /// <summary>A comment or a correction resets no limit (issue: "a comment never resets it").</summary>
    [Test]
    public void What_does_not_move_the_status_does_not_move_its_date()
    {
        var dispute = Given.Accepted();
        var since = dispute.File.StatusSince;

        dispute.HoldSession(Given.Session(SessionResult.Continue), Given.On(-8));
        dispute.ChangeParties(PartyChange.Add, null, Given.Named("王试三", PartySide.ThirdParty), "租户", Given.On(-5));
        dispute.Correct("subject", dispute.File with { Subject = "排水纠纷" }, "a", "b", true, "错别字", Given.On(-4));

        Assert.That(dispute.File.StatusSince, Is.EqualTo(since));
    }
}
