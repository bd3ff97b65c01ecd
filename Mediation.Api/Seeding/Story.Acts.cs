using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Features.Disputes;

namespace Mediation.Api.Seeding;

/// <summary>What people do in the stories, in the mediators' own order of things.</summary>
sealed partial class Story
{
    static readonly string[] Records =
    [
        "双方到场。调解员先分别听取意见，再一起核对事实，讲明有关规定，劝双方各让一步。",
        "调解员到现场查看后请双方坐下来谈，双方都说了自己的难处，情绪平稳。",
        "双方到场陈述，邻里代表在场作证。调解员逐条核对争议，归纳出两处不同意见。",
        "先背对背做工作，再面对面商谈。双方对经过没有争议，对数额各有看法。",
    ];

    /// <summary>At once, before anything else is done (反家庭暴力法 14, 未成年人保护法 11).</summary>
    void ReportViolence()
    {
        foreach (var risk in seed.Risks.Where(risk => risk is Risk.DomesticViolence or Risk.ChildHarm))
            Add(0, Home, now => new ReportRisk { Risk = risk, Organ = "辖区公安派出所", ReportedAt = now.ReceivedAt, Receiver = "值班民警" });
    }

    void Accept(int day, Person by) => Add(day, by, new AcceptDispute
    {
        HostId = by.HostOf(seed),
        Notices = [.. Sides.Select(side => new NoticeBody { PartyId = side.Id, Form = seed.Dice(2, 3) == 0 ? NoticeForm.Signed : NoticeForm.Oral })],
    });

    void Session(int day, Person by, SessionResult result) => Add(day, by, new HoldSession
    {
        Place = by.Organisation.Name, AttendeeIds = [.. Sides.Select(side => side.Id)], Record = Records[seed.Dice(day + 3, Records.Length)], Result = result,
    });

    /// <summary>A case from acceptance to the agreement; whatever takes longer than a few days needs two sittings.</summary>
    void Settle(int from, int until, Person by, AgreementForm form)
    {
        Accept(from, by);
        if (until - from > 3)
            Session(from + (until - from) / 2, by, SessionResult.Continue);
        Session(until, by, SessionResult.Agreed);
        Agree(until, by, form);
    }

    void Agree(int day, Person by, AgreementForm form) => Add(day, by, now =>
    {
        // Counted from the receipt: a step that is played again sees the dispute as it ended.
        var on = Shanghai.DateOf(now.ReceivedAt).AddDays(day);
        var written = form == AgreementForm.Written;
        return new ReachAgreement
        {
            Form = form, Terms = seed.Terms, Obligations = Obligations(on),
            Signatures = written ? [.. Sides.Select(side => new SignatureBody { PartyId = side.Id, Kind = SignatureOf(side.Party) })] : null,
            MediatorSignedOn = written ? on : null, SealedOn = written ? on : null, ConfirmationTold = written,
        };
    });

    void Perform(int agreedDay, Person by)
    {
        foreach (var (owed, index) in seed.Obligations.Select((owed, index) => (owed, index)).OrderBy(o => o.owed.DueInDays))
            Perform(agreedDay + owed.DueInDays, by, index, owed.Amount);
    }

    void Perform(int day, Person by, int obligation, decimal? amount) => Add(day, by, new RecordPerformance
    {
        ObligationId = seed.ObligationId(obligation), Amount = amount, Evidence = amount is null ? "现场查看属实" : seed.Dice(4, 2) == 0 ? "收条一张" : "转账凭证",
    });

    void FollowUp(int day, Person by) => Add(day, by, new RecordFollowUp
    {
        By = seed.Dice(5, 3) == 0 ? FollowUpForm.Visit : FollowUpForm.Phone, Performed = true, Relapse = false, Satisfaction = 4 + seed.Dice(6, 2),
        Record = "双方表示协议已经履行，没有新的矛盾。",
    });

    /// <summary>Follow-up where a duty goes on or something was at risk, and now and then elsewhere; then the file is closed.</summary>
    void Close(int day, Person by, bool agreed)
    {
        if (agreed && (seed.Risks.Count > 0 || seed.Obligations.Any(o => o.Continuing) || seed.Dice(7, 3) == 0))
            FollowUp(day, by);
        Add(day, by, new CloseDispute());
    }

    void SendUp(int day, Person from, EscalationReason reason, Person to, string why)
    {
        involved.Add(to);
        Add(day, from, new EscalateDispute { Reason = reason, ToOrganisationId = to.Organisation.Id, Note = why });
    }

    void TakeOver(int day, Person by) => Add(day, by, now => new AcceptHandover { HandoverId = now.Handovers[^1].Id });

    IReadOnlyList<FollowOnChannel> Ways => seed.Type switch
    {
        DisputeType.MigrantWageArrears or DisputeType.OtherLabor => [FollowOnChannel.Arbitration, FollowOnChannel.LegalAid],
        DisputeType.Other => [FollowOnChannel.OtherDepartment],
        _ => [FollowOnChannel.Suit, FollowOnChannel.LegalAid],
    };

    static SignatureKind SignatureOf(PartyBody party) => party switch
    {
        { Kind: PartyKind.Organization } => SignatureKind.Seal,
        { Needs: { } needs } when needs.Contains(PartyNeed.CannotRead) => SignatureKind.Fingerprint,
        _ => SignatureKind.Signed,
    };
}
