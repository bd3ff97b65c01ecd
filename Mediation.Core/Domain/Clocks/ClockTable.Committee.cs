using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Clocks;

public static partial class ClockTable
{
    /// <summary>人民调解工作若干规定 33: generally one month. It warns, never blocks and never ends a case; the parties may agree on longer.</summary>
    static ClockRule OrdinaryMediation => new()
    {
        Clock = Clock.OrdinaryMediation, Statute = "人民调解工作若干规定 33", Limit = new ClockLimit(1, TimeUnit.Month),
        Binds = ClockBinds.Committee, ExtendedBy = ClockExtender.Parties, WhenOver = ClockState.Yellow,
        Words = "一般自受理之日起一个月内调结", WordsEn = "Generally settled within one month of acceptance",
        Lapses = "仅作提醒，调解可继续进行", LapsesEn = "A reminder only; mediation may go on",
        Runs = (facts, context) => FromAcceptance(facts, !facts.IsMedical && !facts.IsLabour && !facts.IsLandContract && facts.Type != DisputeType.PropertyManagement),
    };

    /// <summary>物业管理条例 has no limit of its own: the ordinary month of 若干规定 33.</summary>
    static ClockRule PropertyMediation => OrdinaryMediation with
    {
        Clock = Clock.PropertyMediation,
        Words = "物业纠纷无专门期限，一般自受理之日起一个月内调结",
        WordsEn = "No limit of its own: generally within one month of acceptance",
        Runs = (facts, context) => FromAcceptance(facts, facts.Type == DisputeType.PropertyManagement),
    };

    /// <summary>医疗纠纷预防和处理条例 38: thirty working days from acceptance without appraisal; committee and both sides may agree on longer; over is failed.</summary>
    static ClockRule MedicalMediation => new()
    {
        Clock = Clock.MedicalMediation, Statute = "医疗纠纷预防和处理条例 38", Limit = new ClockLimit(30, TimeUnit.Workday),
        Binds = ClockBinds.Committee, ExtendedBy = ClockExtender.PartiesAndCommittee, OverIsFinal = true, WhenOver = ClockState.Red, MakesLate = true, StandsForMatter = true,
        Words = "自受理之日起30个工作日内完成调解，鉴定时间不计入", WordsEn = "Thirty working days from acceptance; appraisal does not count",
        Lapses = "超过期限未达成协议的，视为调解不成", LapsesEn = "Without an agreement by then mediation counts as failed",
        Runs = (facts, context) => FromAcceptance(facts, facts.IsMedical, of => Appraisals(facts, of)),
    };

    /// <summary>劳动争议调解仲裁法 14: fifteen days from the day on which the organisation receives the application; over them a party may go to arbitration.</summary>
    static ClockRule LabourMediation => new()
    {
        Clock = Clock.LabourMediation, Statute = "劳动争议调解仲裁法 14", Limit = new ClockLimit(15, TimeUnit.Day),
        Binds = ClockBinds.Committee, WhenOver = ClockState.Red, MakesLate = true, StandsForMatter = true,
        Words = "自调解组织收到调解申请之日起15日内达成协议", WordsEn = "Fifteen days from the day on which the organisation receives the application",
        Lapses = "当事人可以依法申请仲裁，愿意的可继续调解", LapsesEn = "A party may go to arbitration; mediation may go on where both wish",
        Runs = (facts, context) => facts.IsLabour && !context.Enterprises.Contains(facts.ResponsibleId)
            ? [new ClockRun(nameof(JournalEvent.Registered), facts.ReachedResponsibleOn) { MetOn = LabourEnd(facts) }]
            : [],
    };

