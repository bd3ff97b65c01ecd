using Mediation.Core.Domain.Disputes;
using Mediation.Core.Features.Disputes;

namespace Mediation.Api.Seeding;

/// <summary>The plots: how each kind of story goes, day by day.</summary>
sealed partial class Story
{
    /// <summary>What was opened anew before that has found its end by now.</summary>
    const int LongAgo = 90;

    Person Town => cast.At(seed.AreaCode.Town);

    Person District => cast.At(seed.AreaCode.District);

    int LongestDuty => seed.Obligations.Select(o => o.DueInDays).DefaultIfEmpty(0).Max();

    void Tell()
    {
        Action plot = seed.Story switch
        {
            StoryKind.Spot or StoryKind.Registered => NothingMore,
            StoryKind.SpotContinuing => SpotContinuing,
            StoryKind.OralPerformed => () => Performed(0, Home, AgreementForm.Oral),
            StoryKind.WrittenPerformed => () => Performed(1, Home, AgreementForm.Written),
            StoryKind.WrittenPerforming => Performing,
            StoryKind.Failed => Failed,
            StoryKind.Terminated => Terminated,
            StoryKind.Withdrawn => Withdrawn,
            StoryKind.Rejected => Rejected,
            StoryKind.Referred => Referred,
            StoryKind.Voided => () => Add(Closing, Home, new VoidDispute { Reason = seed.Reason }),
            StoryKind.Merged => () => Add(Closing, Home, new MergeDuplicate { SurvivorId = seed.SurvivorId, Reason = seed.Reason }),
            StoryKind.Open => () => Begun(1),
            StoryKind.Suspended => Suspended,
            StoryKind.PendingUp => PendingUp,
            StoryKind.RefusedUp => RefusedUp,
            StoryKind.Returned => Returned,
            StoryKind.EscalatedTown => EscalatedTown,
            StoryKind.EscalatedDistrict => EscalatedDistrict,
            StoryKind.Sector => Sector,
            StoryKind.Reopened => Reopened,
        };
        plot();
    }

    /// <summary>Its registration tells it all.</summary>
    static void NothingMore()
    {
    }

    void SpotContinuing()
    {
        Add(0, Home, now => new SettleOnTheSpot
        {
            Terms = seed.Terms, Performance = SpotPerformance.Continuing, Obligations = Obligations(now.LastStepOn),
        });
        FollowUp(Closing, Home);
    }

    /// <summary>Accepted, agreed in time for every duty, performed, closed.</summary>
    void Performed(int from, Person by, AgreementForm form)
    {
        var agreed = from + Math.Min(Closing - LongestDuty - from, 2 + seed.Dice(8, 7));
        Settle(from, agreed, by, form);
        Perform(agreed, by);
        Close(Closing, by, agreed: true);
    }

    /// <summary>Agreed in writing; where a first instalment could be paid by now, it was.</summary>
    void Performing()
    {
        var agreed = Math.Min(seed.DaysAgo - 1, 3 + seed.Dice(8, 4));
        Settle(1, agreed, Home, AgreementForm.Written);
        if (seed.Obligations is [{ Amount: { } owed, Continuing: false, DueInDays: var due }, ..] && agreed + due / 2 < seed.DaysAgo)
            Perform(agreed + due / 2, Home, 0, Math.Floor(owed / 2));
    }

    void Begun(int day)
    {
        Accept(day, Home);
        Session(Math.Min(seed.DaysAgo - 1, day + 2 + seed.Dice(8, 3)), Home, SessionResult.Continue);
    }

    void Failed()
    {
        Accept(1, Home);
        Session(3 + seed.Dice(8, 3), Home, SessionResult.NotAgreed);
        Session(Closing - 2, Home, SessionResult.NotAgreed);
        Add(Closing, Home, new FailMediation { Channels = Ways });
        Close(Closing, Home, agreed: false);
    }

    /// <summary>Only a medical mediation ends by its limit, and its sector committee holds it.</summary>
    void Terminated()
    {
        var by = Home;
        if (seed.Type == DisputeType.Medical)
        {
            by = cast.Sector(seed.Type);
            SendUp(1, Home, EscalationReason.SectorCompetence, by, "医疗纠纷，移交专业调委会。");
            TakeOver(2, by);
        }
        Accept(2, by);
        Session(5 + seed.Dice(8, 3), by, SessionResult.Continue);
        Add(Closing, by, new TerminateMediation { Reason = seed.ReasonAs<TerminationReason>(), Channels = Ways });
        Close(Closing, by, agreed: false);
    }

    void Withdrawn()
    {
        Accept(1, Home);
        Add(Closing, Home, new WithdrawApplication { PartyId = Sides.First(s => s.Party.Side == PartySide.Applicant).Id });
        Close(Closing, Home, agreed: false);
    }

    void Rejected()
    {
        Add(Closing, Home, new RejectDispute { Reason = seed.ReasonAs<RejectionReason>(), Channels = Ways });
        Close(Closing, Home, agreed: false);
    }

    void Referred()
    {
        Add(0, Home, new ReferOut { Organ = Organ, Receipt = $"收字第{100 + seed.Dice(8, 200)}号" });
        Close(Closing, Home, agreed: false);
    }

    string Organ => seed.Subtype switch
    {
        "1101" => "区房屋征收部门",
        "1102" => "区自然资源和规划部门",
        "1103" or "1301" => "区城市管理部门",
        "1202" => "区民政部门",
        "1403" => "区人民法院",
        _ => "区信访部门",
    };

    void Suspended()
    {
        Begun(1);
        Add(LastDay, Home, new SuspendMediation { Reason = seed.ReasonAs<SuspensionReason>() });
    }

    void Reopened()
    {
        Performed(0, Home, AgreementForm.Oral);
        var again = Closing + 8 + seed.Dice(9, 10);
        Add(again, Home, new ReopenDispute { Reason = seed.Reason });
        Accept(again + 1, Home);
        Session(again + 3, Home, SessionResult.Continue);
        if (seed.DaysAgo < LongAgo)
            return;
        Session(again + 6, Home, SessionResult.Agreed);
        Add(again + 6, Home, new ReachAgreement { Form = AgreementForm.Oral, Terms = "双方确认原协议继续有效，并就新情况互相谅解。" });
        Close(again + 14, Home, agreed: true);
    }
}
