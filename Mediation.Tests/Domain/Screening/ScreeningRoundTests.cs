using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain.Screening;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Screening;

/// <summary>Rounds are computed from the practice of the place, which is data (domain 5.1, 11).</summary>
sealed class ScreeningRoundTests
{
    static readonly string Json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "screening.json"));
    static readonly ScreeningPractices Practices = ScreeningPractices.Parse(Json);

    static readonly Organisation Village = new()
    {
        Id = Guid.NewGuid(), Kind = OrganisationKind.VillageCommittee, Name = "试村调委会", ShortName = "试村", Area = new AreaCode(340803100204), Tier = Tier.Village,
    };

    [TestCase("2028-02-29", ScreeningCadence.Month, "2028-02-01", "2028-02-29")]
    [TestCase("2028-02-29", ScreeningCadence.TenDays, "2028-02-21", "2028-02-29")]
    [TestCase("2026-10-20", ScreeningCadence.TenDays, "2026-10-11", "2026-10-20")]
    [TestCase("2026-02-16", ScreeningCadence.HalfMonth, "2026-02-16", "2026-02-28")]
    [TestCase("2027-01-01", ScreeningCadence.Week, "2026-12-28", "2027-01-03")]
    [TestCase("2026-12-31", ScreeningCadence.Quarter, "2026-10-01", "2026-12-31")]
    [TestCase("2026-12-31", ScreeningCadence.Day, "2026-12-31", "2026-12-31")]
    public void A_day_lies_in_its_period(string day, ScreeningCadence cadence, string from, string to) =>
        Assert.That(ScreeningPeriods.Of(Day(day), cadence), Is.EqualTo(new ScreeningPeriod(Day(from), Day(to))));

    [Test]
    public void Domain_5_1_every_month_is_a_round_and_its_days_of_grace_are_data()
    {
        var rounds = ScreeningRound.Of([Village], [], Practices, Day("2026-11-02"), Day("2026-11-16")).ToList();

        Assert.That(rounds.Select(r => (r.Period.From, r.DueOn)), Is.EqualTo(new[] { (Day("2026-10-01"), Day("2026-11-03")), (Day("2026-11-01"), Day("2026-12-03")) }));
    }

    [Test]
    public void Nothing_was_owed_before_the_practice_began_nor_after_the_committee_was_dissolved()
    {
        var before = ScreeningRound.Of([Village], [], Practices, Day("2025-10-01"), Day("2026-01-02"));
        var after = ScreeningRound.Of([Village with { DissolvedOn = Day("2026-10-15") }], [], Practices, Day("2026-09-10"), Day("2026-11-16"));

        Assert.That(before.Select(r => r.Period.From), Is.EqualTo([Day("2026-01-01")]));
        Assert.That(after.Select(r => r.Period.From), Is.EqualTo([Day("2026-09-01")]));
    }

    [Test]
    public void Domain_5_1_a_sensitive_time_has_its_own_cadence_and_a_campaign_is_cut_at_its_ends()
    {
        var campaign = new ScreeningCampaign
        {
            Id = Guid.NewGuid(), Kind = ScreeningKind.Campaign, Area = new AreaCode(340803000000), From = Day("2026-11-11"), To = Day("2026-11-24"), Sensitive = true,
        };
        var weeks = campaign.Rounds(Tier.Village, Practices.Newest);
        var ended = (campaign with { EndedOn = Day("2026-11-17") }).Rounds(Tier.Village, Practices.Newest);
        var cancelled = campaign with { EndedOn = Day("2026-11-10") };

        using (Assert.EnterMultipleScope())
        {
            Assert.That(weeks.Select(r => (r.From.Day, r.To.Day)), Is.EqualTo(new[] { (11, 15), (16, 22), (23, 24) }));
            Assert.That(ended.Select(r => (r.From.Day, r.To.Day)), Is.EqualTo(new[] { (11, 15), (16, 17) }));
            Assert.That((cancelled.Cancelled, cancelled.Rounds(Tier.Village, Practices.Newest).Count()), Is.EqualTo((true, 0)));
        }
    }

    [TestCase("2026-11-03T15:59:59.999Z", RoundState.Filed)]
    [TestCase("2026-11-03T16:00:00Z", RoundState.FiledLate)]
    public void The_day_of_filing_is_that_of_shanghai(string filedAt, RoundState state)
    {
        var round = ScreeningRound.RegularOf(Village, Day("2026-10-09"), Practices);

        Assert.That(round.StateOn(Day("2026-11-20"), DateTimeOffset.Parse(filedAt, null)), Is.EqualTo(state));
    }

    [Test]
    public void A_round_is_due_until_its_last_day_of_grace_and_missing_from_the_next()
    {
        var round = ScreeningRound.RegularOf(Village, Day("2026-10-09"), Practices);

        Assert.That((round.StateOn(Day("2026-11-03"), null), round.StateOn(Day("2026-11-04"), null)), Is.EqualTo((RoundState.Due, RoundState.Missing)));
    }

    [TestCase("\"Month\": 3,", "")]
    [TestCase("\"VillageCommittee\", ", "\"NoSuchCommittee\", ")]
    [TestCase("\"local\": true,", "")]
    public void A_practice_that_says_nothing_of_a_case_is_refused(string part, string instead) =>
        Assert.That(() => ScreeningPractices.Parse(Json.Replace(part, instead)), Throws.TypeOf<RuleDataException>());

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);
}
