using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Features.Mediators;
using Mediation.Core.Features.Organisations;
using Mediation.Core.Features.Seeds;

namespace Mediation.Api.Seeding;

/// <summary>Who acts for an organisation in the stories, and who may host its cases.</summary>
sealed record Person(Account Account, SaveOrganisation Organisation, IReadOnlyList<SaveMediator> Hosts)
{
    /// <summary>A mediator who knows this type, if there is one; the clerk's own name otherwise stands for few of many.</summary>
    public Guid HostOf(DisputeSeed dispute)
    {
        var able = Hosts.Where(h => h.Expertise!.Contains(dispute.Type)).ToList();
        var choice = able.Count > 0 ? able : Hosts;
        return choice[dispute.Dice(1, choice.Count)].Id;
    }
}

/// <summary>
/// The people of the stories, one for each organisation. Where no demo account belongs to it, a colleague is made: entries, journal
/// lines and logs name an account, and an unknown author would be a hole in them. Nobody knows a colleague's password.
/// </summary>
sealed class Cast
{
    readonly Dictionary<Guid, Person> people;

    public Cast(IReadOnlyList<SaveOrganisation> organisations, IReadOnlyList<SaveMediator> mediators, IReadOnlyList<AccountSeed> accounts, string unknownHash)
    {
        var colleagues = new List<AccountSeed>();
        people = organisations.ToDictionary(o => o.Id, organisation =>
        {
            var hosts = Hosts(organisation, organisations, mediators);
            var account = accounts.FirstOrDefault(a => a.OrganisationId == organisation.Id && a.Roles.Allow(Permission.Mediate));
            if (account is null)
                colleagues.Add(account = Colleague(organisation, hosts, unknownHash));
            return new Person(ToAccount(account, organisation), organisation, hosts);
        });
        Colleagues = colleagues;
    }

    public IReadOnlyList<AccountSeed> Colleagues { get; }

    public Person Of(Guid organisationId) => people[organisationId];

    /// <summary>Who answers first for a place: the committee of a village, the centre of a town.</summary>
    public Person At(AreaCode area) => area.Level == AreaLevel.Village
        ? people.Values.First(p => p.Organisation is { Kind: OrganisationKind.VillageCommittee or OrganisationKind.ResidentCommittee } o && o.AreaCode == area)
        : people.Values.First(p => p.Organisation is { Kind: OrganisationKind.GovernanceCenter } o && o.AreaCode == area);

    public Person Sector(DisputeType type) => people.Values.First(p => p.Organisation.Types!.Contains(type));

    /// <summary>Mediators in office: the organisation's own, or of the committees that stand behind a centre.</summary>
    static List<SaveMediator> Hosts(SaveOrganisation of, IReadOnlyList<SaveOrganisation> all, IReadOnlyList<SaveMediator> mediators)
    {
        var desks = of.Kind == OrganisationKind.GovernanceCenter
            ? all.Where(o => o.AreaCode == of.AreaCode && o.Tier == of.Tier).Select(o => o.Id).ToHashSet() : [of.Id];
        return [.. mediators.Where(m => m.Status == MediatorStatus.Active && desks.Contains(m.OrganisationId!.Value))];
    }

    static AccountSeed Colleague(SaveOrganisation organisation, List<SaveMediator> hosts, string hash) => new()
    {
        Id = SeedId.Of($"colleague/{organisation.Id}"), UserName = "样例-" + organisation.ShortName, DisplayName = hosts[0].Name!,
        Roles = RolesOf(organisation.Kind!.Value, organisation.Tier!.Value), OrganisationId = organisation.Id, MediatorId = hosts[0].Id, PasswordHash = hash,
    };

    static IReadOnlyList<Role> RolesOf(OrganisationKind kind, Tier tier) => kind switch
    {
        OrganisationKind.SectorCommittee => [Role.SectorMediator],
        OrganisationKind.GovernanceCenter when tier == Tier.District => [Role.DistrictCenter],
        OrganisationKind.GovernanceCenter => [Role.GovernanceOfficeDirector, Role.TownMediator],
        OrganisationKind.TownCommittee or OrganisationKind.SubdistrictCommittee => [Role.TownMediator],
        OrganisationKind.VillageCommittee or OrganisationKind.ResidentCommittee or OrganisationKind.EnterpriseCommittee =>
            [Role.VillageMediator, Role.VillageCommitteeDirector],
    };

    static Account ToAccount(AccountSeed account, SaveOrganisation of) => new()
    {
        Id = account.Id, UserName = account.UserName, DisplayName = account.DisplayName, Roles = account.Roles, OrganisationId = of.Id,
        OrganisationName = of.Name!, OrganisationKind = of.Kind!.Value, Tier = of.Tier!.Value, Area = of.AreaCode!.Value, MediatorId = account.MediatorId,
    };
}
