using Mediation.Core.Domain;
using Mediation.Core.Domain.Supervision;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Supervision;

/// <summary>The month's analysis meeting and what becomes of its decisions (domain 5.3).</summary>
sealed class MeetingTests
{
    static readonly DateOnly Day = new(2026, 11, 27);

    static Meeting Opened => new()
    {
        Id = Guid.NewGuid(), OrganisationId = Guid.NewGuid(), Tier = Tier.Town, HeldOn = Day, Host = "周某某", From = new(2026, 11, 1),
        Figures = new AgendaFigures { Received = 1, Ended = 0, Open = 1, Late = 0, NewOnLedger = 0, Cleared = 0, StandingCards = 0 },
    };

    static MeetingDecision Decision(DateOnly due) => new() { Number = 1, Decision = "逐户核对", Unit = "劳动保障所", Person = "郑某某", DueOn = due };

    static string Code(Action act)
    {
        var refused = Assert.Throws<RuleViolationException>(() => act());
        return refused.Code;
    }

    [Test]
    public void Minutes_are_made_once_after_the_meeting_with_those_who_were_there()
    {
        Attendee[] there = [new("周某某", "副书记", true)];

        Assert.That(Code(() => Opened.Conclude(there, null, null, [], Day.AddDays(-1))), Is.EqualTo("meeting.not-held"));
        Assert.That(Code(() => Opened.Conclude([new("吴某某", null, false)], null, null, [], Day)), Is.EqualTo("meeting.nobody-present"));
        Assert.That(Code(() => Opened.Conclude(there, null, null, [Decision(Day.AddDays(-1))], Day)), Is.EqualTo("meeting.due-before-meeting"));
        var concluded = Opened.Conclude(there, "工资纠纷可能增多", null, [Decision(Day)], Day);
        Assert.That(Code(() => concluded.Conclude(there, null, null, [], Day)), Is.EqualTo("meeting.concluded"));
    }

    [Test]
    public void A_decision_is_done_once_and_not_before_it_was_taken()
    {
        var decision = Decision(Day.AddDays(7));

        Assert.That(Code(() => decision.Done(Day.AddDays(-1), null, Day)), Is.EqualTo("decision.done-before-meeting"));
        var done = decision.Done(Day, "已核对", Day);
        Assert.That(Code(() => done.Done(Day, null, Day)), Is.EqualTo("decision.done"));
        Assert.That(done.WithoutWords(), Is.EqualTo(done with { Decision = "已依法删除", Unit = "已依法删除", Person = "已依法删除", DoneNote = "已依法删除" }));
    }
}
