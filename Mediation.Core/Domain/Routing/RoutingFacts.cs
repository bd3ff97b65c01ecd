using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Routing;

/// <summary>What the level of a matter is judged by: conduct and facts of this matter, never a label of a person.</summary>
public record RiskFacts
{
    public required DisputeType Type { get; init; }

    /// <summary>The platform's 2+2 digit code, when known.</summary>
    public string? Subtype { get; init; }

    /// <summary>Where it happened; any level from district down.</summary>
    public required AreaCode Area { get; init; }

    /// <summary>Each party's side and household, when known.</summary>
    public IReadOnlyList<(PartySide Side, AreaCode? Area)> Parties { get; init; } = [];

    public IReadOnlyList<Risk> Risks { get; init; } = [];

    public int PeopleInvolved { get; init; } = 2;

    /// <summary>Yuan; null means unknown, which no band matches.</summary>
    public decimal? Amount { get; init; }

    /// <summary>Attempts that failed at the tier now responsible.</summary>
    public int FailedAttempts { get; init; }

    public bool Overdue { get; init; }

    /// <summary>
    /// True when an applicant and a respondent have their households in different villages or towns. A code that only names
    /// the town says nothing against a village of that town.
    /// </summary>
    public bool PartiesSpan(PartySpan span) =>
        HouseholdsOf(PartySide.Applicant, span).Any(one => HouseholdsOf(PartySide.Respondent, span).Any(other => Apart(one, other)));

    IEnumerable<AreaCode> HouseholdsOf(PartySide side, PartySpan span) =>
        from party in Parties where party.Side == side && party.Area is not null select Widen(party.Area!.Value, span);

    static bool Apart(AreaCode one, AreaCode other) => !one.Holds(other) && !other.Holds(one);

    static AreaCode Widen(AreaCode area, PartySpan span) => span switch
    {
        PartySpan.Village => area,
        PartySpan.Town => area.Level == AreaLevel.Village ? area.Town : area,
    };
}

/// <summary>What the proposal of a tier is made from: the facts of the matter, and who asked for or sent what.</summary>
public sealed record RoutingFacts : RiskFacts
{
    /// <summary>The tier a party asked for.</summary>
    public Tier? RequestedTier { get; init; }

    /// <summary>A party asked for the sector committee.</summary>
    public bool SectorRequested { get; init; }

    public ReferringOrgan? ReferredBy { get; init; }

    /// <summary>The tier now responsible; the village when the matter is new.</summary>
    public Tier CurrentTier { get; init; }
}

/// <summary>Across what the two sides' households lie apart.</summary>
public enum PartySpan { Village, Town }
