using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Screening;

/// <summary>What makes a sign worth a second look (domain 5.1, 12): conduct and facts, never a label of a person; a lawful petition is none.</summary>
public enum LeadTrigger { Threat, WeaponWords, SelfHarmWords, CrowdPlanned, OnlineSpread, RepeatedPoliceCalls, DomesticViolence, ChildHarm, WagesUnpaid }

/// <summary>How a sign ended.</summary>
public enum LeadOutcome { ResolvedOnSpot, TurnedIntoDispute, Dismissed }

public static class LeadTriggers
{
    extension(LeadTrigger trigger)
    {
        /// <summary>The mark that a dispute made of the sign bears; null where a dispute knows none.</summary>
        public Risk? AsRisk => trigger switch
        {
            LeadTrigger.Threat => Risk.Threat,
            LeadTrigger.WeaponWords => Risk.Weapon,
            LeadTrigger.SelfHarmWords => Risk.SelfHarmWords,
            LeadTrigger.CrowdPlanned => Risk.Crowd,
            LeadTrigger.DomesticViolence => Risk.DomesticViolence,
            LeadTrigger.ChildHarm => Risk.ChildHarm,
            LeadTrigger.OnlineSpread or LeadTrigger.RepeatedPoliceCalls or LeadTrigger.WagesUnpaid => null,
        };
    }
}
