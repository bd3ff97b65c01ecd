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

    void RefuseOralWhereForbidden(AgreementForm form)
    {
        if (form == AgreementForm.Written)
            return;
        var statute = File.Type switch
        {
            DisputeType.Medical => "医疗纠纷预防和处理条例 39",
            DisputeType.MigrantWageArrears or DisputeType.OtherLabor => "劳动争议调解仲裁法 14",
            DisputeType.ForestLand when File.Subtype == "0901" => "农村土地承包经营纠纷调解仲裁法 10",
            _ => null,
        };
        if (statute is not null)
            throw new RuleViolationException("agreement.must-be-written", "This kind of agreement must be in writing.", statute, "form");
    }

    /// <summary>Strokes on a screen never bind in matters of status; no signature or seal is dated ahead.</summary>
    void RefuseImpossibleSignatures(Agreement agreement, Step step)
    {
        if (File.Type == DisputeType.MarriageFamily && agreement.Signatures.Any(s => s.Kind == SignatureKind.Stroke))
            throw new RuleViolationException("signature.stroke-on-status", "In matters of marriage, adoption or inheritance it is signed on paper.", "电子签名法 3", "signatures");
        foreach (var signature in agreement.Signatures)
            RefuseFuture(signature.On, step, "signatures");
        if (agreement.MediatorSignedOn is { } mediatorSignedOn)
            RefuseFuture(mediatorSignedOn, step, "mediatorSignedOn");
        if (agreement.SealedOn is { } sealedOn)
            RefuseFuture(sealedOn, step, "sealedOn");
    }

    void CheckParties(Agreement agreement)
    {
        foreach (var obligation in agreement.Obligations)
        {
            _ = RequireParty(obligation.DebtorId, "obligations");
            _ = RequireParty(obligation.CreditorId, "obligations");
            if (obligation.DebtorId == obligation.CreditorId)
                throw new RuleViolationException("obligation.same-party", "Nobody owes anything to himself.", "人民调解法 29", "obligations");
        }
        foreach (var signature in agreement.Signatures)
            _ = RequireParty(signature.PartyId, "signatures");
    }
}
