using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;
using static Mediation.Tests.Domain.Reports.Reporting;

namespace Mediation.Tests.Domain.Reports;

/// <summary>以案定补 (domain 3.2, 12): at which rate a case is paid, and why it is not.</summary>
sealed class SubsidyRuleTests
{
    static readonly DateOnly Day = new(2026, 11, 10);

    static readonly Guid Host = Guid.NewGuid();

    static DisputeFile File(AgreementForm form, bool spot = false, bool performed = true, DossierRecord? dossier = null, DisputeType type = DisputeType.Neighbor) =>
        Disputes.Given.File(type) with
        {
            Report = Disputes.Given.File(type).Report with { Exits = [new(Day, StockExitKind.Resolved)] },
            Cases =
            [
                Disputes.Given.Case() with
                {
                    State = CaseState.AgreedOral, HostId = Host, OnTheSpot = spot, Dossier = dossier,
                    Agreement = Disputes.Given.Oral(performed ? [] : [Disputes.Given.Owes(100)]) with { Form = form },
                },
            ],
        };

    static DossierRecord Archived(params ReviewVerdict[] verdicts) => new()
    {
        ArchivedOn = Day, Term = "短期", Pages = 3,
        Reviews = [.. verdicts.Select(verdict => new DossierReview { Id = Guid.NewGuid(), SampleId = Guid.NewGuid(), On = Day, Verdict = verdict })],
    };

    static Subsidy Of(DisputeFile file) => Subsidy.Of(file, Definition.Measures!);

    [TestCase(AgreementForm.Oral, true, DisputeType.Neighbor, SubsidyKind.Spot)]
    [TestCase(AgreementForm.Oral, true, DisputeType.RoadTraffic, SubsidyKind.Spot)]
    [TestCase(AgreementForm.Oral, false, DisputeType.Neighbor, SubsidyKind.Oral)]
    [TestCase(AgreementForm.Oral, false, DisputeType.RoadTraffic, SubsidyKind.Oral, Description = "An oral settlement has its own rate, however difficult (domain 12).")]
    [TestCase(AgreementForm.Written, false, DisputeType.Neighbor, SubsidyKind.Written)]
    [TestCase(AgreementForm.Written, false, DisputeType.RoadTraffic, SubsidyKind.Difficult)]
    public void Spot_and_oral_settlements_are_paid_at_their_own_rate_domain_12(AgreementForm form, bool spot, DisputeType type, SubsidyKind kind)
    {
        var due = Of(File(form, spot, dossier: spot ? null : Archived(), type: type));

        Assert.That((due.Kind, due.Amount, due.Obstacle, due.MediatorId), Is.EqualTo((kind, Definition.Measures!.Subsidies[kind], (SubsidyObstacle?)null, (Guid?)Host)));
    }

    static IEnumerable<TestCaseData> Unpaid()
    {
        yield return new TestCaseData(Disputes.Given.File(), SubsidyObstacle.NoAgreement).SetArgDisplayNames("no agreement");
        yield return new TestCaseData(File(AgreementForm.Oral), SubsidyObstacle.DossierIncomplete).SetArgDisplayNames("no dossier");
        yield return new TestCaseData(File(AgreementForm.Oral, performed: false, dossier: Archived()), SubsidyObstacle.NotPerformed).SetArgDisplayNames("not performed");
        yield return new TestCaseData(File(AgreementForm.Written, dossier: Archived(ReviewVerdict.Passed, ReviewVerdict.Failed)), SubsidyObstacle.DossierFailed).SetArgDisplayNames("failed its review");
        var closed = File(AgreementForm.Oral, spot: true);
        yield return new TestCaseData(closed with { Report = closed.Report with { Reopenings = [Day.AddDays(1)] } }, SubsidyObstacle.Reopened).SetArgDisplayNames("opened again");
        yield return new TestCaseData(closed with { Report = closed.Report with { Excluded = true } }, SubsidyObstacle.Reopened).SetArgDisplayNames("voided");
    }

    [TestCaseSource(nameof(Unpaid))]
    public void What_is_not_agreed_performed_complete_and_closed_is_not_paid_domain_3_2(DisputeFile file, SubsidyObstacle obstacle) =>
        Assert.That((Of(file).Amount, Of(file).Obstacle), Is.EqualTo((0m, (SubsidyObstacle?)obstacle)));

    [Test]
    public void A_failed_dossier_that_passed_later_is_paid() =>
        Assert.That(Of(File(AgreementForm.Written, dossier: Archived(ReviewVerdict.Failed, ReviewVerdict.Passed))).Obstacle, Is.Null);
}
