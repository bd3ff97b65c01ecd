namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>Where fairness is asked for.</summary>
    enum Hurdle { Acceptance, Session, Agreement, Closure }

    /// <summary>
    /// What must be fair before it goes on: nobody refuses (人民调解法 17, 23), the mediators are trusted (23, 若干规定 25), wards have a guardian
    /// without opposed interest (民法典 27, 28, 35), violence is reported (反家庭暴力法 14, 未成年人保护法 11).
    /// </summary>
    void RequireFairness(Hurdle before, Agreement? agreement = null)
    {
        if (before is Hurdle.Agreement or Hurdle.Closure)
            RequireReports();
        if (before == Hurdle.Closure)
            return;
        if (PresentParties.Any(p => p.Refuses && p.Side != PartySide.ThirdParty))
            throw new RuleViolationException("party.refuses", "A party refuses; there is no mediation until it says that it takes part.", "人民调解法 17", "participation");
        if (before == Hurdle.Acceptance)
            return;
        RequireTrustedMediators(RequireOpenCase());
        if (agreement is null)
            return;
        RequireGuardians(agreement);
    }

    /// <summary>Whoever consents does so freely, a ward through a guardian.</summary>
    static void RequireFreeToConsent(Party party, string field)
    {
        if (party.Refuses)
            throw new RuleViolationException("party.refuses", "This party refuses; record first that it takes part.", "人民调解法 17", field);
        if (party.IsWard && !party.HasGuardian)
            throw new RuleViolationException("guardian.missing", "A minor or a person of limited capacity consents through a guardian; name one first.", GuardianStatute(party), field);
    }

    /// <summary>Both sides' informed acceptance keeps a mediator with a ground of recusal; nothing goes on while a challenge is open.</summary>
    void RequireTrustedMediators(MediationCase open)
    {
        if (open.Challenges.Any(c => c.IsOpen))
            throw new RuleViolationException("challenge.open", "A mediator is challenged; decide on that or name another one first.", "若干规定 25", "mediators");
        foreach (var mediator in open.Mediators())
            // A ground once declared is answered by the parties, not by declaring none afterwards; a slip is taken back as a step.
            if (open.Declarations.LastOrDefault(d => d.MediatorId == mediator && d.Ground is not null) is { } declared && !IsAcceptedBySides(declared.AcceptedBy))
                throw new RuleViolationException(
                    "mediator.interest-not-accepted", "A mediator declared a ground of recusal, and not every party accepts him all the same.", "人民调解法 23", "mediators");
    }

    void RequireGuardians(Agreement agreement)
    {
        foreach (var ward in PresentParties.Where(p => p.IsWard && (p.Side != PartySide.ThirdParty || IsBound(p.Id, agreement))))
        {
            if (ward.Guardian is not { } guardian)
                throw new RuleViolationException("guardian.missing", "A party has no guardian whose relation is known.", GuardianStatute(ward), "guardian");
            if (Successor(guardian.PartyId) is not { } own)
                continue;
            // Side and capacity may have been corrected since the guardian was named.
            RequireFitGuardian(ward, own);
            if (agreement.Obligations.Any(o => IsBetween(o, own.Id, ward.Id)))
                throw new RuleViolationException("guardian.opposed-interest", "The guardian owes to the ward or is owed by it.", "民法典 35", "obligations");
        }
    }

    Party? Successor(Guid? partyId)
    {
        var party = File.Parties.FirstOrDefault(p => p.Id == partyId);
        while (party?.Removal is { } left)
            party = File.Parties.FirstOrDefault(p => p.Id == left.SuccessorId);
        return party;
    }

    /// <summary>Violence is reported before it is settled; what is mediated are the civil parts only (domain 12).</summary>
    void RequireReports()
    {
        foreach (var risk in File.Risks.Where(r => RiskReports.StatuteOf(r) is not null && File.RiskReports.All(report => report.Risk != r)))
            throw new RuleViolationException("risk.report-missing", $"{risk} is to be reported first: to which organ, when, and who received it.", RiskReports.StatuteOf(risk)!, "riskReports");
    }

    /// <summary>Invitees only with the parties' consent is a warning; a medical matter is never heard in public without it (医疗纠纷条例 42).</summary>
    void RequireConsentToCompany(MediationSession session)
    {
        foreach (var partyId in session.InviteesAcceptedBy)
            _ = RequireParty(partyId, "inviteesAcceptedBy");
        foreach (var partyId in session.OpenAcceptedBy)
            _ = RequireParty(partyId, "openAcceptedBy");
        if (session.Open && File.Type == DisputeType.Medical && !IsAcceptedBySides(session.OpenAcceptedBy))
            throw new RuleViolationException("session.medical-closed", "A medical matter is heard in public with the parties' consent only.", "医疗纠纷条例 42", "open");
    }

    /// <summary>The two grounds that facts of the file speak against.</summary>
    void RequireGround(RejectionReason reason)
    {
        if (reason == RejectionReason.MedicalSuedOrHealthDeptAccepted && File.Type != DisputeType.Medical)
            throw new RuleViolationException("rejection.not-medical", "This ground is for medical matters.", Exclusions.Statute(reason), "reason");
        if (reason == RejectionReason.RespondentUnknown && PresentParties.Any(p => p.IsIdentified && p.Side == PartySide.Respondent))
            throw new RuleViolationException("rejection.respondent-known", "The respondent is known by name.", Exclusions.Statute(reason), "reason");
    }

    static void RequireChannels(IReadOnlyList<FollowOnChannel> told, IReadOnlyList<FollowOnChannel> proper, string statute)
    {
        if (told.Count == 0)
            throw new RuleViolationException("channels.missing", "The parties are told which lawful ways remain.", statute, "channels");
        if (told.Except(proper).ToList() is [var wrong, ..])
            throw new RuleViolationException("channels.not-of-this-nature", $"{wrong} is no way for a matter of this nature; {string.Join(", ", proper)} are.", statute, "channels");
    }

    bool IsAcceptedBySides(IReadOnlyList<Guid> acceptedBy) => Signatories.All(p => acceptedBy.Contains(p.Id));

    static string GuardianStatute(Party ward) => ward.Capacity == PartyCapacity.Limited ? "民法典 28" : "民法典 27";

    static bool IsBound(Guid partyId, Agreement agreement) => agreement.Obligations.Any(o => o.DebtorId == partyId || o.CreditorId == partyId);

    static bool IsBetween(Obligation owed, Guid one, Guid other) => owed.DebtorId == one && owed.CreditorId == other || owed.DebtorId == other && owed.CreditorId == one;
}
