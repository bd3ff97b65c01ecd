using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;
using static Mediation.Tests.Domain.Reports.Reporting;

namespace Mediation.Tests.Domain.Reports;

/// <summary>One dispute's share in the report, counted by hand (domain 5.5 and 12, Report counting).</summary>
sealed class TallyTests
{
    static readonly TallyKey NovemberVillage = new(202611, Tier.Village, 17);
    static readonly TallyKey NovemberTown = new(202611, Tier.Town, 17);
    static readonly TallyKey DecemberVillage = new(202612, Tier.Village, 17);
    static readonly TallyKey DecemberTown = new(202612, Tier.Town, 17);

    [Test]
    public void A_quarrel_settled_in_the_village_counts_once_in_its_column_domain_12()
    {
        var facts = Quarrel(Day(11, 2)) with
        {
            Conclusions = [new(Day(11, 10), Tier.Village, Success: true)],
            Exits = [new(Day(11, 12), StockExitKind.Resolved)],
        };

        Assert.That(Tally(facts), Is.EquivalentTo(new Dictionary<TallyKey, TallyCounts>
        {
            [NovemberVillage] = new() { Found = 1, Under50 = 1, Mediated = 1, Succeeded = 1, Registered = 1, Resolved = 1 },
        }));
    }

    [Test]
    public void A_matter_sent_up_by_the_cut_off_leaves_the_villages_column_with_a_memo_domain_12()
    {
        var facts = Quarrel(Day(11, 2)) with { Moves = [new(Day(12, 5), Tier.Town)] };

        Assert.That(Tally(facts), Is.EquivalentTo(new Dictionary<TallyKey, TallyCounts>
        {
            [NovemberTown] = new() { Found = 1, Under50 = 1 },
            [NovemberVillage] = new() { Registered = 1 },
            [DecemberVillage] = new() { MovedOut = 1, SentUp = 1 },
            [DecemberTown] = new() { MovedIn = 1 },
        }));
    }

    [Test]
    public void A_matter_sent_up_after_the_cut_off_stays_in_the_villages_column_domain_12()
    {
        var facts = Quarrel(Day(11, 2)) with { Moves = [new(Day(12, 6), Tier.Town)] };

        Assert.That(Tally(facts)[NovemberVillage], Is.EqualTo(new TallyCounts { Found = 1, Under50 = 1, Registered = 1 }));
    }

    [Test]
    public void Of_two_conclusions_in_a_month_only_the_last_counts_in_the_column_of_its_tier_domain_12()
    {
        var facts = Quarrel(Day(11, 2)) with
        {
            Moves = [new(Day(11, 6), Tier.Town)],
            Conclusions = [new(Day(11, 5), Tier.Village, Success: false), new(Day(11, 20), Tier.Town, Success: true)],
        };

        var tally = Tally(facts);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tally[NovemberVillage].Mediated, Is.Zero);
            Assert.That(tally[NovemberTown], Has.Property(nameof(TallyCounts.Mediated)).EqualTo(1));
            Assert.That(tally[NovemberTown].Succeeded, Is.EqualTo(1));
        }
    }

    [Test]
    public void Conclusions_in_two_months_count_in_both_and_the_later_one_is_carried_over_domain_12()
    {
        var facts = Quarrel(Day(11, 2)) with
        {
            Major = true,
            Conclusions = [new(Day(11, 30), Tier.Village, Success: false), new(Day(12, 1), Tier.Village, Success: true)],
        };

        var tally = Tally(facts);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(tally[NovemberVillage], Is.EqualTo(new TallyCounts
            {
                Found = 1,
                MajorFound = 1,
                Under50 = 1,
                Registered = 1,
                Mediated = 1,
                MajorMediated = 1,
            }));
            Assert.That(tally[DecemberVillage], Is.EqualTo(new TallyCounts
            {
                Mediated = 1,
                MajorMediated = 1,
                Succeeded = 1,
                MajorSucceeded = 1,
                CarriedOverMediated = 1,
            }));
        }
    }

    [Test]
    public void Voided_and_merged_matters_never_count_domain_12() =>
        Assert.That(Tally(Quarrel(Day(11, 2)) with { Conclusions = [new(Day(11, 3), Tier.Village, true)], Excluded = true }), Is.Empty);

    [TestCase(1, 1, 0, 0, 0)]
    [TestCase(49, 1, 0, 0, 0)]
    [TestCase(50, 0, 1, 0, 0)]
    [TestCase(99, 0, 1, 0, 0)]
    [TestCase(100, 0, 0, 1, 0)]
    [TestCase(499, 0, 0, 1, 0)]
    [TestCase(500, 0, 0, 0, 1)]
    [TestCase(999_999, 0, 0, 0, 1)]
    public void People_fall_in_half_open_buckets_domain_5_5_B11(int people, int under50, int under100, int under500, int from500)
    {
        var counts = Tally(Quarrel(Day(11, 2)) with { People = people })[NovemberVillage];

        Assert.That(
            (counts.Under50, counts.Under100, counts.Under500, counts.From500),
            Is.EqualTo((under50, under100, under500, from500)));
    }

    [Test]
    public void The_change_of_a_step_added_to_the_kept_tally_is_the_new_tally()
    {
        var before = Quarrel(Day(11, 2));
        var after = before with { Moves = [new(Day(11, 6), Tier.Town)], Type = DisputeType.Medical };

        var change = Tallies.Change(before, after, Definition);

        var kept = Tally(before).Concat(change).GroupBy(e => e.Key, e => e.Value)
            .Select(g => KeyValuePair.Create(g.Key, g.Sum())).Where(e => !e.Value.IsZero).ToDictionary();
        Assert.That(kept, Is.EquivalentTo(Tally(after)));
    }
}
