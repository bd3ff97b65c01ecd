using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Papers;

/// <summary>What the notices say of reasons and of the ways that remain, each with its statute.</summary>
public static class LawfulWays
{
    /// <summary>人民调解法 26: whoever is not helped by mediation is told where to go.</summary>
    public static string Of(FollowOnChannel channel, DisputeType type) => channel switch
    {
        FollowOnChannel.Arbitration when type is DisputeType.MigrantWageArrears or DisputeType.OtherLabor =>
            "向劳动合同履行地或者用人单位所在地的劳动争议仲裁委员会申请仲裁；申请时效为一年，自知道或者应当知道权利被侵害之日起计算（《劳动争议调解仲裁法》第二十一条、第二十七条）。",
        FollowOnChannel.Arbitration when type is DisputeType.ForestLand =>
            "属农村土地承包经营纠纷的，可以向农村土地承包仲裁委员会申请仲裁；时效为二年，自知道或者应当知道权利被侵害之日起计算（《农村土地承包经营纠纷调解仲裁法》第四条、第十八条）。",
        FollowOnChannel.Arbitration => "双方有仲裁协议的，可以向约定的仲裁委员会申请仲裁（《仲裁法》；《人民调解法》第二十六条）。",
        FollowOnChannel.Suit => "向有管辖权的人民法院提起诉讼，请注意诉讼时效；一般为三年（《人民调解法》第二十六条；《民法典》第一百八十八条）。",
        FollowOnChannel.LegalAid => "经济困难或者符合法定情形的，可以向法律援助机构申请法律援助（《法律援助法》第三十一条、第三十二条）。",
        FollowOnChannel.Reconsideration => "对行政行为不服的，可以自知道或者应当知道该行政行为之日起六十日内申请行政复议（《行政复议法》第二十条）。",
        FollowOnChannel.Petition => "可以依法向有权处理的机关、单位提出信访事项（《信访工作条例》第十七条）。",
        FollowOnChannel.OtherCommittee => "双方同意的，可以向其他有管辖权的人民调解委员会申请调解（《人民调解法》第十七条、第三十四条）。",
        FollowOnChannel.OtherDepartment => "可以依法请求有关行政机关或者主管部门处理（《人民调解法》第二十六条）。",
    };

    /// <summary>The statute behind a reason of not accepting (domain 4.2).</summary>
    public static string Basis(RejectionReason reason) => reason switch
    {
        RejectionReason.OnlySpecialOrgan => "《人民调解工作若干规定》第二十二条第（一）项",
        RejectionReason.MediationForbidden => "《人民调解工作若干规定》第二十二条第（一）项",
        RejectionReason.AlreadyAcceptedOrResolved => "《人民调解工作若干规定》第二十二条第（二）项",
        RejectionReason.PartyRefuses => "《人民调解法》第十七条",
        RejectionReason.NotCivilDispute => "《人民调解法》第二条",
        RejectionReason.OutsideArea => "《人民调解工作若干规定》第二十一条",
        RejectionReason.RespondentUnknown => "《人民调解工作若干规定》第二十四条",
        RejectionReason.MedicalSuedOrHealthDeptAccepted => "《医疗纠纷预防和处理条例》第三十一条",
    };

    /// <summary>The statute behind a reason of ending (domain 4.3).</summary>
    public static string Basis(TerminationReason reason) => reason switch
    {
        TerminationReason.PartyRefusesOrQuits => "《人民调解法》第十七条、第二十三条",
        TerminationReason.CommitteeDeemsNoAgreement => "《人民调解法》第二十六条",
        TerminationReason.EventMakesImpossible => "《人民调解法》第二十六条",
        TerminationReason.LegallyRequired => "《人民调解法》第二十五条、第二十六条",
        TerminationReason.TimeLimitExpired => "《医疗纠纷预防和处理条例》第三十八条",
    };
}
