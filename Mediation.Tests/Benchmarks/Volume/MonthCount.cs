using System.Data.Common;
using Mediation.Benchmarks.Harness;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Mediation.Benchmarks.Volume;

/// <summary>The yardstick of the report: what each dispute adds to one month, in a table with nothing else, counted by an index that covers the query.</summary>
sealed class MonthCount : IDisposable
{
    const string Columns = "found, mediated, succeeded, major_found, major_mediated, major_succeeded, people, registered, moved_in, moved_out, referred_out, resolved, lawfully_ended, reopened, sent_up, carried_over_mediated";

    readonly DbConnection connection;
    readonly DbCommand count;
    readonly string? folder;

    MonthCount(DbConnection connection, string? folder)
    {
        (this.connection, this.folder) = (connection, folder);
        count = connection.CreateCommand();
        count.CommandTimeout = 0;
        count.CommandText = $"select tier, category, {string.Join(", ", Columns.Split(", ").Select(column => $"sum({column})"))} from month_count where district_code >= @from and district_code < @to group by tier, category";
        foreach (var name in (string[])["from", "to"])
        {
            var parameter = count.CreateParameter();
            (parameter.ParameterName, parameter.DbType) = (name, System.Data.DbType.Int64);
            count.Parameters.Add(parameter);
        }
    }

    public static async Task<MonthCount> Of(string connectionString, int month)
    {
        var entries = $"select district_code, tier, category, {Columns} from {{0}}report_entry where month = {month}";
        var index = $"create index month_count_by_all on month_count (district_code, tier, category, {Columns})";
        if (connectionString.StartsWith("Host=", StringComparison.Ordinal))
        {
            var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync();
            await Execute(connection, $"create temporary table month_count as {string.Format(null, entries, "")}; {index}; vacuum analyze month_count");
            return new MonthCount(connection, null);
        }
        var folder = Directory.CreateTempSubdirectory("mediation-month-").FullName;
        var file = new SqliteConnection($"Data Source={Path.Combine(folder, "month.db")};Pooling=false");
        await file.OpenAsync();
        var source = new SqliteConnectionStringBuilder(connectionString).DataSource;
        await Execute(file, $"attach '{source}' as volume; create table month_count as {string.Format(null, entries, "volume.")}; {index}; detach volume; analyze");
        return new MonthCount(file, folder);
    }

    public async Task<double> Median(long from, long to, int times)
    {
        var all = new List<double>();
        for (var time = 0; time < times; time++)
            all.Add(await Rounds.Time(async () =>
            {
                (count.Parameters[0].Value, count.Parameters[1].Value) = (from, to);
                await using var reader = await count.ExecuteReaderAsync();
                while (await reader.ReadAsync())
                    _ = reader.GetValue(2);
            }));
        return Rounds.Median(all);
    }

    public void Dispose()
    {
        count.Dispose();
        connection.Dispose();
        if (folder is not null)
            Directory.Delete(folder, recursive: true);
    }

    static async Task Execute(DbConnection connection, string sql)
    {
        foreach (var one in sql.Split("; "))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = one;
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
        }
    }
}
