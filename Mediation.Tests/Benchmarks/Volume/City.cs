using System.Globalization;
using System.Text;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;

namespace Mediation.Benchmarks.Volume;

/// <summary>Several districts with the structure of the seeds' one, under a code that no real city has; who and what in one stands for whom and what of the template.</summary>
sealed class City
{
    public const long Code = 990_100_000_000;
    public const long Province = 990_000_000_000;
    const long DistrictSize = 1_000_000;
    const long DeskTown = 340_803_100_000;

    readonly long seedDistrict;
    readonly Dictionary<Guid, Organisation> organisations;
    readonly Dictionary<Guid, Guid> organisationOf = [];
    readonly Dictionary<Guid, List<Guid>> mediators = [], accounts = [];
    readonly HashSet<Guid> accountIds = [];
    readonly Dictionary<long, Organisation> committees = [], centres = [];
    readonly long[] villages;
    readonly Dictionary<long, byte[]> names;
    readonly byte[][] districtNames;
    readonly Dictionary<(int, Guid, int), long> numbers = [];
    readonly Dictionary<Guid, string> shortNames;
    readonly string seedName;

    public City(Registry registry, VolumeShape shape)
    {
        seedDistrict = registry.District;
        organisations = registry.Organisations.ToDictionary(one => one.Id);
        foreach (var one in registry.Organisations.Where(one => one.DissolvedOn is null))
            if (one.Kind == OrganisationKind.GovernanceCenter)
                centres[one.Area.Value] = one;
            else if (one.Kind is not (OrganisationKind.SectorCommittee or OrganisationKind.EnterpriseCommittee))
                committees[one.Area.Value] = one;
        Enter(registry.Mediators, mediators);
        Enter(registry.Accounts, accounts);
        accountIds.UnionWith(registry.Accounts.Select(one => one.Id));
        villages = [.. registry.Areas.Where(area => area.Code.Level == AreaLevel.Village && committees.ContainsKey(area.Code.Value)).Select(area => area.Code.Value).Take(shape.Villages)];
        names = registry.Areas.ToDictionary(area => area.Code.Value, area => Encoding.UTF8.GetBytes(area.Fictional));
        seedName = registry.Areas.Single(area => area.Code.Value == seedDistrict).Name;
        shortNames = registry.Organisations.ToDictionary(one => one.Id, one => registry.Renamed(one.ShortName));
        districtNames = [.. Enumerable.Range(0, shape.Districts).Select(number => Encoding.UTF8.GetBytes(FictionalNames.District(number)))];
    }

    public int Villages => villages.Length;

    /// <summary>The villages of the town whose centre signs in as `town`.</summary>
    public int[] VillagesOfDesk => [.. Enumerable.Range(0, villages.Length).Where(number => villages[number] / 1_000 * 1_000 == DeskTown) is var own && own.Any() ? own : [0]];

    public static long DistrictCode(int number) => Code + (number + 1) * DistrictSize;

    /// <summary>The last number of each register; the organisation is the template's.</summary>
    public IEnumerable<(int District, Guid Organisation, int Year, long Last)> CaseCounters =>
        numbers.Select(one => (one.Key.Item1, one.Key.Item2, one.Key.Item3, one.Value));

    public long Area(long code, Way way) => Moved(code, way) - seedDistrict + DistrictCode(way.District);

    public byte[] PlaceName(long code, Way way) => code == seedDistrict ? districtNames[way.District] : names[Moved(code, way)];

    /// <summary>False for an id that belongs to the matter itself.</summary>
    public bool Mapped(Guid id, Way way, Span<byte> to)
    {
        Guid mapped;
        if (organisations.TryGetValue(id, out var organisation))
            mapped = Stand(organisation, way).Id;
        else if (organisationOf.TryGetValue(id, out var of))
            mapped = Member(id, accountIds.Contains(id) ? accounts : mediators, of, way);
        else
            return false;
        mapped.TryWriteBytes(to, bigEndian: true, out _);
        // Far from the time and the version; no two of the seeds differ there alone.
        to[13] ^= (byte)(way.District + 1);
        return true;
    }

    public (long Number, byte[] Text) NextCase(CaseHole hole, Way way)
    {
        var stand = Stand(organisations[hole.Organisation], way);
        var number = numbers[(way.District, stand.Id, hole.Year)] = numbers.GetValueOrDefault((way.District, stand.Id, hole.Year)) + 1;
        return (number, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"（{hole.Year}）{ShortName(stand, way)}人调字第{number}号")));
    }

    string ShortName(Organisation of, Way way) =>
        shortNames[of.Id].Replace(seedName, Encoding.UTF8.GetString(districtNames[way.District]), StringComparison.Ordinal);

    long Moved(long code, Way way)
    {
        if (way.From == seedDistrict || way.Village < 0)
            return code;
        var village = villages[way.Village];
        var town = village / 1_000 * 1_000;
        return code == way.From ? code % 1_000 == 0 ? town : village : code == way.From / 1_000 * 1_000 ? town : code;
    }

    Organisation Stand(Organisation of, Way way)
    {
        var place = Moved(of.Area.Value, way);
        if (place == of.Area.Value || of.Kind == OrganisationKind.EnterpriseCommittee)
            return of;
        return of.Kind == OrganisationKind.GovernanceCenter ? centres[place] : committees[place];
    }

    Guid Member(Guid id, Dictionary<Guid, List<Guid>> members, Guid organisation, Way way)
    {
        var stand = Stand(organisations[organisation], way).Id;
        return stand == organisation || !members.TryGetValue(stand, out var there) ? id : there[members[organisation].IndexOf(id) % there.Count];
    }

    void Enter(IEnumerable<(Guid Id, Guid Organisation)> people, Dictionary<Guid, List<Guid>> to)
    {
        foreach (var (id, organisation) in people)
        {
            organisationOf[id] = organisation;
            (to.TryGetValue(organisation, out var there) ? there : to[organisation] = []).Add(id);
        }
    }
}

/// <summary>A case number in a template: whose, and of which year after the move.</summary>
sealed record CaseHole(Guid Organisation, int Year, string Text);
