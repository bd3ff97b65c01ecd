using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Domain.Registry;

/// <summary>What an organisation of the registry must be; article 8 and terms only warn (see Organisation.Warnings).</summary>
public static class OrganisationRules
{
    /// <summary>The tier that answers for an area of this level.</summary>
    public static Tier TierOf(AreaLevel level) => level switch
    {
        AreaLevel.Village => Tier.Village,
        AreaLevel.Town => Tier.Town,
        AreaLevel.District or AreaLevel.City or AreaLevel.Province => Tier.District,
    };

    public static void Check(Organisation organisation)
    {
        var level = organisation.Area.Level;
        if (!Levels(organisation.Kind).Contains(level))
            throw new RuleViolationException(
                "organisation.kind-level", $"A {organisation.Kind} does not belong to a {level}.", Statute(organisation.Kind), "areaCode");
        if (organisation.Tier != TierOf(level))
            throw new RuleViolationException("organisation.tier", $"An organisation of a {level} stands at the tier {TierOf(level)}.", "domain 3.1", "tier");
        if (organisation.Kind == OrganisationKind.SectorCommittee && organisation.Types.Count == 0)
            throw new RuleViolationException("organisation.types-missing", "A sector committee names the dispute types it takes.", "人民调解法 34", "types");
        if (organisation.Kind != OrganisationKind.SectorCommittee && organisation.Types.Count > 0)
            throw new RuleViolationException("organisation.types-not-sector", "Only a sector committee is bound to dispute types.", "人民调解法 34", "types");
    }

    /// <summary>A move to another district would take its case numbers along, which are counted per district.</summary>
    public static void CheckMove(Organisation before, Organisation after)
    {
        if (before.Area.District != after.Area.District)
            throw new RuleViolationException("organisation.other-district", "It stays in its district; set up a new one there.", "case numbers", "areaCode");
    }

    static AreaLevel[] Levels(OrganisationKind kind) => kind switch
    {
        OrganisationKind.VillageCommittee or OrganisationKind.ResidentCommittee => [AreaLevel.Village],
        OrganisationKind.TownCommittee or OrganisationKind.SubdistrictCommittee => [AreaLevel.Town],
        OrganisationKind.SectorCommittee => [AreaLevel.District],
        OrganisationKind.GovernanceCenter => [AreaLevel.Village, AreaLevel.Town, AreaLevel.District, AreaLevel.City],
        OrganisationKind.EnterpriseCommittee => [AreaLevel.Village, AreaLevel.Town, AreaLevel.District],
    };

    static string Statute(OrganisationKind kind) => kind switch
    {
        OrganisationKind.VillageCommittee or OrganisationKind.ResidentCommittee or OrganisationKind.EnterpriseCommittee => "人民调解法 8",
        OrganisationKind.TownCommittee or OrganisationKind.SubdistrictCommittee or OrganisationKind.SectorCommittee => "人民调解法 34",
        OrganisationKind.GovernanceCenter => "domain 3.1",
    };
}