    /// <summary>企业劳动争议协商调解规定 21, 22: an enterprise's committee accepts within three working days of the application.</summary>
    static ClockRule EnterpriseLabourAcceptance => new()
    {
        Clock = Clock.EnterpriseLabourAcceptance, Statute = "企业劳动争议协商调解规定 21、22", Limit = new ClockLimit(3, TimeUnit.Workday),
        Binds = ClockBinds.Committee, WhenOver = ClockState.Red, MakesLate = true,
        Words = "企业调委会收到申请后3个工作日内受理", WordsEn = "An enterprise's committee accepts within three working days of the application",
        Lapses = "应当说明理由并告知其他途径", LapsesEn = "Reasons and other ways are to be told",
        Runs = (facts, context) => facts.IsLabour && context.Enterprises.Contains(facts.ResponsibleId)
            ? [new ClockRun(nameof(JournalEvent.Registered), facts.ReachedResponsibleOn) { MetOn = EnterpriseDecision(facts) }]
            : [],
    };

    /// <summary>企业劳动争议协商调解规定 29: fifteen days from acceptance; both sides may agree on longer.</summary>
    static ClockRule EnterpriseLabourMediation => new()
    {
        Clock = Clock.EnterpriseLabourMediation, Statute = "企业劳动争议协商调解规定 29", Limit = new ClockLimit(15, TimeUnit.Day),
        Binds = ClockBinds.Committee, ExtendedBy = ClockExtender.Parties, WhenOver = ClockState.Red, MakesLate = true, StandsForMatter = true,
        Words = "企业调委会自受理之日起15日内结束调解", WordsEn = "An enterprise's committee ends within fifteen days of acceptance",
        Lapses = "当事人可以依法申请仲裁", LapsesEn = "A party may go to arbitration",
        Runs = (facts, context) => FromAcceptance(facts, facts.IsLabour).Where(run => context.Enterprises.Contains(facts.Cases.First(c => c.Id == run.SubjectId).OrganisationId)),
    };

    /// <summary>农村土地承包经营纠纷调解仲裁法 7-10: no limit; the agreement must be written, signed by parties and mediator, and sealed.</summary>
    static ClockRule LandContractMediation => new()
    {
        Clock = Clock.LandContractMediation, Statute = "农村土地承包经营纠纷调解仲裁法 7-10", Binds = ClockBinds.Committee, WhenOver = ClockState.Open,
        Words = "调解无期限；协议须书面，由双方签章、调解员签名并加盖印章", WordsEn = "No limit; the agreement is written, signed and sealed",
        Lapses = "无", LapsesEn = "Nothing",
        Runs = (facts, context) => FromAcceptance(facts, facts.IsLandContract),
    };

    /// <summary>道路交通事故处理程序规定 85: within three days after a people's mediation ended without agreement the sides may ask the police together, or sue.</summary>
    static ClockRule TrafficAfterMediation => new()
    {
        Clock = Clock.TrafficAfterMediation, Statute = "道路交通事故处理程序规定 85", Limit = new ClockLimit(3, TimeUnit.Day),
        Binds = ClockBinds.Parties, WhenOver = ClockState.Lapsed,
        Words = "人民调解终止之日起三日内可一致书面申请交警调解", WordsEn = "Three days after the mediation ended to ask the police together in writing",
        Lapses = "不再由交警调解，可以向法院起诉", LapsesEn = "The police mediate no more; a suit remains",
        Runs = (facts, context) =>
            from of in facts.IsTraffic ? facts.Cases : []
            where of is { EndedOn: not null, Agreement: null } && of.EndReason is not (nameof(CaseState.MovedUp) or nameof(CaseState.Voided) or nameof(DisputeStatus.Merged))
            select new ClockRun(nameof(JournalEvent.MediationTerminated), of.EndedOn!.Value)
            {
                SubjectId = of.Id, MetOn = facts.FirstSince(of.EndedOn.Value, LegalFact.TrafficMediationRequested),
            },
    };

