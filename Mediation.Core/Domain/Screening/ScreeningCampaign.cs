using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Domain.Screening;

/// <summary>What a round belongs to: the usual one (定期排查), a concentrated campaign (集中排查) or one about a special matter (专项排查).</summary>
public enum ScreeningKind { Regular, Campaign, Special }

/// <summary>A search beside the usual rounds, launched by one office for its area or a part of it.</summary>
public sealed record ScreeningCampaign
{
    public required Guid Id { get; init; }

    public required ScreeningKind Kind { get; init; }

    /// <summary>Where the committees go round.</summary>
    public required AreaCode Area { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>Null: as the rules have it for each tier, by whether the time is sensitive.</summary>
    public ScreeningCadence? Cadence { get; init; }

    /// <summary>Spring Festival, the two sessions, elections, the time when wages are paid (domain 5.1).</summary>
    public bool Sensitive { get; init; }

    /// <summary>Its last day when it was ended before its time; before its first day it never was.</summary>
    public DateOnly? EndedOn { get; init; }

    public DateOnly LastDay => EndedOn < To ? EndedOn.Value : To;

    public bool Cancelled => EndedOn < From;

    /// <summary>Its rounds for a committee of this tier: the periods of its cadence, cut at its own first and last day.</summary>
    public IEnumerable<ScreeningPeriod> Rounds(Tier tier, ScreeningRules rules) => Cancelled ? [] :
        ScreeningPeriods.Between(From, LastDay, CadenceOf(tier, rules))
            .Select(whole => new ScreeningPeriod(whole.From < From ? From : whole.From, whole.To > LastDay ? LastDay : whole.To));

    public ScreeningCadence CadenceOf(Tier tier, ScreeningRules rules) => Cadence ?? rules.Cadence(tier, Sensitive);
}
