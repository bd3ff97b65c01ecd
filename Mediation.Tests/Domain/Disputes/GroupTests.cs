using Mediation.Core.Domain.Disputes;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Sides of many (民事诉讼法 56, 劳动争议调解仲裁法 7).</summary>
sealed class GroupTests
{
    static GroupMember Member(string name) => new() { Id = Guid.NewGuid(), Name = name, IdNumber = "11010519491231002X", Phone = "13800000011" };

    static PartyGroup Group(int headCount, params GroupMember[] members) =>
        new() { Id = Guid.NewGuid(), Side = PartySide.Applicant, HeadCount = headCount, Members = members, RepresentativeIds = [Given.Zhang.Id] };

    static IEnumerable<string> Warnings(Dispute dispute) => DisputeWarnings.Of(dispute.File, Given.Now).Select(w => w.Code);

    /// <summary>民事诉讼法 56: who speaks for a group is one of its side; no more are named than there are.</summary>
    [Test]
    public void A_group_has_its_head_count_and_representatives_of_its_side()
    {
        var dispute = Given.Registered();

        Given.Refused(dispute, "group.head-count", "民事诉讼法 56", () => dispute.ChangeGroup(Group(1, Member("王试甲"), Member("王试乙")), Given.On(-9)));
        Given.Refused(dispute, "group.representative-side", "民事诉讼法 56",
            () => dispute.ChangeGroup(Group(12) with { RepresentativeIds = [Given.Li.Id] }, Given.On(-9)));
        Given.Refused(dispute, "attachment.unknown", "dossier", () => dispute.ChangeGroup(Group(12) with { RosterId = Guid.NewGuid() }, Given.On(-9)));
        dispute.ChangeGroup(Group(12, Member("王试甲")), Given.On(-9));

        var line = dispute.News[^1];
        Assert.That(line.Facts.ToJsonString(), Does.Not.Contain("11010519491231002X").And.Not.Contain("13800000011"));
        Assert.That(line.Personal.Values, Is.EqualTo(["王试甲 11010519491231002X 13800000011"]));
    }

    /// <summary>Domain 12: more than five warns and never refuses; a count below the heads is worth a look.</summary>
    [Test]
    public void Many_representatives_and_few_people_warn()
    {
        Party[] six = [.. Enumerable.Range(1, 6).Select(n => Given.Named($"王试{n}", PartySide.Applicant))];
        var dispute = Given.Registered(change: file => file with { Parties = [.. six, Given.Li] });

        dispute.ChangeGroup(Group(30) with { RepresentativeIds = [.. six.Take(5).Select(p => p.Id)] }, Given.On(-9));
        Assert.That(Warnings(dispute), Does.Not.Contain("group.many-representatives").And.Contain("people.below-head-count"));
        dispute.ChangeGroup(Group(30) with { RepresentativeIds = [.. six.Select(p => p.Id)] }, Given.On(-9));
        Assert.That(Warnings(dispute), Does.Contain("group.many-representatives"));
    }

    /// <summary>劳动争议调解仲裁法 7: from ten workers on they may send representatives.</summary>
    [TestCase(9, true)]
    [TestCase(10, false)]
    public void Fewer_than_ten_workers_come_themselves(int workers, bool warned)
    {
        var dispute = Given.Registered(DisputeType.OtherLabor);

        dispute.ChangeGroup(Group(workers), Given.On(-9));

        Assert.That(Warnings(dispute).Contains("group.few-workers"), Is.EqualTo(warned));
    }

    /// <summary>民事诉讼法 56: giving up claims needs the represented person's own yes.</summary>
    [Test]
    public void A_waiver_is_each_persons_own_and_stays_when_the_roster_changes()
    {
        var (one, two) = (Member("王试甲"), Member("王试乙"));
        var (dispute, group) = (Given.Registered(), Group(12, one, two));
        dispute.ChangeGroup(group, Given.On(-9));

        Given.Refused(dispute, "group.unknown", "民事诉讼法 56", () => dispute.Waive(Guid.NewGuid(), one.Id, Given.Today.AddDays(-9), Given.On(-9)));
        Given.Refused(dispute, "group.member-unknown", "民事诉讼法 56", () => dispute.Waive(group.Id, Given.Zhang.Id, Given.Today.AddDays(-9), Given.On(-9)));
        Given.Refused(dispute, "date.in-future", "event dates", () => dispute.Waive(group.Id, one.Id, Given.Today.AddDays(2), Given.On(-9)));
        dispute.Waive(group.Id, one.Id, Given.Today.AddDays(-9), Given.On(-9));
        Given.Refused(dispute, "waiver.given", "民事诉讼法 56", () => dispute.Waive(group.Id, one.Id, Given.Today.AddDays(-8), Given.On(-8)));
        dispute.ChangeGroup(group with { HeadCount = 13, Members = [one, two, Member("王试丙")] }, Given.On(-8));

        Assert.That(dispute.File.Groups.Single().Members.Select(m => m.WaivedOn), Is.EqualTo([Given.Today.AddDays(-9), null, (DateOnly?)null]));
        Assert.That(dispute.News[^1].Personal, Has.Count.EqualTo(1), "only who is new is written");
    }

    [Test]
    public void Nobody_is_in_two_groups()
    {
        var (dispute, member) = (Given.Registered(), Member("王试甲"));
        dispute.ChangeGroup(Group(12, member), Given.On(-9));

        Given.Refused(dispute, "group.member-twice", "民事诉讼法 56", () => dispute.ChangeGroup(Group(12, member), Given.On(-9)));
    }
}
