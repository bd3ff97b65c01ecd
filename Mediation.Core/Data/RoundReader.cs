using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Screening;

namespace Mediation.Core.Data;

/// <summary>Holds the rounds that are due against the returns that came.</summary>
[Scoped]
public sealed class RoundReader(
    DbSession db, OrganisationStore organisations, CampaignStore campaigns, ScreeningStore returns, LeadStore leads, ReferenceData reference, TimeProvider clock)
{
    public async Task<IReadOnlyList<RoundView>> Of(AreaCode under, DateOnly from, DateOnly to, Account viewer, CancellationToken ct)
    {
        if (!viewer.SeesArea)
            return [];
        var practices = await reference.Screening(db, ct);
        var launched = await campaigns.Of(under, from.AddDays(-ScreeningPeriods.LongestDays), to, ct);
        var due = ScreeningRound.Of(await organisations.Within(under, ct), [.. launched.Select(row => row.ToCampaign())], practices, from, to).ToList();
        if (due.Count == 0)
            return [];
        var filed = (await returns.OfRounds(under, due.Min(round => round.Period.From), due.Max(round => round.Period.To), ct)).ToLookup(one => one.OrganisationId);
        var chases = (await campaigns.Chases(under, due.Min(round => round.Period.To), ct)).ToLookup(one => (one.OrganisationId, one.CampaignId, one.FromDate));
        var found = (await leads.Found(under, due.Min(round => round.Period.From), due.Max(round => round.Period.To), ct)).ToLookup(one => (one.OrganisationId, one.CampaignId));
        var names = launched.ToDictionary(row => row.Id, row => row.Name);
        var today = Shanghai.DateOf(clock.GetUtcNow());
        return [.. due.Select(round => View(round, [.. filed[round.Organisation.Id].Where(one => one.Answers(round))],
            [.. found[(round.Organisation.Id, round.Campaign?.Id)].Where(one => one.FoundOn >= round.Period.From && one.FoundOn <= round.Period.To)],
            chases[(round.Organisation.Id, round.Campaign?.Id, round.Period.From)], names, viewer, today))];
    }

    static RoundView View(
        ScreeningRound round, IReadOnlyList<RoundReturn> filed, IReadOnlyList<FoundRow> found, IEnumerable<ChaseRow> chases, Dictionary<Guid, string> names, Account viewer, DateOnly today)
    {
        var inForce = filed.Where(one => one.ReplacedBy is null).ToList();
        // By the first that came in: a correction does not make a punctual committee late.
        DateTimeOffset? filedAt = inForce.Count == 0 ? null : filed.Min(one => one.FiledAt);
        var state = round.StateOn(today, filedAt);
        return new RoundView
        {
            Organisation = new OrganisationRef(round.Organisation.Id, round.Organisation.Name, round.Organisation.Tier), AreaCode = round.Organisation.Area,
            Kind = round.Kind, Campaign = round.Campaign is { } campaign ? new CampaignRef(campaign.Id, names[campaign.Id]) : null, From = round.Period.From,
            To = round.Period.To, DueOn = round.DueOn, State = state, ReturnId = inForce.LastOrDefault()?.Id, FiledAt = filedAt,
            Found = inForce.Count == 0 ? null : inForce.Sum(one => one.Found), ResolvedOnSpot = inForce.Count == 0 ? null : inForce.Sum(one => one.ResolvedOnSpot),
            LeadsFound = found.Count, LeadsResolved = found.Count(one => one.Outcome == nameof(LeadOutcome.ResolvedOnSpot)),
            Chases = [.. chases.Select(one => new ChaseView(one.At, one.AccountName, one.Note))], Can = [.. Acts(round, state, viewer)],
        };
    }

    static IEnumerable<string> Acts(ScreeningRound round, RoundState state, Account viewer)
    {
        if (state is RoundState.Filed or RoundState.FiledLate)
            yield break;
        if (viewer.May(Permission.Register) && (viewer.ActsFor(round.Organisation) || viewer.May(Permission.Direct)))
            yield return "FileScreeningReturn";
        if (viewer.May(Permission.Direct) && viewer.Tier > round.Organisation.Tier)
            yield return "ChaseRound";
    }
}
