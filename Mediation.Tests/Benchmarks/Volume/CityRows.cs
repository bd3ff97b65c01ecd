using Mediation.Core.Data;
using Mediation.Core.Domain.Registry;
using Microsoft.Data.Sqlite;

namespace Mediation.Benchmarks.Volume;

/// <summary>The rows that are there before any dispute: rules, areas, organisations, mediators and accounts of every district, and the city's own centre.</summary>
sealed class CityRows(SqliteConnection templates, Tables tables, Registry registry, City city, VolumeShape shape)
{
    static readonly Guid Centre = new("01941f2a-6660-76ac-a01d-0c4968ba0d01");
    static readonly Guid Account = new("01941f2a-6660-76ac-a01d-0c4968ba0d02");

    public IReadOnlyList<Action<Batch>> All => [Verbatim, Areas, Districts, CityCentre];

    void Verbatim(Batch batch)
    {
        foreach (var name in Tables.Verbatim)
            foreach (var row in Rows(name))
            {
                batch.Row(tables[name].Number);
                foreach (var value in row)
                    Write(batch, value);
            }
    }

    void Areas(Batch batch)
    {
        Area(City.Province, FictionalNames.Province, null, "Province");
        Area(City.Code, FictionalNames.City, City.Province, "City");
        for (var district = 0; district < shape.Districts; district++)
        {
            var way = new Way(district, registry.District, -1);
            foreach (var (code, _, _) in registry.Areas)
                Area(city.Area(code.Value, way), System.Text.Encoding.UTF8.GetString(city.PlaceName(code.Value, way)),
                    code.Value == registry.District ? City.Code : city.Area(code.Parent!.Value.Value, way), code.Level.ToString());
        }

        void Area(long code, string name, long? parent, string level)
        {
            batch.Row(tables["area"].Number);
            foreach (var column in tables["area"].Columns)
                Write(batch, column switch
                {
                    "code" => code,
                    "name" => name,
                    "parent" => parent,
                    "level" => level,
                    "valid_from" => "1949-10-01",
                    "sample" => 0L,
                    _ => null,
                });
        }
    }

    /// <summary>User names are those of the seeds in the first district, and end in the district's number in the others.</summary>
    void Districts(Batch batch)
    {
        for (var district = 0; district < shape.Districts; district++)
        {
            var variant = new Variant { Place = registry.District };
            var cutter = new TextCutter(variant, registry, 0, []);
            var name = tables["account"].Columns.ToList().IndexOf("user_name");
            foreach (var table in Tables.Registry.Select(table => tables[table]))
                foreach (var row in Rows(table.Name))
                {
                    if (table.Name == "account" && district > 0)
                        row[name] = $"{row[name]}-{district + 1}";
                    variant.Rows.Add((table, [.. table.Columns.Select((column, at) => cutter.Of(column, row[at]))]));
                }
            var copy = new Copy(city, new Dice((ulong)district + 1));
            copy.Become(variant, new Planned { District = district, Village = -1 }, 0, batch);
            foreach (var (table, parts) in variant.Rows)
            {
                batch.Row(table.Number);
                foreach (var part in parts)
                    part.Write(copy, batch);
            }
        }
    }

    void CityCentre(Batch batch)
    {
        var of = registry.Organisations.First(one => one.Kind == OrganisationKind.GovernanceCenter && one.Area.Value == registry.District);
        var centre = of with { Id = Centre, Area = new(City.Code), Name = $"{FictionalNames.City}社会治安综合治理中心", ShortName = $"{FictionalNames.City}综治" };
        batch.Row(tables["organisation"].Number);
        foreach (var column in tables["organisation"].Columns)
            Write(batch, column switch
            {
                "id" => Centre.ToByteArray(bigEndian: true),
                "district_code" or "area_code" => City.Code,
                "kind" => centre.Kind.ToString(),
                "tier" => centre.Tier.ToString(),
                "name" => centre.Name,
                "short_name" => centre.ShortName,
                "body" => StorageJson.Write(centre),
                "version" => 1L,
                _ => null,
            });
        var columns = tables["account"].Columns.ToList();
        var account = Rows("account").Single(row => Equals(row[columns.IndexOf("user_name")], "district"));
        (account[columns.IndexOf("id")], account[columns.IndexOf("user_name")]) = (Account.ToByteArray(bigEndian: true), "city");
        account[columns.IndexOf("organisation_id")] = Centre.ToByteArray(bigEndian: true);
        batch.Row(tables["account"].Number);
        foreach (var value in account)
            Write(batch, value);
    }

    /// <summary>What the copies counted up.</summary>
    public void Counters(Batch batch, Planned[] plan)
    {
        foreach (var district in plan.GroupBy(one => one.District))
        {
            batch.Row(tables["change_counter"].Number);
            batch.Number(City.DistrictCode(district.Key));
            batch.Number(district.Max(one => one.Change));
        }
        Span<byte> id = stackalloc byte[16];
        foreach (var (district, organisation, year, last) in city.CaseCounters)
        {
            city.Mapped(organisation, new Way(district, registry.District, -1), id);
            batch.Row(tables["case_number_counter"].Number);
            batch.Number(City.DistrictCode(district));
            batch.Blob(id);
            batch.Number(year);
            batch.Number(last);
        }
    }

    IReadOnlyList<object?[]> Rows(string table) => Registry.Rows(
        templates, $"select {string.Join(", ", tables[table].Columns)} from {table} order by 1, 2", Template.Values);

    static void Write(Batch batch, object? value)
    {
        switch (value)
        {
            case null: batch.Null(); break;
            case long number: batch.Number(number); break;
            case byte[] bytes: batch.Blob(bytes); break;
            case string text: batch.Text(text); break;
            default: throw new NotSupportedException($"{value.GetType()} in a row.");
        }
    }
}
