namespace Mediation.Core.Domain.Registry;

/// <summary>Kinds of organisation: the six classes of committee in the justice return, and the governance centres.</summary>
public enum OrganisationKind
{
    VillageCommittee, ResidentCommittee, TownCommittee, SubdistrictCommittee, EnterpriseCommittee, SectorCommittee, GovernanceCenter,
}

public enum Employment { FullTime, PartTime }

/// <summary>Grades of 等级评定; One is the highest.</summary>
public enum MediatorGrade { None, Four, Three, Two, One }

public enum MediatorStatus { Active, Suspended, Resigned, Removed }
