namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    static void RequireTwoSides(IEnumerable<Party> present)
    {
        var sides = present.Where(p => p.IsIdentified && p.Side != PartySide.ThirdParty).Select(p => p.Side).Distinct().Count();
        if (sides < 2)
            throw new RuleViolationException("parties.two-sides", "A case needs an identified applicant and an identified respondent.", "人民调解法 17", "parties");
    }

    void RequireMedicalConsent(IReadOnlyList<(Guid PartyId, PartyNotice Notice)> notices, Step step)
    {
        if (File.Source == Source.CommitteeInitiated)
            throw new RuleViolationException("medical.committee-initiated", "A medical mediation is never started by the committee.", "医疗纠纷条例 31", "source");
        bool Agrees(Party party) => party.TakesPart || notices.Any(n => n.PartyId == party.Id && n.Notice.On <= step.On);
        if (!PresentParties.Where(p => p.Side != PartySide.ThirdParty).All(Agrees))
            throw new RuleViolationException("medical.consent-missing", "A medical mediation needs both sides' consent before it is accepted.", "医疗纠纷条例 31", "notices");
    }

    bool IsReferredByCourtOrPolice => File is { Source: Source.EntrustedReferral, ReferredBy: ReferringOrgan.Court or ReferringOrgan.Police };

    /// <summary>Accepted by the very organ that sent it here; a suit is the court's.</summary>
    bool IsGroundOfReferrer(RejectionReason reason) => reason switch
    {
        RejectionReason.AlreadyAcceptedOrResolved => IsReferredByCourtOrPolice,
        RejectionReason.MedicalSuedOrHealthDeptAccepted => File is { Source: Source.EntrustedReferral, ReferredBy: ReferringOrgan.Court },
        _ => false,
    };

    static void RefuseHostAsAssistant(Guid? hostId, IReadOnlyList<Guid> assistantIds)
    {
        if (hostId is { } host && assistantIds.Contains(host))
            throw new RuleViolationException("mediators.host-assists", "One hosts and others assist.", "若干规定 25", "assistantIds");
    }
}
