using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Registry;

/// <summary>What speaks for a mediator in this matter, and what share of the criterion's points it earns.</summary>
static class MediatorMerits
{
    public static IEnumerable<(RankingCriterion Criterion, decimal Share)> Of(
        MediatorCandidate candidate, MediatorNeeds needs, RankingRules rules)
    {
        var skilled = candidate.Expertise.Contains(needs.Type);
        var sameTown = SameTown(candidate.OrganisationArea, needs.Area);

        if (skilled) yield return (RankingCriterion.Expertise, 1);
        if (skilled && candidate.OrganisationKind == OrganisationKind.SectorCommittee) yield return (RankingCriterion.SectorCommittee, 1);

        var sameVillage = needs.Area.Level == AreaLevel.Village && candidate.OrganisationArea == needs.Area;
        if (sameVillage) yield return (RankingCriterion.SameVillage, 1);
        else if (sameTown) yield return (RankingCriterion.SameTown, 1);

        yield return (RankingCriterion.Load, decimal.Divide(candidate.Capacity - candidate.OpenCases, candidate.Capacity));

        var spoken = needs.Languages.Distinct().ToList();
        if (spoken.Count > 0)
            yield return (RankingCriterion.Language, decimal.Divide(spoken.Count(candidate.Languages.Contains), spoken.Count));
        else if (needs.Needs.Contains(PartyNeed.Dialect) && sameTown)
            yield return (RankingCriterion.LocalDialect, 1);

        if (needs.Needs.Contains(PartyNeed.SignInterpreter) && rules.SignLanguages.Any(candidate.Languages.Contains))
            yield return (RankingCriterion.SignLanguage, 1);

        if (needs.Level >= RiskLevel.Yellow) yield return (RankingCriterion.Grade, Standing(candidate.Grade));
    }

    static bool SameTown(AreaCode one, AreaCode other) =>
        one.Level >= AreaLevel.Town && other.Level >= AreaLevel.Town && one.Town == other.Town;

    static decimal Standing(MediatorGrade grade) => grade switch
    {
        MediatorGrade.None => 0m,
        MediatorGrade.Four => 0.25m,
        MediatorGrade.Three => 0.5m,
        MediatorGrade.Two => 0.75m,
        MediatorGrade.One => 1m,
    };
}
