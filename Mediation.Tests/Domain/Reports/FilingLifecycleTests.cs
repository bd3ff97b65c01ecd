using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Reports;

/// <summary>The way of a monthly report, every state by every act; and which unit answers for a place.</summary>
sealed class FilingLifecycleTests
{
    static readonly (FilingState, FilingAct, FilingState)[] Moves =
    [
        (FilingState.Opened, FilingAct.Draft, FilingState.Drafted), (FilingState.Drafted, FilingAct.Draft, FilingState.Drafted),
        (FilingState.Checked, FilingAct.Draft, FilingState.Drafted), (FilingState.Returned, FilingAct.Draft, FilingState.Drafted),
        (FilingState.Opened, FilingAct.Merge, FilingState.Opened), (FilingState.Drafted, FilingAct.Merge, FilingState.Drafted),
        (FilingState.Checked, FilingAct.Merge, FilingState.Drafted), (FilingState.Returned, FilingAct.Merge, FilingState.Returned),
        (FilingState.Drafted, FilingAct.Check, FilingState.Checked), (FilingState.Checked, FilingAct.Submit, FilingState.Submitted),
        (FilingState.Submitted, FilingAct.Return, FilingState.Returned), (FilingState.Merged, FilingAct.Return, FilingState.Returned),
        (FilingState.Checked, FilingAct.Seal, FilingState.Sealed),
    ];

    [Test]
    public void Every_legal_move_is_known_and_there_are_no_others_domain_5_5()
    {
        var all = from state in Enum.GetValues<FilingState>()
                  from act in Enum.GetValues<FilingAct>()
                  let to = FilingLifecycle.After(state, act)
                  where to is not null
                  select (state, act, to.Value);

        Assert.That(all, Is.EquivalentTo(Moves));
    }

    [Test]
    public void A_failed_check_blocks_and_names_the_disputes_domain_12()
    {
        var now = new DateTimeOffset(2026, 12, 2, 2, 0, 0, TimeSpan.Zero);
        var drafted = Filing().Draft(new FilingHand(Guid.NewGuid(), "甲", now), null);
        ReportCheck[] checks = [new("B5", false, "", ["起数之和不等于总排查数", "019a…d1：涉及人数 0 不属于任何一组"])];

        var refusal = Assert.Throws<RuleViolationException>(() => drafted.Check(new FilingHand(Guid.NewGuid(), "乙", now), new(2026, 12, 2), checks, null));
        Assert.That((refusal.Code, refusal.Rule, refusal.Message), Is.EqualTo(("report.check-failed", "B5", "B5 起数之和不等于总排查数, 019a…d1：涉及人数 0 不属于任何一组")));
    }

    [TestCase(30, false)]
    [TestCase(1, true, Description = "The day after the month's last.")]
    public void The_month_is_over_when_its_last_day_is_over(int day, bool over)
    {
        var today = over ? new DateOnly(2026, 12, day) : new DateOnly(2026, 11, day);
        var drafted = Filing().Draft(new FilingHand(Guid.NewGuid(), "甲", default), null);
        void Check() => drafted.Check(new FilingHand(Guid.NewGuid(), "乙", default), today, [], null);

        Assert.That(Check, over ? Throws.Nothing : Throws.InstanceOf<RuleViolationException>());
    }

    [Test]
    public void A_village_that_was_abolished_in_mid_year_is_its_town_s_own_domain_10()
    {
        var (district, town, village, gone) = (new AreaCode(340803000000), new AreaCode(340803100000), new AreaCode(340803100204), new AreaCode(340803100205));
        var units = new ReportUnits(district, [district, town, village]);

        using (Assert.EnterMultipleScope())
        {
            Assert.That((units.UnitOf(village), units.UnitOf(gone), units.UnitOf(town)), Is.EqualTo((village, town, town)));
            Assert.That(units.UnitOf(new AreaCode(340803200201)), Is.EqualTo(district));
            Assert.That((units.ParentOf(village), units.ParentOf(town), units.ParentOf(district)), Is.EqualTo(((AreaCode?)town, (AreaCode?)district, (AreaCode?)null)));
            Assert.That(units.ChildrenOf(district), Is.EqualTo(new[] { town }));
        }
    }

    static MonthlyFiling Filing() => new() { Id = Guid.NewGuid(), Area = new AreaCode(340803100204), OrganisationId = Guid.NewGuid(), Month = 202611 };
}
