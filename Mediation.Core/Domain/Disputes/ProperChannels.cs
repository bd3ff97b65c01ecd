namespace Mediation.Core.Domain.Disputes;

/// <summary>Which lawful ways remain is told by the nature of the matter (人民调解法 26, 若干规定 24; domain 12).</summary>
public static class ProperChannels
{
    static readonly FollowOnChannel[] Civil =
    [
        FollowOnChannel.Arbitration, FollowOnChannel.Suit, FollowOnChannel.LegalAid, FollowOnChannel.OtherCommittee, FollowOnChannel.OtherDepartment,
    ];

    static readonly FollowOnChannel[] Administrative =
        [FollowOnChannel.Suit, FollowOnChannel.Reconsideration, FollowOnChannel.Petition, FollowOnChannel.OtherDepartment];

    /// <summary>Of a matter that is turned away because it is no civil one the committee itself says so: both kinds of ways may be right then.</summary>
    public static IReadOnlyList<FollowOnChannel> Of(DisputeFile file, RejectionReason? reason = null) => (Exclusions.IsAdministrative(file), reason) switch
    {
        (true, _) => Administrative,
        (_, RejectionReason.NotCivilDispute or RejectionReason.OnlySpecialOrgan or RejectionReason.MediationForbidden) => [.. Civil.Union(Administrative)],
        _ => Civil,
    };
}
