using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Disputes;

/// <summary>What a people's committee does not take, each ground with its statute (domain 4.2).</summary>
public static class Exclusions
{
    /// <summary>What an organ decides is no committee's, unless somebody decided with a reason that this part of it is civil.</summary>
    public static bool IsAdministrative(DisputeFile file) => file.Routing is { Target: RoutingTarget.Organ, Override: null };

    public static string Statute(RejectionReason reason) => reason switch
    {
        RejectionReason.OnlySpecialOrgan => "若干规定 22(1)",
        RejectionReason.MediationForbidden => "若干规定 22(1)",
        RejectionReason.AlreadyAcceptedOrResolved => "若干规定 22(2)",
        RejectionReason.PartyRefuses => "人民调解法 17",
        RejectionReason.NotCivilDispute => "若干规定 20",
        RejectionReason.OutsideArea => "若干规定 21",
        RejectionReason.RespondentUnknown => "人民调解法 17",
        RejectionReason.MedicalSuedOrHealthDeptAccepted => "医疗纠纷条例 31",
    };
}
