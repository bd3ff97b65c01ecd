using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Domain.Screening;

/// <summary>Where a round stands: its return is still due, in on time, in late, or missing.</summary>
public enum RoundState { Due, Filed, FiledLate, Missing }

/// <summary>One round of one committee, for which one return is due, nothing found included (零报告).</summary>
public sealed record ScreeningRound(Organisation Organisation, ScreeningCampaign? Campaign, ScreeningPeriod Period, DateOnly DueOn)
{
    public ScreeningKind Kind => Campaign?.Kind ?? ScreeningKind.Regular;

    public RoundState StateOn(DateOnly today, DateTimeOffset? filedAt) => filedAt switch
    {
        { } at when Shanghai.DateOf(at) <= DueOn => RoundState.Filed,
        { } => RoundState.FiledLate,
        null => today <= DueOn ? RoundState.Due : RoundState.Missing,
    };

    /// <summary>The regular round of a committee in which a day lies.</summary>
    public static ScreeningRound RegularOf(Organisation organisation, DateOnly day, ScreeningPractices practices)
    {
        var rules = practices.On(day);
        var cadence = rules.Cadence(organisation.Tier, sensitive: false);
        var period = ScreeningPeriods.Of(day, cadence);
        return new(organisation, null, period, rules.DueOn(period, cadence));
    }

    /// <summary>The rounds of these committees that have begun and share a day with a span of days, their days of grace included.</summary>
    public static IEnumerable<ScreeningRound> Of(
        IReadOnlyList<Organisation> organisations, IReadOnlyList<ScreeningCampaign> campaigns, ScreeningPractices practices, DateOnly from, DateOnly to) =>
        organisations.SelectMany(one => Regular(one, practices, from, to)
                .Concat(campaigns.Where(campaign => campaign.Area.Holds(one.Area)).SelectMany(campaign => OfCampaign(one, campaign, practices))))
            .Where(round => practices.On(round.Period.From).Owes(round.Organisation) && !(round.Organisation.DissolvedOn <= round.Period.To)
                && round.Period.From <= to && round.DueOn >= from);

    static IEnumerable<ScreeningRound> Regular(Organisation of, ScreeningPractices practices, DateOnly from, DateOnly to)
    {
        // One period back: its days of grace may reach into the span.
        var first = RegularOf(of, RegularOf(of, from, practices).Period.From.AddDays(-1), practices);
        for (var round = first; round.Period.From <= to; round = RegularOf(of, round.Period.To.AddDays(1), practices))
            if (round.Period.From >= practices.Begin)
                yield return round;
    }

    public static IEnumerable<ScreeningRound> OfCampaign(Organisation of, ScreeningCampaign campaign, ScreeningPractices practices)
    {
        var rules = practices.On(campaign.From);
        return campaign.Rounds(of.Tier, rules).Select(period => new ScreeningRound(of, campaign, period, rules.DueOn(period, campaign.CadenceOf(of.Tier, rules))));
    }
}
