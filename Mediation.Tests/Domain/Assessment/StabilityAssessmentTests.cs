using Mediation.Core.Domain;
using Mediation.Core.Domain.Assessment;
using NUnit.Framework;
using static Mediation.Tests.Domain.Assessment.Sheets;

namespace Mediation.Tests.Domain.Assessment;

/// <summary>稳评 (domain 5.4): grade and conclusion go together, and somebody answers for what came without an assessment.</summary>
sealed class StabilityAssessmentTests
{
    static readonly DateOnly Today = new(2026, 11, 16);

    static readonly StabilityAssessment Due = new()
    {
        Id = Guid.NewGuid(), OrganisationId = Guid.NewGuid(), Area = Town, Name = "安置房二期", Kind = StabilityKind.MajorProject, ResponsibleBody = "区住建局",
        DueOn = new DateOnly(2026, 11, 10), RegisteredBy = ByHand,
    };

    static StabilityReport Report(StabilityGrade grade = StabilityGrade.Low, StabilityConclusion conclusion = StabilityConclusion.Implement, int risks = 0, int day = 12) => new()
    {
        AssessingBody = "区委政法委", Method = StabilityMethod.Simple, Consultation = "座谈", PeopleConsulted = 20, Lawfulness = "合法", Reasonableness = "合理", Feasibility = "可行",
        Controllability = "可控", Risks = [.. Enumerable.Repeat(new StabilityRisk("安置地点有异议", "逐户走访"), risks)], Grade = grade, Conclusion = conclusion,
        ConcludedOn = new DateOnly(2026, 11, day), FiledOn = new DateOnly(2026, 11, 14),
    };

    static StabilityEntry Entry(StabilityEntryKind kind, int day = 13) => new(new DateOnly(2026, 11, day), kind, "记录", ByHand);

    static string? Code(Action act) => Assert.Throws<RuleViolationException>(act)!.Code;

    [TestCase(StabilityGrade.High, StabilityConclusion.Implement, 1, "stability.grade-forbids")]
    [TestCase(StabilityGrade.High, StabilityConclusion.DoNotImplement, 0, "stability.risks-missing")]
    [TestCase(StabilityGrade.Middle, StabilityConclusion.Implement, 0, "stability.risks-missing")]
    [TestCase(StabilityGrade.High, StabilityConclusion.PostponeOrAdjust, 1, null)]
    [TestCase(StabilityGrade.Middle, StabilityConclusion.Implement, 1, null)]
    [TestCase(StabilityGrade.Low, StabilityConclusion.Implement, 0, null)]
    public void A_grade_allows_its_conclusions_and_names_its_risks(StabilityGrade grade, StabilityConclusion conclusion, int risks, string? code)
    {
        if (code is null)
            Assert.That(Due.Conclude(Report(grade, conclusion, risks), Today).Report, Is.Not.Null);
        else
            Assert.That(Code(() => Due.Conclude(Report(grade, conclusion, risks), Today)), Is.EqualTo(code));
    }

    [Test]
    public void It_is_concluded_once_and_on_days_that_have_come()
    {
        Assert.That(Code(() => Due.Conclude(Report(), Today).Conclude(Report(), Today)), Is.EqualTo("stability.concluded"));
        Assert.That(Code(() => Due.Conclude(Report(day: 17), Today)), Is.EqualTo("stability.in-future"));
        Assert.That(Code(() => Due.Conclude(Report(day: 15), Today)), Is.EqualTo("stability.filed-before"));
        Assert.That(Code(() => Due.Conclude(Report(), Today).Withdraw("取消", ByHand)), Is.EqualTo("stability.concluded"));
        Assert.That(Code(() => Due.Withdraw("取消", ByHand).Conclude(Report(), Today)), Is.EqualTo("stability.withdrawn"));
    }

    [Test]
    public void Tracking_follows_the_conclusion_and_accountability_an_incident_before_it()
    {
        Assert.That(Code(() => Due.Note(Entry(StabilityEntryKind.Tracking), Today)), Is.EqualTo("stability.not-concluded"));
        Assert.That(Code(() => Due.Note(Entry(StabilityEntryKind.Accountability), Today)), Is.EqualTo("stability.no-incident"));
        Assert.That(Code(() => Due.Note(Entry(StabilityEntryKind.Incident, day: 17), Today)), Is.EqualTo("stability.in-future"));
        var incident = Due.Note(Entry(StabilityEntryKind.Incident, day: 11), Today);
        Assert.That(incident.Note(Entry(StabilityEntryKind.Accountability), Today).Entries, Has.Count.EqualTo(2));
        var assessed = Due.Conclude(Report(), Today).Note(Entry(StabilityEntryKind.Incident), Today);
        Assert.That(Code(() => assessed.Note(Entry(StabilityEntryKind.Accountability), Today)), Is.EqualTo("stability.no-incident"), "It was assessed before.");
    }

    [Test]
    public void Done_is_done_by_a_day()
    {
        var done = Due.Conclude(Report(), Today);

        Assert.That((done.IsDoneBy(new DateOnly(2026, 11, 11)), done.IsDoneBy(new DateOnly(2026, 11, 12)), Due.IsDoneBy(Today)), Is.EqualTo((false, true, false)));
    }
}
