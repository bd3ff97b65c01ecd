using Mediation.Core.Domain;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Registry;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Assessment;

/// <summary>Hours against local targets (domain 3.2): 10 induction and 14 skills in the first year of office, 20 of whatever kind in each later one.</summary>
sealed class TrainingYearTests
{
    static readonly TrainingTargets Targets = new(10, 14, 20);

    static Mediator Mediator(DateOnly from, params StatusChange[] later) => new()
    {
        Id = Guid.NewGuid(), OrganisationId = Guid.NewGuid(), Name = "汪试", Employment = Employment.PartTime, History = [new(MediatorStatus.Active, from, null), .. later],
    };

    [TestCase(true, 10, 14, 0, true, 0)]
    [TestCase(true, 9.5, 20, 20, false, 0.5)]
    [TestCase(true, 0, 0, 30, false, 24)]
    [TestCase(false, 0, 0, 20, true, 0)]
    [TestCase(false, 4, 6, 9.5, false, 0.5)]
    [TestCase(false, 10, 10, 0, true, 0)]
    public void Hours_meet_their_targets_or_some_are_missing(bool first, decimal induction, decimal skills, decimal yearly, bool meets, decimal missing)
    {
        var year = new TrainingYear(induction, skills, yearly, first);

        Assert.That((year.Meets(Targets), year.Missing(Targets)), Is.EqualTo((meets, missing)));
    }

    [Test]
    public void Those_count_who_are_in_office_on_the_last_day()
    {
        var last = new DateOnly(2026, 11, 30);
        var left = Mediator(new(2024, 6, 1), new StatusChange(MediatorStatus.Resigned, new DateOnly(2026, 11, 20), "调离"));

        Assert.That(TrainingYear.Counts(Mediator(new(2024, 6, 1)), last));
        Assert.That(TrainingYear.Counts(left, last), Is.False);
        Assert.That(TrainingYear.Counts(left, new DateOnly(2026, 11, 19)));
        Assert.That(TrainingYear.Counts(Mediator(new(2026, 12, 1)), last), Is.False, "Not yet.");
        Assert.That((TrainingYear.IsFirstYear(Mediator(new(2026, 3, 1)), 2026), TrainingYear.IsFirstYear(Mediator(new(2025, 3, 1)), 2026)), Is.EqualTo((true, false)));
    }

    [Test]
    public void A_training_is_voided_once()
    {
        var training = new Training
        {
            Id = Guid.NewGuid(), OrganisationId = Guid.NewGuid(), Area = Sheets.Town, HeldOn = new(2026, 10, 10), Kind = TrainingKind.Yearly, Hours = 6, Organiser = "司法局",
            Subject = "民法典", MediatorIds = [Guid.NewGuid()], RecordedBy = Sheets.ByHand,
        };

        Assert.That(Assert.Throws<RuleViolationException>(() => training.Void("录错", Sheets.ByHand).Void("再作废", Sheets.ByHand))!.Code, Is.EqualTo("training.voided"));
    }
}
