using Mediation.Core.Data;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;
using Microsoft.Data.Sqlite;

namespace Mediation.Benchmarks.Volume;

/// <summary>Who and what there is in the seeds' district.</summary>
sealed class Registry
{
    public required long District { get; init; }

    public required IReadOnlyList<(AreaCode Code, string Name, string Fictional)> Areas { get; init; }

    public required IReadOnlyList<Organisation> Organisations { get; init; }

    public required IReadOnlyList<(Guid Id, Guid Organisation)> Mediators { get; init; }

    public required IReadOnlyList<(Guid Id, Guid Organisation)> Accounts { get; init; }

    public static Registry Read(SqliteConnection connection)
    {
        var areas = Rows(connection, "select code, name from area where level in ('District', 'Town', 'Village') order by code",
            row => (Code: new AreaCode(row.GetInt64(0)), Name: row.GetString(1)));
        var named = areas.Select((area, number) => (area.Code, area.Name, area.Code.Level == AreaLevel.District ? area.Name : FictionalNames.Place(area.Name, number)));
        return new Registry
        {
            District = areas.Single(area => area.Code.Level == AreaLevel.District).Code.Value,
            Areas = [.. named],
            Organisations = Rows(connection, "select body from organisation order by id", row => StorageJson.Read<Organisation>(row.GetString(0))),
            Mediators = Rows(connection, "select id, organisation_id from mediator order by id", Member),
            Accounts = Rows(connection, "select id, organisation_id from account order by user_name", Member),
        };
    }

    /// <summary>A text in which towns and villages bear their fictional names.</summary>
    public string Renamed(string text) => Areas.Where(area => area.Code.Value != District).OrderByDescending(area => area.Name.Length)
        .Aggregate(text, (known, area) => known.Replace(area.Name, area.Fictional, StringComparison.Ordinal));

    public static IReadOnlyList<T> Rows<T>(SqliteConnection connection, string sql, Func<SqliteDataReader, T> read)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    static (Guid, Guid) Member(SqliteDataReader row) => (Id(row, 0), Id(row, 1));

    static Guid Id(SqliteDataReader row, int column) => new((byte[])row.GetValue(column), bigEndian: true);
}
