using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Clocks;

/// <summary>What other organs do within their own time, from facts that were noted with evidence.</summary>
public static partial class ClockTable
{
    /// <summary>医疗纠纷预防和处理条例 40: the health department decides on an application within five working days.</summary>
    static ClockRule HealthDepartmentDecision => new()
    {
        Clock = Clock.HealthDepartmentDecision, Statute = "医疗纠纷预防和处理条例 40", Limit = new ClockLimit(5, TimeUnit.Workday),
        Binds = ClockBinds.HealthDepartment, WhenOver = ClockState.Red,
        Words = "卫生主管部门自收到申请之日起5个工作日内决定是否受理", WordsEn = "The health department decides within five working days of the application",
        Lapses = "可另行申请人民调解或者起诉", LapsesEn = "People's mediation or a suit remain",
        Runs = (facts, context) => facts.IsMedical ? FromFact(facts, LegalFact.HealthDepartmentApplied, LegalFact.HealthDepartmentAccepted, LegalFact.HealthDepartmentEnded) : [],
    };

    /// <summary>医疗纠纷预防和处理条例 40: it ends its mediation within thirty working days without appraisal; over is failed.</summary>
    static ClockRule HealthDepartmentMediation => HealthDepartmentDecision with
    {
        Clock = Clock.HealthDepartmentMediation,
        Limit = new ClockLimit(30, TimeUnit.Workday),
        Words = "卫生主管部门自受理之日起30个工作日内完成调解，鉴定时间不计入",
        WordsEn = "Thirty working days from its acceptance; appraisal does not count",
        Lapses = "超过期限未达成协议的，视为调解不成",
        LapsesEn = "Without an agreement by then mediation counts as failed",
        Runs = (facts, context) => facts.IsMedical
            ? With(FromFact(facts, LegalFact.HealthDepartmentAccepted, LegalFact.HealthDepartmentEnded), Appraisals(facts, null))
            : [],
    };

    /// <summary>农村土地承包经营纠纷调解仲裁法 47: an award within sixty days; the commission's head may approve thirty more.</summary>
    static ClockRule LandArbitrationAward => new()
    {
        Clock = Clock.LandArbitrationAward, Statute = "农村土地承包经营纠纷调解仲裁法 47", Limit = new ClockLimit(60, TimeUnit.Day),
        Binds = ClockBinds.ArbitrationCommission, ExtendedBy = ClockExtender.Authority, LongestExtension = new ClockLimit(30, TimeUnit.Day), WhenOver = ClockState.Red,
        Words = "自受理仲裁申请之日起60日内结束，经批准可延长30日", WordsEn = "Ends within sixty days; thirty more with approval",
        Lapses = "当事人可以向法院起诉", LapsesEn = "The parties may sue",
        Runs = (facts, context) => facts.IsLandContract ? FromFact(facts, LegalFact.ArbitrationAccepted, LegalFact.ArbitrationAwarded) : [],
    };

    /// <summary>道路交通安全法实施条例 94: a joint written request to the police within ten days of the accident finding.</summary>
    static ClockRule TrafficPoliceRequest => new()
    {
        Clock = Clock.TrafficPoliceRequest, Statute = "道路交通安全法实施条例 94", Limit = new ClockLimit(10, TimeUnit.Day),
        Binds = ClockBinds.Parties, WhenOver = ClockState.Lapsed,
        Words = "收到事故认定书之日起10日内一致书面申请交警调解", WordsEn = "Ten days from the accident finding to ask the police together in writing",
        Lapses = "交警不再受理，可申请人民调解或者起诉", LapsesEn = "The police no longer mediate; people's mediation or a suit remain",
        Runs = (facts, context) => facts.IsTraffic
            ? FromFact(facts, LegalFact.AccidentFindingReceived, LegalFact.TrafficMediationRequested, LegalFact.TrafficMediationStart)
            : [],
    };

    /// <summary>道路交通安全法实施条例 94, 95: the police end within ten days of the start, which is after the funeral, the treatment or the fixing of the loss.</summary>
    static ClockRule TrafficPoliceMediation => new()
    {
        Clock = Clock.TrafficPoliceMediation, Statute = "道路交通安全法实施条例 94、95", Limit = new ClockLimit(10, TimeUnit.Day),
        Binds = ClockBinds.Police, WhenOver = ClockState.Red,
        Words = "交警自调解开始之日起10日内结束；死亡的自丧葬事宜结束、受伤的自治疗终结或定残、财损的自确定损失之日起算",
        WordsEn = "The police end within ten days of the start: after the funeral, the treatment or disability finding, or the fixing of the loss",
        Lapses = "终结调解，可以起诉", LapsesEn = "Mediation ends; a suit remains",
        Runs = (facts, context) => facts.IsTraffic ? FromFact(facts, LegalFact.TrafficMediationStart, LegalFact.TrafficMediationEnded) : [],
    };

