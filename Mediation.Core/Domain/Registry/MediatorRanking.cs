using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Registry;

/// <summary>Who is suggested for a matter, best first, and who is left out and why; the person still chooses.</summary>
public sealed record MediatorRanking(IReadOnlyList<RankedMediator> Ranked, IReadOnlyList<ExcludedMediator> Excluded)
{
    /// <summary>The same candidates always come out in the same order: score, then load, then id.</summary>
    public static MediatorRanking Of(IEnumerable<MediatorCandidate> candidates, MediatorNeeds needs, RankingRules rules)
    {
        var judged = candidates.Select(candidate => (Candidate: candidate, Against: candidate.Exclusions().ToList())).ToList();
        return new MediatorRanking(
            [.. from one in judged where one.Against.Count == 0
                let ranked = Rank(one.Candidate, needs, rules)
                orderby ranked.Score descending, ranked.OpenCases, ranked.Id
                select ranked],
            [.. from one in judged where one.Against.Count > 0
                orderby one.Candidate.Id
                select new ExcludedMediator(one.Candidate.Id, one.Candidate.Name, one.Against)]);
    }

    static RankedMediator Rank(MediatorCandidate candidate, MediatorNeeds needs, RankingRules rules)
    {
        var merits = (
            from merit in MediatorMerits.Of(candidate, needs, rules)
            let points = (int)(rules.Criteria[merit.Criterion].Points * merit.Share)
            where points > 0
            orderby points descending
            select new RankedReason(rules.Criteria[merit.Criterion].Reason, points)).ToList();
        return new RankedMediator
        {
            Id = candidate.Id,
            Name = candidate.Name,
            OrganisationId = candidate.OrganisationId,
            OpenCases = candidate.OpenCases,
            Score = merits.Sum(merit => merit.Points),
            Reasons = merits,
            Warnings = [.. candidate.Warnings(needs.On)],
        };
    }
}

/// <summary>A suggested mediator with what speaks for him and what to know before choosing him.</summary>
public sealed record RankedMediator
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required Guid OrganisationId { get; init; }

    public required int OpenCases { get; init; }

    public required int Score { get; init; }

    public required IReadOnlyList<RankedReason> Reasons { get; init; }

    public required IReadOnlyList<RoutingReason> Warnings { get; init; }
}

/// <summary>A reason and what it is worth; the score is the sum.</summary>
public sealed record RankedReason(RoutingReason Reason, int Points);

/// <summary>A mediator who is not suggested, and why.</summary>
public sealed record ExcludedMediator(Guid Id, string Name, IReadOnlyList<RoutingReason> Reasons);
