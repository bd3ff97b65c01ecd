using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Tests.Domain.Routing;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>A level is raised freely and lowered only with a reason and a second person's yes (domain 5.2).</summary>
sealed class LevelTests
{
    static readonly Guid Second = Guid.NewGuid();

    [Test]
    public void Domain_5_2_who_asks_does_not_decide_and_a_red_matter_needs_the_town()
    {
        var dispute = Raised(RiskLevel.Red);
        dispute.AskLowering(Asked(RiskLevel.Green), Given.On(0));

        Given.Refused(dispute, "level.own-lowering", "domain 5.2", () => Decide(dispute, true, Given.Author));
        Given.Refused(dispute, "level.approver-tier", "domain 5.2", () => Decide(dispute, true, Second, Tier.Village));
        Decide(dispute, true, Second);

        Assert.That((dispute.File.Level, dispute.File.Report.Major, dispute.PendingLowering), Is.EqualTo((RiskLevel.Green, false, (LoweringRequest?)null)));
    }

    [Test]
    public void Domain_5_2_what_was_outweighed_does_not_raise_it_again_and_what_is_new_does()
    {
        var dispute = Raised(null, people: 35);
        dispute.AskLowering(Asked(RiskLevel.Green), Given.On(0));
        Decide(dispute, true, Second, people: 35);
        dispute.AssessLevel(Check(null, people: 35), "复评", Given.On(0));
        var known = dispute.File.Level;
        dispute.AssessLevel(Check(null, people: 35, failed: 2), "复评", Given.On(0));

        Assert.That((known, dispute.File.Level), Is.EqualTo((RiskLevel.Green, RiskLevel.Yellow)));
    }

    [Test]
    public void Contract_3_red_is_major_and_counts_so_from_the_day_it_is()
    {
        var dispute = Raised(RiskLevel.Red);

        Assert.That(dispute.File.Report.Major);
        Assert.That(dispute.News[^1].Facts.ContainsKey("report"), "the recount reads it in the journal");
    }

    [TestCase(7)]
    [TestCase(11)]
    [TestCase(52)]
    public async Task Domain_5_2_no_random_history_lowers_a_level_without_a_second_yes(int seed)
    {
        var chance = new Random(seed);
        var dispute = Given.Accepted();
        var actors = new[] { Given.Author, Second };
        for (var step = 0; step < 300; step++)
        {
            var (before, lines) = (dispute.File, dispute.News.Count);
            if (await Failure(() => Act(dispute, chance, actors[chance.Next(2)])) is { } failure)
            {
                Assert.That(failure, Is.TypeOf<RuleViolationException>());
                Assert.That((dispute.File == before, dispute.News.Count), Is.EqualTo((true, lines)));
                continue;
            }
            var history = dispute.File.LevelHistory;
            if (dispute.File.Level < before.Level)
                Assert.That((dispute.News[lines].Event, history[^1].Occasion, history[^1].AskedBy == history[^1].By), Is.EqualTo((JournalEvent.LoweringDecided, LevelOccasion.Lowering, false)));
            if (history.Count > 0)
                Assert.That(history[^1].To, Is.EqualTo(dispute.File.Level));
            Assert.That(dispute.File.Lowerings.Count(l => l.State == LoweringState.Pending), Is.LessThan(2));
        }
        var all = dispute.File.LevelHistory;
        Assert.That(all.Skip(1).Zip(all, (next, last) => next.From == last.To), Is.All.True);
        Assert.That(all.Count(a => a.Occasion == LevelOccasion.Lowering), Is.Positive, "the walk got anywhere");
    }

    static void Act(Dispute dispute, Random chance, Guid actor)
    {
        var by = Given.StepAt(Given.Today, Given.Now, actor: actor);
        RiskLevel? told = chance.Next(2) == 0 ? null : (RiskLevel)chance.Next(3);
        switch (chance.Next(4))
        {
            case 0: dispute.HoldSession(Given.Session(SessionResult.Continue, 0), by, Check(told, chance.Next(40), chance.Next(4))); break;
            case 1: dispute.AssessLevel(Check(told, chance.Next(40), chance.Next(4)), "复评", by); break;
            case 2: dispute.AskLowering(Asked((RiskLevel)chance.Next(3)) with { By = actor }, by); break;
            default: Decide(dispute, chance.Next(3) > 0, actor, (Tier)chance.Next(3), chance.Next(40)); break;
        }
    }

    static async Task<Exception?> Failure(Action act)
    {
        var acting = Task.Run(act);
        await acting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return acting.Exception?.InnerException;
    }

    static Dispute Raised(RiskLevel? to, int people = 2)
    {
        var dispute = Given.Accepted(change: file => file with { PeopleInvolved = people });
        dispute.AssessLevel(Check(to, people), "有人扬言", Given.On(0));
        return dispute;
    }

    static LevelCheck Check(RiskLevel? told, int people = 2, int failed = 0) =>
        new(SeededRules.Current, SeededRules.Quarrel with { PeopleInvolved = people, FailedAttempts = failed }, told);

    static LoweringRequest Asked(RiskLevel to) => new() { Id = Guid.NewGuid(), To = to, On = Given.Today, By = Given.Author, Reason = "情绪平稳" };

    static void Decide(Dispute dispute, bool approved, Guid actor, Tier approver = Tier.Town, int people = 2) => dispute.DecideLowering(
        approved, "属实", approver, dispute.File.Level == RiskLevel.Red ? Tier.Town : Tier.Village, Check(null, people), Given.StepAt(Given.Today, Given.Now, actor: actor));
}
