using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Domain.Routing;
using Mediation.Tests.Domain.Routing;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Disputes;

/// <summary>Disputes at every stage of their way, and the people and desks around them; built by the verbs themselves.</summary>
static class Given
{
    /// <summary>16 November 2026, nine in the morning in Shanghai.</summary>
    public static readonly DateTimeOffset Now = new(2026, 11, 16, 1, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 16);

    public static readonly Guid Author = Guid.NewGuid();
    public static readonly Guid Host = Guid.NewGuid();
    public static readonly Desk Village = new(Guid.NewGuid(), Tier.Village, OrganisationKind.VillageCommittee, []);
    public static readonly Desk Town = new(Guid.NewGuid(), Tier.Town, OrganisationKind.GovernanceCenter, []);
    public static readonly Desk District = new(Guid.NewGuid(), Tier.District, OrganisationKind.GovernanceCenter, []);
    public static readonly Desk MedicalSector = new(Guid.NewGuid(), Tier.District, OrganisationKind.SectorCommittee, [DisputeType.Medical]);
    public static readonly Desk LabourSector = new(Guid.NewGuid(), Tier.District, OrganisationKind.SectorCommittee, [DisputeType.OtherLabor]);

    public static readonly Party Zhang = Named("张试一", PartySide.Applicant);
    public static readonly Party Li = Named("李试二", PartySide.Respondent);

    public static HandoverRules Rules => SeededRules.Current.Handover;

    public static Step On(int day, string? note = null) => StepAt(Today.AddDays(day), Now, note);

    public static Step StepAt(DateOnly on, DateTimeOffset now, string? note = null, Guid? actor = null, bool directs = false) =>
        new() { ActorId = actor ?? Author, OrganisationId = Village.Id, On = on, Now = now, Note = note, Directs = directs };

    public static Party Named(string name, PartySide side) => new()
    {
        Id = Guid.NewGuid(), Side = side, Kind = PartyKind.Person, Name = name, IdentityBasis = IdentityBasis.KnownToMediator, Capacity = PartyCapacity.Adult,
    };

    public static DisputeFile File(DisputeType type = DisputeType.Neighbor) => new()
    {
        Id = Guid.CreateVersion7(), Area = new AreaCode(340803100204), Type = type, Risks = [], Level = RiskLevel.Green, Parties = [Zhang, Li],
        Subject = "张试一与李试二邻里纠纷", OccurredOn = Today.AddDays(-10), ReceivedAt = Now.AddDays(-10), Source = Source.PartyApplication,
        Channel = IntakeChannel.WalkIn, PeopleInvolved = 2, RegisteredBy = Author, Tier = Tier.Village, ResponsibleId = Village.Id, HolderId = Village.Id,
        Status = DisputeStatus.Registered, LastStepOn = Today.AddDays(-10), StatusSince = Today.AddDays(-10), LastActor = Author, LastEntryAt = Now,
        Routing = new RoutingRecord { Tier = Tier.Village, Target = RoutingTarget.Committee, RuleSetVersion = "test", Rules = [] },
        Report = new ReportFacts { Type = type, ReceivedOn = Today.AddDays(-10), Tier = Tier.Village, People = 2 },
    };

    public static Dispute Registered(DisputeType type = DisputeType.Neighbor, Func<DisputeFile, DisputeFile>? change = null) =>
        Dispute.Register((change ?? (file => file))(File(type)), major: false, On(-10));

    public static MediationCase Case(Desk? desk = null) => new()
    {
        Id = Guid.CreateVersion7(), OrganisationId = (desk ?? Village).Id, DeskId = (desk ?? Village).Id, Tier = (desk ?? Village).Tier, HostId = Host,
        Number = "（2026）海口村人调字第1号", State = CaseState.Accepted, AcceptedOn = Today.AddDays(-9),
    };

    public static MediationCase RejectedCase(params FollowOnChannel[] channels) =>
        Case() with { State = CaseState.Rejected, HostId = null, Number = null, Channels = channels };