    /// <summary>信访工作条例 22: told or passed on within fifteen days of receipt.</summary>
    static ClockRule PetitionReply => new()
    {
        Clock = Clock.PetitionReply, Statute = "信访工作条例 22", Limit = new ClockLimit(15, TimeUnit.Day), Binds = ClockBinds.PetitionOrgan, WhenOver = ClockState.Red,
        Words = "收到信访事项之日起15日内告知或者转送", WordsEn = "Told or passed on within fifteen days of receipt",
        Lapses = "逾期应予督办", LapsesEn = "To be supervised",
        Runs = (facts, context) => FromFact(facts, LegalFact.PetitionReceived, LegalFact.PetitionTransferred, LegalFact.PetitionAccepted, LegalFact.PetitionReplied),
    };

    /// <summary>信访工作条例 23: an organ that holds a petition not to be its own objects within five working days of its transfer.</summary>
    static ClockRule PetitionHandoverObjection => PetitionReply with
    {
        Clock = Clock.PetitionHandoverObjection,
        Statute = "信访工作条例 23",
        Limit = new ClockLimit(5, TimeUnit.Workday),
        WhenOver = ClockState.Lapsed,
        Words = "收到转送、交办之日起5个工作日内提出异议并退回",
        WordsEn = "Objected to and sent back within five working days of the transfer",
        Lapses = "应当受理办理",
        LapsesEn = "It is to be handled",
        Runs = (facts, context) => FromFact(facts, LegalFact.PetitionTransferred, LegalFact.PetitionObjected, LegalFact.PetitionAccepted),
    };

    /// <summary>信访工作条例 34: done within sixty days of acceptance; a leader of the organ may approve thirty more.</summary>
    static ClockRule PetitionHandling => PetitionReply with
    {
        Clock = Clock.PetitionHandling,
        Statute = "信访工作条例 34",
        Limit = new ClockLimit(60, TimeUnit.Day),
        ExtendedBy = ClockExtender.Authority,
        LongestExtension = new ClockLimit(30, TimeUnit.Day),
        Words = "自受理之日起60日内办结，经批准可延长30日",
        WordsEn = "Done within sixty days of acceptance; thirty more with approval",
        Runs = (facts, context) => FromFact(facts, LegalFact.PetitionAccepted, LegalFact.PetitionReplied),
    };

    /// <summary>信访工作条例 35: review is asked for within thirty days of the written reply.</summary>
    static ClockRule PetitionReviewApplication => new()
    {
        Clock = Clock.PetitionReviewApplication, Statute = "信访工作条例 35", Limit = new ClockLimit(30, TimeUnit.Day), Binds = ClockBinds.Parties, WhenOver = ClockState.Lapsed,
        Words = "自收到书面答复之日起30日内请求复查", WordsEn = "Review is asked for within thirty days of the written reply",
        Lapses = "处理意见即为终结", LapsesEn = "The reply becomes final",
        Runs = (facts, context) => FromFact(facts, LegalFact.PetitionReplied, LegalFact.PetitionReviewApplied),
    };

    /// <summary>信访工作条例 35: the review is answered within thirty days; a hearing does not count.</summary>
    static ClockRule PetitionReview => PetitionReply with
    {
        Clock = Clock.PetitionReview,
        Statute = "信访工作条例 35",
        Limit = new ClockLimit(30, TimeUnit.Day),
        Words = "自收到复查请求之日起30日内提出复查意见，听证时间不计入",
        WordsEn = "Review is answered within thirty days; a hearing does not count",
        Runs = (facts, context) => With(FromFact(facts, LegalFact.PetitionReviewApplied, LegalFact.PetitionReviewReplied), Hearings(facts)),
    };

    /// <summary>信访工作条例 36: re-review is asked for within thirty days of the review's answer.</summary>
    static ClockRule PetitionReReviewApplication => PetitionReviewApplication with
    {
        Clock = Clock.PetitionReReviewApplication,
        Statute = "信访工作条例 36",
        Words = "自收到复查意见之日起30日内请求复核",
        WordsEn = "Re-review is asked for within thirty days of the review's answer",
        Runs = (facts, context) => FromFact(facts, LegalFact.PetitionReviewReplied, LegalFact.PetitionReReviewApplied),
    };

    /// <summary>信访工作条例 36: the re-review is answered within thirty days and is final; a hearing does not count.</summary>
    static ClockRule PetitionReReview => PetitionReview with
    {
        Clock = Clock.PetitionReReview,
        Statute = "信访工作条例 36",
        Words = "自收到复核请求之日起30日内提出复核意见，听证时间不计入，复核后终结",
        WordsEn = "Re-review is answered within thirty days and is final; a hearing does not count",
        Runs = (facts, context) => With(FromFact(facts, LegalFact.PetitionReReviewApplied, LegalFact.PetitionReReviewReplied), Hearings(facts)),
    };

    static IReadOnlyList<ClockStop> Hearings(ClockFacts facts) => Intervals(facts, LegalFact.HearingStarted, LegalFact.HearingEnded, ClockStopReason.Hearing);
}
