using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Features.Disputes;

/// <summary>Asks the rules where a matter belongs and finds the organisation and the mediators there.</summary>
[Scoped]
public sealed class Router(DbSession db, ReferenceData reference, OrganisationStore organisations, MediatorCandidates candidates)
{
    const int Shown = 5;

    /// <summary>The file with proposal and level, and the proposal in full with its reasons.</summary>
    public async Task<(DisputeFile File, RoutingView Proposal)> Route(DisputeFile file, RoutingOverride? chosen, Tier? requested, bool sectorRequested)
    {
        var rules = await reference.RuleSet(db, Shanghai.DateOf(file.ReceivedAt));
        var proposal = rules.Propose(Facts(file) with { RequestedTier = requested, SectorRequested = sectorRequested });
        var organisation = await OrganisationFor(file, proposal);
        var ranking = organisation is null ? null : await Rank(file, organisation, rules);
        var record = new RoutingRecord
        {
            Tier = proposal.Tier, Target = proposal.Target, OrganisationId = organisation?.Id, RuleSetVersion = proposal.RuleSetVersion,
            Rules = [.. proposal.Reasons.Select(r => r.Rule)], Offers = [.. proposal.Offers.Select(r => r.Rule)],
            MediatorIds = [.. (ranking?.Ranked ?? []).Take(Shown).Select(m => m.Id)], Override = chosen,
        };
        IReadOnlyList<ReasonView> reasons = [.. proposal.Reasons.Select(ReasonView.Of)];
        return (file with { Level = proposal.Level, Routing = record }, new RoutingView
        {
            Tier = proposal.Tier, Target = proposal.Target, RiskLevel = proposal.Level, RiskReasons = [.. proposal.LevelReasons.Select(ReasonView.Of)],
            Organisation = organisation is null ? null : new ReasonedOrganisation(organisation.Id, organisation.Name, organisation.Tier, reasons),
            Mediators = ranking is null ? [] : Ranked(ranking), Excluded = ranking is null ? [] : Excluded(ranking),
            Reasons = reasons, Offers = [.. proposal.Offers.Select(ReasonView.Of)], RuleSetVersion = proposal.RuleSetVersion, Override = chosen,
        });
    }

    public async Task<MediatorRanking> Rank(DisputeFile file, Organisation organisation, RuleSet? of = null)
    {
        var rules = of ?? await reference.RuleSet(db, Shanghai.DateOf(file.ReceivedAt));
        var on = file.LastStepOn;
        var needs = new MediatorNeeds
        {
            Type = file.Type, Area = file.Area, Needs = [.. file.Parties.SelectMany(p => p.Needs).Distinct()], Level = file.Level, On = on,
        };
        return MediatorRanking.Of(await candidates.Of(organisation, file.Parties, on, default), needs, rules.Ranking);
    }

    /// <summary>What the level is judged by now; a session that is being held and failed counts already.</summary>
    public async Task<LevelCheck> LevelCheck(Dispute dispute, RiskLevel? told, bool failedNow = false)
    {
        var file = dispute.File;
        var rules = await reference.RuleSet(db, Shanghai.DateOf(file.ReceivedAt));
        return new LevelCheck(rules, Facts(file) with { FailedAttempts = dispute.FailedAttempts(file.Tier) + (failedNow ? 1 : 0) }, told);
    }

    /// <summary>The level after a correction: it follows the facts that were put right, and leaves alone what was judged since.</summary>
    public async Task<RiskLevel> LevelAfter(DisputeFile before, DisputeFile corrected)
    {
        var was = (await reference.RuleSet(db, Shanghai.DateOf(before.ReceivedAt))).Level(Facts(before)).Level;
        return corrected.Level > was ? (RiskLevel)Math.Max((int)before.Level, (int)corrected.Level)
            : corrected.Level < was && before.Level == was ? corrected.Level : before.Level;
    }

    public async Task<bool> IsMajor(DisputeFile file) =>
        (await reference.RuleSet(db, Shanghai.DateOf(file.ReceivedAt))).Major.Holds(file.Level, file.PeopleInvolved, [.. file.Risks]);

    public static IReadOnlyList<ReasonedMediator> Ranked(MediatorRanking ranking) => [.. ranking.Ranked.Select(m =>
        new ReasonedMediator(m.Id, m.Name, [.. m.Reasons.Select(r => ReasonView.Of(r.Reason))])
        {
            Score = m.Score, OpenCases = m.OpenCases, Warnings = [.. m.Warnings.Select(ReasonView.Of)],
        })];

    public static IReadOnlyList<ReasonedMediator> Excluded(MediatorRanking ranking) =>
        [.. ranking.Excluded.Select(m => new ReasonedMediator(m.Id, m.Name, [.. m.Reasons.Select(ReasonView.Of)]))];

    static RoutingFacts Facts(DisputeFile file) => new()
    {
        Type = file.Type, Subtype = file.Subtype, Area = file.Area, Parties = [.. file.Parties.Where(p => p.IsPresent).Select(p => (p.Side, p.Area))],
        Risks = file.Risks, PeopleInvolved = file.PeopleInvolved, Amount = file.Amount, ReferredBy = file.ReferredBy, CurrentTier = Tier.Village,
    };

    /// <summary>The committee, centre or sector that the proposal means; an organ is outside the ledger.</summary>
    async Task<Organisation?> OrganisationFor(DisputeFile file, RoutingProposal proposal) => proposal.Target switch
    {
        RoutingTarget.Organ => null,
        RoutingTarget.Sector => await organisations.Sector(file.Area, file.Type) ?? await organisations.Centre(file.Area, Tier.District),
        RoutingTarget.Centre => await organisations.Centre(file.Area, proposal.Tier) ?? await organisations.Committee(file.Area, proposal.Tier, file.Type),
        RoutingTarget.Committee => await organisations.Committee(file.Area, proposal.Tier, file.Type) ?? await organisations.Centre(file.Area, proposal.Tier),
    };
}