    public static List<(Guid, PartyNotice)> Told(Dispute dispute, int day = -9) =>
        [.. dispute.PresentParties.Select(p => (p.Id, new PartyNotice(NoticeForm.Oral, Today.AddDays(day))))];

    public static Dispute Accepted(DisputeType type = DisputeType.Neighbor, Func<DisputeFile, DisputeFile>? change = null, Desk? desk = null)
    {
        var dispute = Registered(type, change);
        dispute.Accept(Case(desk), Told(dispute), On(-9));
        return dispute;
    }

    public static MediationSession Session(SessionResult result, int day = -8) =>
        new() { On = Today.AddDays(day), AttendeeIds = [Zhang.Id, Li.Id], Record = "双方到场陈述。", Result = result };

    public static Obligation Owes(decimal? amount, bool continuing = false) => new()
    {
        Id = Guid.NewGuid(), DebtorId = Li.Id, CreditorId = Zhang.Id, Act = "疏通排水沟", Amount = amount, Continuing = continuing,
    };

    public static Agreement Oral(params Obligation[] obligations) =>
        new() { Form = AgreementForm.Oral, ReachedOn = Today.AddDays(-7), Terms = "疏通排水沟，不再争执。", Obligations = obligations };

    public static Agreement Written(params Obligation[] obligations) => Oral(obligations) with { Form = AgreementForm.Written, ConfirmationTold = true };

    public static Agreement SignedBy(this Agreement agreement, params (Party Party, int Day)[] signatures) => agreement with
    {
        Signatures = [.. agreement.Signatures, .. signatures.Select(s => new Signature(s.Party.Id, SignatureKind.Signed, Today.AddDays(s.Day)))],
    };

    public static Dispute Agreed(Agreement agreement, DisputeType type = DisputeType.Neighbor, Desk? desk = null, Func<DisputeFile, DisputeFile>? change = null)
    {
        var dispute = Accepted(type, change, desk);
        dispute.Agree(agreement, On(-7));
        return dispute;
    }

    public static Dispute Performed()
    {
        var dispute = Agreed(Oral(Owes(100)));
        dispute.Perform(dispute.AgreedCase!.Agreement!.Obligations[0].Id, new PerformanceRecord(Today.AddDays(-6), 100, null), On(-6));
        return dispute;
    }

    public static Dispute Closed()
    {
        var dispute = Performed();
        dispute.Close(On(-5));
        return dispute;
    }

    public static Dispute Unresolved()
    {
        var dispute = Accepted();
        dispute.Fail([FollowOnChannel.Suit], On(-7));
        return dispute;
    }

    public static Dispute Escalated(EscalationReason reason = EscalationReason.PartyRequest, Func<DisputeFile, DisputeFile>? change = null)
    {
        var dispute = Registered(change: change);
        dispute.Escalate(Guid.NewGuid(), Village, Town, reason, Rules, On(-8));
        return dispute;
    }

    public static Dispute AtTown(EscalationReason reason = EscalationReason.PartyRequest, Func<DisputeFile, DisputeFile>? change = null)
    {
        var dispute = Escalated(reason, change);
        dispute.AcceptHandover(On(-8));
        return dispute;
    }

    public static Dispute ReferredOut()
    {
        var dispute = Registered();
        dispute.ReferOut(new Referral(Today.AddDays(-9), "区自然资源局", "收字12号"), On(-9));
        return dispute;
    }

    /// <summary>A refusal with its rule, that leaves the dispute exactly as it was.</summary>
    public static void Refused(Dispute dispute, string code, string rule, Action act)
    {
        var (file, lines) = (dispute.File, dispute.News.Count);
        var refused = Assert.Throws<RuleViolationException>(() => act());
        using (Assert.EnterMultipleScope())
        {
            Assert.That((refused.Code, refused.Rule), Is.EqualTo((code, rule)), refused.Message);
            Assert.That(dispute.File, Is.SameAs(file));
            Assert.That(dispute.News, Has.Count.EqualTo(lines));
        }
    }
}
