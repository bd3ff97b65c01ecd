namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    /// <summary>Word of mouth will do wherever no party asks for writing (人民调解法 28) and no statute wants it; elsewhere writing is advised, never forced.</summary>
    void RefuseOralWhereForbidden(Agreement agreement)
    {
        if (agreement.Form == AgreementForm.Written)
            return;
        var statute = File.Type switch
        {
            _ when agreement.WritingAsked => "人民调解法 28",
            DisputeType.Medical => "医疗纠纷预防和处理条例 39",
            DisputeType.MigrantWageArrears or DisputeType.OtherLabor => "劳动争议调解仲裁法 14",
            DisputeType.ForestLand when File.Subtype == "0901" => "农村土地承包经营纠纷调解仲裁法 10",
            _ => null,
        };
        if (statute is not null)
            throw new RuleViolationException("agreement.must-be-written", "This agreement must be in writing.", statute, "form");
    }

    void RequireConfirmationTold(Agreement agreement)
    {
        if (File.Type == DisputeType.Medical && agreement is { Form: AgreementForm.Written, ConfirmationTold: false })
            throw new RuleViolationException(
                "confirmation.not-told", "The parties of a medical agreement are told that a court can confirm it.", "医疗纠纷预防和处理条例 39", "confirmationTold");
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
    }

    /// <summary>Parts and shares sum up to the amount, and nothing is due before it was agreed (人民调解法 29: way and time of performance).</summary>
    void CheckObligations(Agreement agreement)
    {
        foreach (var obligation in agreement.Obligations)
        {
            DateOnly[] days = [.. obligation.Instalments.Select(i => i.DueOn), .. obligation.DueOn is { } last ? (DateOnly[])[last] : []];
            if (days.Any(day => day < agreement.ReachedOn))
                throw new RuleViolationException("obligation.due-before-agreement", "Nothing is due before it was agreed.", "event dates", "obligations");
            if (!days.SequenceEqual(days.Order()))
                throw new RuleViolationException("obligation.instalments-order", "Instalments are due one after the other.", "人民调解法 29", "obligations");
            if (obligation.Instalments.Count > 0 && obligation.Instalments.Sum(i => i.Amount) != obligation.Amount)
                throw new RuleViolationException("obligation.instalments-sum", "The instalments do not sum up to the amount.", "人民调解法 29", "obligations");
            if (obligation.Shares.Count > 0)
                CheckShares(agreement, obligation);
        }
    }

    void CheckShares(Agreement agreement, Obligation obligation)
    {
        if (obligation.Shares.Sum(s => s.Amount) != obligation.Amount)
            throw new RuleViolationException("obligation.shares-sum", "The shares do not sum up to the amount.", "人民调解法 29", "obligations");
        if (obligation.Shares.DistinctBy(s => s.MemberId).Count() != obligation.Shares.Count)
            throw new RuleViolationException("obligation.share-twice", "Somebody has two shares of one obligation.", "人民调解法 29", "obligations");
        foreach (var share in obligation.Shares)
        {
            _ = RequireMember(share.MemberId, "obligations");
            if (agreement.Bindings.Any(b => b.MemberId == share.MemberId && b.Binding == Binding.NotBound))
                throw new RuleViolationException("obligation.share-not-bound", "Who is not bound neither owes nor gets a share.", "民法典 465", "obligations");
        }
    }

    /// <summary>The signature sheet of a joint agreement: each of the many stands on it once, and is bound by an own or an authorised yes alone (民法典 465).</summary>
    void CheckBindings(Agreement agreement, Step step)
    {
        foreach (var row in agreement.Bindings)
        {
            var (group, _) = RequireMember(row.MemberId, "bindings");
            if (row is { Binding: Binding.Signed, On: null })
                throw new RuleViolationException("binding.undated", "Who signed did so on a day.", "人民调解法 29", "bindings");
            if (row.On is { } on)
                RefuseFuture(on, step, "bindings");
            if (row.Binding == Binding.Authorised && group.RepresentativeIds.Count == 0 && !PresentParties.Any(p => p.Side == group.Side && p.Agents.Count > 0))
                throw new RuleViolationException("binding.no-representative", "Nobody speaks for them: no representative and no agent is named.", "民事诉讼法 56", "bindings");
        }
        var sheet = agreement.Bindings.Select(b => b.MemberId).ToList();
        if (sheet.Distinct().Count() != sheet.Count)
            throw new RuleViolationException("binding.twice", "Somebody stands on the sheet twice.", "人民调解法 29", "bindings");
        var joined = File.Groups.Where(g => agreement.Form == AgreementForm.Written || g.Members.Any(m => sheet.Contains(m.Id)));
        if (joined.SelectMany(g => g.Members).Any(m => !sheet.Contains(m.Id)))
            throw new RuleViolationException("binding.incomplete", "Everybody of the group stands on the sheet: signed, authorised or not bound.", "人民调解法 29", "bindings");
    }

    /// <summary>Claims are given up by an own yes of each represented person, never through a representative alone (domain 12, 民事诉讼法 56).</summary>
    void RequireOwnWaivers(Agreement agreement)
    {
        if (!agreement.WaivesClaims)
            return;
        if (File.Groups.Any(g => g.HeadCount > g.Members.Count))
            throw new RuleViolationException("waiver.unnamed", "Who is not named on the roster cannot have given an own yes.", "民事诉讼法 56", "waivesClaims");
        var represented = File.Groups.SelectMany(g => g.Members)
            .Where(m => agreement.Bindings.FirstOrDefault(b => b.MemberId == m.Id)?.Binding is not (Binding.Signed or Binding.NotBound));
        if (represented.Any(m => m.WaivedOn is null || m.WaivedOn > agreement.ReachedOn))
            throw new RuleViolationException("waiver.own-yes-missing", "A represented person did not give up the claim in person.", "民事诉讼法 56", "waivesClaims");
    }

    /// <summary>Nothing is dated ahead, and each mark is that of whoever may make it.</summary>
    void CheckSignatures(Agreement agreement, Step step)
    {
        foreach (var signature in agreement.Signatures)
        {
            RefuseFuture(signature.On, step, "signatures");
            var party = RequireParty(signature.PartyId, "signatures");
            CheckSigner(agreement, signature, party);
            if (signature.Kind == SignatureKind.Stroke)
                CheckStroke(agreement, signature);
        }
        if (agreement.MediatorSignedOn is { } mediatorSignedOn)
            RefuseFuture(mediatorSignedOn, step, "mediatorSignedOn");
        if (agreement.SealedOn is { } sealedOn)
            RefuseFuture(sealedOn, step, "sealedOn");
    }

    void CheckSigner(Agreement agreement, Signature signature, Party party)
    {
        if (signature.MemberId is { } memberId && RequireMember(memberId, "signatures").Group.Side != party.Side)
            throw new RuleViolationException("member.other-side", "The member belongs to the other side.", "人民调解法 29", "signatures");
        if (signature.AgentId is { } agentId && AgentRules.Problem(party, agentId, signature.On) is { } problem)
            throw new RuleViolationException(problem, "This agent may not sign an agreement for the party: in office on the day, and with special authority.", "民事诉讼法 62", "signatures");
        if (signature.ByGuardian && !(party.Guardian?.NamedOn <= signature.On))
            throw new RuleViolationException("guardian.not-named", "No guardian was named by that day.", "民法典 23", "signatures");
        if (!signature.ByGuardian && signature.AgentId is null && signature.MemberId is null && party is { Capacity: not PartyCapacity.Adult, Guardian: not null })
            throw new RuleViolationException("guardian.must-sign", "The guardian signs for the ward.", "民法典 23", "signatures");
    }

    /// <summary>An agent whom the party named, on a day the authority held (民法典 165, 173).</summary>
    static Agent RequireAgent(Party party, Guid agentId, DateOnly on, string field) =>
        party.Agents.FirstOrDefault(a => a.Id == agentId && a.From <= on && (a.RevokedOn is null || on < a.RevokedOn))
        ?? throw new RuleViolationException("agent.no-authority", "On that day this is no agent of the party.", "民法典 165", field);

    (PartyGroup Group, GroupMember Member) RequireMember(Guid memberId, string field)
    {
        foreach (var group in File.Groups)
            if (group.Members.FirstOrDefault(m => m.Id == memberId) is { } member)
                return (group, member);
        throw new RuleViolationException("member.unknown", $"{memberId} is on no roster of this dispute.", "parties", field);
    }
}
