using Mediation.Core.Domain.Disputes;
using Mediation.Core.Features.Disputes;

namespace Mediation.Api.Seeding;

/// <summary>The plots that lead from one tier to another.</summary>
sealed partial class Story
{
    /// <summary>The village tries first where a try makes sense: not against a party's wish, not when it is red or too close to home.</summary>
    static bool TriedAtHome(EscalationReason reason) => reason is not (EscalationReason.PartyRequest or EscalationReason.RedLevel
        or EscalationReason.ConflictOfInterest or EscalationReason.DeathOrSeriousInjury or EscalationReason.SectorCompetence);

    int Tried(EscalationReason reason)
    {
        if (!TriedAtHome(reason))
            return reason == EscalationReason.RedLevel ? 0 : 1;
        Accept(1, Home);
        Session(2, Home, SessionResult.NotAgreed);
        return 3;
    }

    void EscalatedTown()
    {
        var reason = seed.ReasonAs<EscalationReason>();
        var sent = Tried(reason);
        SendUp(sent, Home, reason, Town, "情况已向当事人说明，材料随附。");
        TakeOver(sent + 1, Town);
        Performed(sent + 1, Town, AgreementForm.Written);
    }

    void Sector()
    {
        var committee = cast.Sector(seed.Type);
        SendUp(1, Home, EscalationReason.SectorCompetence, committee, "属行业性、专业性纠纷，移交专业调委会。");
        TakeOver(2, committee);
        Performed(4, committee, AgreementForm.Written);
    }

    /// <summary>Through the town, unless the reason allows passing over it.</summary>
    void EscalatedDistrict()
    {
        var reason = seed.ReasonAs<EscalationReason>();
        var holder = reason == EscalationReason.SectorCompetence ? cast.Sector(seed.Type) : District;
        var from = Home;
        var day = Tried(reason);
        if (reason == EscalationReason.PeopleInvolved)
        {
            SendUp(day, Home, reason, Town, "涉及人数较多，报镇（街道）综治中心。");
            TakeOver(day + 1, Town);
            (from, day) = (Town, day + 2);
        }
        SendUp(day, from, reason, holder, "重大纠纷，提请区级办理。");
        TakeOver(day + 1, holder);
        Performed(day + 2, holder, AgreementForm.Written);
    }

    void PendingUp()
    {
        var reason = seed.ReasonAs<EscalationReason>();
        var tried = Tried(reason);
        var to = reason == EscalationReason.SectorCompetence ? cast.Sector(seed.Type) : Town;
        // Some wait within the receiver's three working days, some are late.
        SendUp(Math.Max(tried, seed.DaysAgo - 1 - seed.Dice(8, 8)), Home, reason, to, "请接收办理。");
    }

    /// <summary>Materials were missing; the village takes it up itself.</summary>
    void RefusedUp()
    {
        var reason = seed.ReasonAs<EscalationReason>();
        SendUp(2, Home, reason, Town, "当事人要求由镇（街道）调解。");
        Add(4, Town, now => new RefuseHandover { HandoverId = now.Handovers[^1].Id, Reason = HandoverRefusal.MaterialsMissing, Note = "请补充现场照片和双方陈述。" });
        Begun(6);
    }

    /// <summary>The town sees that it belongs to the village, which then settles it.</summary>
    void Returned()
    {
        SendUp(1, Home, EscalationReason.CrossVillage, Town, "疑似跨村，请核实。");
        TakeOver(2, Town);
        Add(3, Town, new ReturnDispute
        {
            Reason = seed.ReasonAs<ReturnReason>(), ToOrganisationId = Home.Organisation.Id, Note = "双方同在一村，先由村（社区）调解。",
        });
        TakeOver(4, Home);
        Performed(5, Home, AgreementForm.Written);
    }
}
