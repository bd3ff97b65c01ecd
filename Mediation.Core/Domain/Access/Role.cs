namespace Mediation.Core.Domain.Access;

/// <summary>What a person is; one account may have several.</summary>
public enum Role
{
    GridWorker, VillageMediator, VillageCommitteeDirector, TownMediator, GovernanceOfficeDirector, SectorMediator, DistrictCenter,
    SponsoringLeader, JusticeBureau, Auditor, SysAdmin,
}

/// <summary>What can be done; every command and query names the one it needs.</summary>
public enum Permission
{
    SignedIn, ReadMatters, Register, Accept, Mediate, Close, Escalate, EscalateRed, SendDown, DecideHandover, Correct, Direct, Reveal, Erase,
    ReadReports, ReadLogs, ReviewDossiers, ManageAreas, ManageRegistry, ManageCalendar, ManageAccounts,
    RecordLead, Assess,
}

/// <summary>The table of roles and actions (domain 3.3); this is the only place that grants anything.</summary>
public static class Permissions
{
    public static bool Allow(this IEnumerable<Role> roles, Permission permission) => roles.Any(role => Grants(role, permission));

    static bool Grants(Role role, Permission permission) => permission switch
    {
        Permission.SignedIn => true,
        Permission.ReadMatters => role is not (Role.GridWorker or Role.SponsoringLeader or Role.Auditor or Role.SysAdmin),
        Permission.Register => Mediates(role) || Governs(role),
        // Who goes round in a grid notes what they find, and no more (domain 3.3).
        Permission.RecordLead => Mediates(role) || Governs(role) || role is Role.GridWorker,
        Permission.Accept or Permission.Mediate => Mediates(role) || role is Role.DistrictCenter,
        Permission.Close => Mediates(role) || Governs(role),
        Permission.Correct => Mediates(role) || Governs(role),
        // A red matter may be sent up by any mediator at once; otherwise a village sends up through its director.
        Permission.EscalateRed => Mediates(role) || Governs(role),
        Permission.Escalate => role is not Role.VillageMediator && (Mediates(role) || Governs(role)),
        Permission.SendDown => role is Role.SectorMediator or Role.TownMediator || Governs(role),
        Permission.DecideHandover => role is not Role.VillageMediator && (Mediates(role) || Governs(role)),
        // What the author may no longer do alone: reversals after a day, voiding, lowering.
        Permission.Direct => role is Role.VillageCommitteeDirector || Governs(role),
        Permission.Reveal => Mediates(role) || Governs(role),
        Permission.Erase => role is Role.DistrictCenter,
        Permission.ReadReports => Mediates(role) || Governs(role) || role is Role.JusticeBureau,
        Permission.ReadLogs => role is Role.Auditor,
        Permission.ReviewDossiers => role is Role.JusticeBureau,
        Permission.ManageAreas => role is Role.SysAdmin or Role.DistrictCenter,
        Permission.ManageRegistry => role is Role.SysAdmin or Role.DistrictCenter or Role.JusticeBureau or Role.GovernanceOfficeDirector,
        Permission.ManageCalendar => role is Role.SysAdmin or Role.DistrictCenter,
        Permission.ManageAccounts => role is Role.SysAdmin,
        // Scores are given by the district; a scheme is configuration, and the administrator's too.
        Permission.Assess => role is Role.DistrictCenter,
    };

    static bool Mediates(Role role) =>
        role is Role.VillageMediator or Role.VillageCommitteeDirector or Role.TownMediator or Role.SectorMediator;

    static bool Governs(Role role) => role is Role.GovernanceOfficeDirector or Role.DistrictCenter;
}