    /// <summary>人民法院在线调解规则 12: a court's delegation is confirmed within three working days of its message.</summary>
    static ClockRule CourtDelegationAcceptance => new()
    {
        Clock = Clock.CourtDelegationAcceptance, Statute = "人民法院在线调解规则 12", Limit = new ClockLimit(3, TimeUnit.Workday),
        Binds = ClockBinds.Committee, WhenOver = ClockState.Red, MakesLate = true,
        Words = "收到法院通知后3个工作日内确认接受委派、委托", WordsEn = "Confirmed within three working days of the court's message",
        Lapses = "法院可另行委派、委托", LapsesEn = "The court may delegate to another",
        Runs = (facts, context) => FromFact(facts, LegalFact.CourtMessageReceived, LegalFact.CourtDelegated, LegalFact.CourtFiled, LegalFact.CourtFiledSimple),
    };

    /// <summary>人民法院在线调解规则 24: delegated before filing thirty days; all sides may agree on longer.</summary>
    static ClockRule CourtPreFiling => new()
    {
        Clock = Clock.CourtPreFiling, Statute = "人民法院在线调解规则 24", Limit = new ClockLimit(30, TimeUnit.Day),
        Binds = ClockBinds.Committee, ExtendedBy = ClockExtender.Parties, WhenOver = ClockState.Red, MakesLate = true,
        Words = "立案前委派调解的期限为30日", WordsEn = "Thirty days for mediation delegated before filing",
        Lapses = "调解终结，法院依法立案", LapsesEn = "Mediation ends and the court files the suit",
        Runs = (facts, context) => UntilMediated(facts, FromFact(facts, LegalFact.CourtDelegated, LegalFact.CourtFiled, LegalFact.CourtFiledSimple)),
    };

    /// <summary>人民法院在线调解规则 24: entrusted after filing fifteen days, in summary procedure seven; all sides may agree on longer.</summary>
    static ClockRule CourtAfterFiling => CourtPreFiling with
    {
        Clock = Clock.CourtAfterFiling,
        Limit = new ClockLimit(15, TimeUnit.Day),
        Words = "立案后委托调解的期限为15日，简易程序7日",
        WordsEn = "Fifteen days for mediation entrusted after filing, seven in summary procedure",
        Lapses = "调解终结，法院依法审理",
        LapsesEn = "Mediation ends and the court tries the suit",
        Runs = (facts, context) => UntilMediated(facts, facts.Last(LegalFact.CourtFiledSimple) is { } simple && !(facts.Last(LegalFact.CourtFiled)?.On > simple.On)
            ? FromFact(facts, LegalFact.CourtFiledSimple).Select(run => run with { Limit = new ClockLimit(7, TimeUnit.Day) })
            : FromFact(facts, LegalFact.CourtFiled)),
    };

    static IEnumerable<ClockRun> UntilMediated(ClockFacts facts, IEnumerable<ClockRun> runs) => runs.Select(run => run with
    {
        MetOn = run.MetOn ?? (facts.Cases.Any(c => c.EndedOn is null) ? null : facts.Cases.LastOrDefault(c => c.EndedOn >= run.StartedOn)?.EndedOn),
    });

    /// <summary>The day on which nothing of it was left to mediate; a matter that moved up is mediated on above.</summary>
    static DateOnly? LabourEnd(ClockFacts facts) => facts.AgreedCase is { } agreed ? agreed.EndedOn : facts.Status switch
    {
        DisputeStatus.Registered or DisputeStatus.HandoverPending or DisputeStatus.InMediation or DisputeStatus.Suspended => null,
        _ => facts.Cases is [.., { EndedOn: { } ended }] ? ended : facts.StatusSince,
    };

    static DateOnly? EnterpriseDecision(ClockFacts facts) => facts.Cases.LastOrDefault(c => c.AcceptedOn >= facts.ReachedResponsibleOn)?.AcceptedOn
        ?? (facts.Status is DisputeStatus.Registered or DisputeStatus.HandoverPending ? null : facts.StatusSince);
}
