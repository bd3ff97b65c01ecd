using System.Data.Common;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Mediation.Benchmarks.Harness;
using Mediation.Benchmarks.Register;
using Mediation.Tests.Support;

namespace Mediation.Benchmarks;

/// <summary>A tablet's first pull, page by page over HTTP as the client asks for it, beside a raw select of the same rows; and a pull of nothing new.</summary>
static class SyncBenchmark
{
    /// <summary>As the client has it.</summary>
    const int Page = 200;

    const int Disputes = 5_000, EmptyPulls = 500;

    public static async Task<IReadOnlyList<Measure>> Run(Options options)
    {
        using var side = new Side(options);
        var database = await side.New("ours");
        var (service, address) = await ApiProcess.Start(database);
        using (service)
        {
            var people = await Desks.SignIn(address, ["town"]);
            using var client = Desks.Client(address, people[0].Cookie);
            await Ledgers.Import(client, Ledgers.Of(new Intakes(seed: 8), people[0].Areas, Disputes, "sync"));
            using var connection = Side.Open(database);
            using var raw = new RawPull(connection, people[0].Areas[0]);
            var pulled = await Count(client);
            if (pulled != raw.Run() || pulled < Disputes)
                throw new InvalidOperationException($"The tablet pulled {pulled} disputes, the raw select {raw.Run()}.");
            var cursor = await Pull(client);

            var waits = new List<double>();
            for (var at = 0; at < EmptyPulls; at++)
                waits.Add(await Rounds.Time(() => Ask(client, cursor)));
            return
            [
                await Rounds.Alternate($"first pull of {pulled:N0} disputes", "ms", () => Rounds.Time(() => Pull(client)),
                    async () => await Rounds.Time(() => Task.FromResult(raw.Run())), Bound.Most(3), options.Rounds),
                Measure.Alone("pull of nothing new, p50", "ms", Rounds.Median(waits.Skip(EmptyPulls / 5)), Bound.Most(2)),
                Measure.Alone("pull of nothing new, p99", "ms", Rounds.Quantile(waits.Skip(EmptyPulls / 5), 0.99)),
            ];
        }
    }

    /// <summary>All bytes are received; only the end of each page is read, because the tablet's own work is not the server's.</summary>
    static async Task<string> Pull(HttpClient client)
    {
        var (cursor, more) = ("", true);
        while (more)
        {
            var page = await Ask(client, cursor);
            var end = page.AsSpan(page.AsSpan().LastIndexOf("\"next\":\""u8) + 8);
            cursor = Encoding.ASCII.GetString(end[..end.IndexOf((byte)'"')]);
            more = end.IndexOf("\"more\":true"u8) >= 0;
        }
        return cursor;
    }

    static async Task<int> Count(HttpClient client)
    {
        var (count, cursor, more) = (0, "", true);
        while (more)
        {
            using var page = JsonDocument.Parse(await Ask(client, cursor));
            count += page.RootElement.GetProperty("items").GetArrayLength();
            cursor = page.RootElement.GetProperty("next").GetString()!;
            more = page.RootElement.GetProperty("more").GetBoolean();
        }
        return count;
    }

    static Task<byte[]> Ask(HttpClient client, string cursor) =>
        client.GetByteArrayAsync(cursor.Length == 0 ? $"/api/sync/changes?limit={Page}" : $"/api/sync/changes?after={cursor}&limit={Page}");

    /// <summary>The same rows by a prepared statement, page by page, every column read.</summary>
    sealed class RawPull : IDisposable
    {
        readonly DbCommand command;

        public RawPull(DbConnection connection, long village)
        {
            command = connection.CreateCommand();
            command.CommandText =
                $"""
                select dispute_change.number, dispute_change.dispute_id, dispute_change.version, dispute.version, dispute_file.body, journal.hash
                from dispute_change
                join dispute on dispute.district_code = dispute_change.district_code and dispute.id = dispute_change.dispute_id
                join dispute_file on dispute_file.district_code = dispute_change.district_code and dispute_file.id = dispute_change.dispute_id
                join journal on journal.district_code = dispute_change.district_code and journal.dispute_id = dispute_change.dispute_id
                    and journal.sequence = dispute_change.version
                where dispute_change.district_code = {Code(village / 1_000_000 * 1_000_000)} and dispute_change.town_code = {Code(village / 1_000 * 1_000)}
                  and dispute_change.number > @after
                order by dispute_change.number
                limit {Page}
                """;
            var after = command.CreateParameter();
            (after.ParameterName, after.Value) = ("@after", 0L);
            command.Parameters.Add(after);
            command.Prepare();
        }

        public int Run()
        {
            var (count, read) = (0, Page);
            command.Parameters[0].Value = 0L;
            var row = new object[6];
            while (read == Page)
            {
                read = 0;
                using var reader = command.ExecuteReader();
                for (; reader.Read(); read++)
                    reader.GetValues(row);
                count += read;
                command.Parameters[0].Value = row[0];
            }
            return count;
        }

        public void Dispose() => command.Dispose();

        static string Code(long code) => code.ToString(CultureInfo.InvariantCulture);
    }
}
