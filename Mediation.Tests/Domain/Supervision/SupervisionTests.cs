using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain.Supervision;
using Mediation.Tests.Domain.Disputes;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Supervision;

/// <summary>督办 by hand and by clock, and public listing (domain 5.3).</summary>
sealed class SupervisionTests
{
    static SupervisionCard Card(CardKind kind, DateOnly? limit = null) => new()
    {
        Id = Guid.NewGuid(), Kind = kind, Cause = limit is null ? CardCause.ByHand : CardCause.AcceptanceOverdue, IssuedOn = Given.Today, IssuedBy = Given.Town.Id, ToId = Given.Village.Id,
        Opinion = "请尽快受理", DueOn = Given.Today.AddDays(3), LimitOn = limit,
    };

    [Test]
    public void A_graver_card_takes_the_place_of_a_lighter_one_domain_5_3()
    {
        var dispute = Given.Registered();
        var (ordinary, red) = (Card(CardKind.Ordinary), Card(CardKind.Red));
        dispute.IssueCard(ordinary, Given.On(0));

        Given.Refused(dispute, "card.stands", "domain 5.3", () => dispute.IssueCard(Card(CardKind.Ordinary), Given.On(0)));
        dispute.IssueCard(red, Given.On(0));
        Given.Refused(dispute, "card.cancelled", "domain 5.3", () => dispute.ReplyToCard(ordinary.Id, "已办", Given.On(0)));
        Assert.That(dispute.File.Oversight.Cards[0].Cancellation!.ReplacedBy, Is.EqualTo(red.Id));
        dispute.ReplyToCard(red.Id, "已受理", Given.On(1));
        Given.Refused(dispute, "card.replied", "domain 5.3", () => dispute.ReplyToCard(red.Id, "再答", Given.On(1)));
        dispute.CancelCard(red.Id, "已按期受理", Given.On(1));
        Given.Refused(dispute, "card.unknown", "domain 5.3", () => dispute.CancelCard(Guid.NewGuid(), "无", Given.On(1)));

        Assert.That((dispute.File.Oversight.StandingCard, dispute.File.LastStepOn), Is.EqualTo(((SupervisionCard?)null, Given.Today.AddDays(-10))));
    }

    [Test]
    public void A_closed_matter_gets_no_card_and_no_plate()
    {
        var dispute = Given.Closed();

        Given.Refused(dispute, "card.matter-ended", "domain 5.3", () => dispute.IssueCard(Card(CardKind.Yellow), Given.On(0)));
        Given.Refused(dispute, "listing.matter-ended", "domain 5.3", () => dispute.ListPublicly(new(Guid.NewGuid(), Given.Town.Id, Core.Domain.Tier.Town, "1号", Given.Today), Given.On(0)));
    }

    [Test]
    public void One_limit_brings_each_colour_once_and_another_limit_anew()
    {
        var (dispute, limit) = (Given.Registered(), Given.Today.AddDays(-3));
        var yellow = Card(CardKind.Yellow, limit);

        Assert.That(dispute.IssueClockCard(yellow, Given.On(0)), Is.True);
        dispute.CancelCard(yellow.Id, "情况已说明", Given.On(0));
        Assert.That(dispute.IssueClockCard(Card(CardKind.Yellow, limit), Given.On(0)), Is.False, "it was taken back for this limit");
        Assert.That(dispute.IssueClockCard(Card(CardKind.Red, limit), Given.On(0)), Is.True);
        Assert.That(dispute.IssueClockCard(Card(CardKind.Yellow, Given.Today), Given.On(0)), Is.False, "a graver one stands");
    }

    [TestCase(0, null)]
    [TestCase(1, CardKind.Yellow)]
    [TestCase(2, CardKind.Red)]
    public void Acceptance_is_yellow_after_one_working_day_and_red_after_two(int over, CardKind? falls) => Assert.That(Rules().Of(LimitStep.Acceptance).Falls(over), Is.EqualTo(falls));

    [TestCase(4, null)]
    [TestCase(5, CardKind.Yellow)]
    [TestCase(10, CardKind.Red)]
    public void Handling_is_yellow_after_five_working_days_and_red_after_ten(int over, CardKind? falls) => Assert.That(Rules().Of(LimitStep.Handling).Falls(over), Is.EqualTo(falls));

    [Test]
    public void Red_must_exceed_yellow() => Assert.That(
        () => SupervisionRules.Parse(Seed().Replace("\"red\": 2", "\"red\": 1", StringComparison.Ordinal)), Throws.TypeOf<RuleDataException>().With.Message.Contains("exceed"));

    [Test]
    public void Only_limits_of_the_matter_have_a_superior_who_gives_time_domain_12()
    {
        var dispute = Given.Registered();
        ExtensionRequest Asked(Clock clock, int days = 5) => new(Guid.NewGuid(), clock, days, "等待测量", Given.Village.Id, Given.Today);

        Given.Refused(dispute, "extension.not-of-matter", "domain 12", () => dispute.RequestExtension(Asked(Clock.MedicalMediation), null, 30, Given.On(0)));
        Given.Refused(dispute, "extension.too-many-workdays", "本地规则", () => dispute.RequestExtension(Asked(Clock.Matter, 31), null, 30, Given.On(0)));
        Given.Refused(dispute, "clock.not-running", "本地规则", () => dispute.RequestExtension(Asked(Clock.Matter), null, 30, Given.On(0)));
        Given.Refused(dispute, "extension.unknown", "domain 5.3", () => dispute.DecideExtension(Guid.NewGuid(), true, null, null, null, Calendar(), Given.On(0)));
    }

    [Test]
    public void A_plate_hangs_once_and_is_lifted_with_a_reason()
    {
        var dispute = Given.Registered();
        PublicListing Plate() => new(Guid.NewGuid(), Given.Town.Id, Core.Domain.Tier.Town, "1号", Given.Today);

        Given.Refused(dispute, "listing.none", "domain 5.3", () => dispute.LiftListing("无", Given.On(0)));
        dispute.ListPublicly(Plate(), Given.On(0));
        Given.Refused(dispute, "listing.stands", "domain 5.3", () => dispute.ListPublicly(Plate(), Given.On(0)));
        dispute.LiftListing("已化解", Given.On(0));
        dispute.ListPublicly(Plate(), Given.On(0));

        Assert.That(dispute.File.Oversight.Listings.Select(l => l.IsOpen), Is.EqualTo(new[] { false, true }));
    }

    static string Seed(string file = "supervision-rules.json") => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", file));

    static SupervisionRules Rules() => SupervisionRules.Parse(Seed())[^1];

    static WorkCalendar Calendar() => WorkCalendar.Parse(Seed("work-calendar.json"));
}
