using System.Data.Common;
using Mediation.Core.Domain.Search;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Mediation.Benchmarks.Volume;

enum Frequency { Common, Middling, Rare }

sealed record Term(string Text, Frequency Frequency);

/// <summary>The searched texts themselves: which words there are, and the yardstick that reads them all.</summary>
sealed class Texts(DbConnection connection) : IDisposable
{
    const int EachLength = 8;

    public static async Task<Texts> Open(string connectionString)
    {
        DbConnection connection = connectionString.StartsWith("Host=", StringComparison.Ordinal) ? new NpgsqlConnection(connectionString) : new SqliteConnection(connectionString + ";Mode=ReadOnly");
        await connection.OpenAsync();
        return new Texts(connection);
    }

    /// <summary>Two and three characters side by side: what most texts hold, what about one in a hundred does, and what a sample holds once.</summary>
    public async Task<IReadOnlyList<Term>> Terms()
    {
        var texts = await Read("select text from search_text where number % 199 = 0 order by number limit 5000", null);
        var terms = new List<Term>();
        foreach (var length in (int[])[2, 3])
        {
            var counts = texts.SelectMany(text => SearchText.Terms(text).SelectMany(run => Pieces(run, length)).Distinct()).CountBy(piece => piece)
                .OrderByDescending(one => one.Value).ThenBy(one => one.Key, StringComparer.Ordinal).ToList();
            terms.AddRange(counts.Take(EachLength).Select(one => new Term(one.Key, Frequency.Common)));
            terms.AddRange(counts.Where(one => one.Value <= texts.Count / 100).Take(EachLength).Select(one => new Term(one.Key, Frequency.Middling)));
            terms.AddRange(counts.Where(one => one.Value == 1).Take(EachLength).Select(one => new Term(one.Key, Frequency.Rare)));
        }
        return terms;
    }

    public async Task Like(string term) =>
        await Read("select cast(number as text) from search_text where text like @pattern order by number desc limit 51", $"%{term}%");

    public void Dispose() => connection.Dispose();

    static IEnumerable<string> Pieces(string run, int length) => Enumerable.Range(0, Math.Max(0, run.Length - length + 1)).Select(at => run.Substring(at, length));

    async Task<List<string>> Read(string sql, string? pattern)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        if (pattern is not null)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ("pattern", pattern);
            command.Parameters.Add(parameter);
        }
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
