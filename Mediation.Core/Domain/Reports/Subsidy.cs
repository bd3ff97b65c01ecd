using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Reports;

/// <summary>At which rate a case is paid (以案定补): spot and oral settlements have their own (domain 12).</summary>
public enum SubsidyKind { Spot, Oral, Written, Difficult }

/// <summary>Why a case is not paid: paid is what was agreed, performed and is complete on paper (domain 3.2).</summary>
public enum SubsidyObstacle { NoAgreement, NotPerformed, DossierIncomplete, Reopened, DossierFailed }

/// <summary>What the mediator of a closed matter is due, or why nothing.</summary>
public sealed record Subsidy(Guid OrganisationId, Guid? MediatorId, SubsidyKind Kind, decimal Amount, SubsidyObstacle? Obstacle)
{
    public static Subsidy Of(DisputeFile file, ReportMeasures measures)
    {
        var settled = file.Cases.LastOrDefault(one => one.IsAgreed);
        if (settled is not { Agreement: { } agreement })
            return new(file.ResponsibleId, null, SubsidyKind.Spot, 0, SubsidyObstacle.NoAgreement);
        var kind = settled.OnTheSpot ? SubsidyKind.Spot
            : agreement.Form == AgreementForm.Oral ? SubsidyKind.Oral
            : measures.Difficult.Holds(file) ? SubsidyKind.Difficult : SubsidyKind.Written;
        // What was closed and broke out again is paid when it is closed again; a closing that was taken back never.
        SubsidyObstacle? obstacle = file.Report.Excluded || OpenStock.TierAt(file.Report, DateOnly.MaxValue) is not null ? SubsidyObstacle.Reopened
            : !agreement.IsPerformed ? SubsidyObstacle.NotPerformed
            : !settled.OnTheSpot && settled.Dossier is null ? SubsidyObstacle.DossierIncomplete
            : settled.Dossier?.Reviews is [.., { Verdict: ReviewVerdict.Failed }] ? SubsidyObstacle.DossierFailed : null;
        return new(settled.OrganisationId, settled.HostId, kind, obstacle is null ? measures.Subsidies.GetValueOrDefault(kind) : 0, obstacle);
    }
}
