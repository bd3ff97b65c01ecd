using System.Reflection;
using System.Text.RegularExpressions;
using DbUp.Builder;
using DbUp.Engine;

namespace Mediation.Core.Data;

/// <summary>Numbered, append-only scripts, one text for both engines; a name ending in an engine's name is for that engine only.</summary>
static partial class Migrations
{
    /// <summary>`only`: a schema of an earlier day, into which data of that day are loaded before the rest runs.</summary>
    public static void Run(UpgradeEngineBuilder deploy, string engine, IReadOnlyCollection<string>? only = null)
    {
        var result = deploy
            .WithScriptsEmbeddedInAssembly(Assembly.GetExecutingAssembly(), name => IsFor(engine, name) && only?.Contains(name) != false)
            .WithPreprocessor(new Dialect(engine))
            .WithVariablesDisabled()
            .WithTransactionPerScript()
            .LogToNowhere()
            .Build()
            .PerformUpgrade();
        if (!result.Successful)
            throw new InvalidOperationException($"Migration {result.ErrorScript?.Name} failed: {result.Error.Message}", result.Error);
    }

    /// <summary>What this program brings for an engine, in order.</summary>
    public static IReadOnlyList<string> Names(string engine) => [.. Assembly.GetExecutingAssembly().GetManifestResourceNames().Where(name => IsFor(engine, name)).Order(StringComparer.Ordinal)];

    /// <summary>A script as the engine gets it.</summary>
    public static string Text(string engine, string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return new Dialect(engine).Process(reader.ReadToEnd());
    }

    static bool IsFor(string engine, string name) => name.Contains(".Data.Migrations.") && name.EndsWith(".sql")
        && !name.EndsWith($".{(engine == SqliteDatabase.Name ? PostgresDatabase.Name : SqliteDatabase.Name)}.sql");

    /// <summary>The few words in which the engines differ.</summary>
    sealed partial class Dialect(string engine) : IScriptPreprocessor
    {
        const int Parts = 16;

        /// <summary>The rest of its key beside the district; another table names its own.</summary>
        const string JournalKey = "dispute_id, sequence";

        public string Process(string contents)
        {
            var sqlite = engine == SqliteDatabase.Name;
            contents = contents
                .Replace("{id}", sqlite ? "blob" : "uuid")
                .Replace("{bytes}", sqlite ? "blob" : "bytea")
                .Replace("{instant}", sqlite ? "integer" : "timestamptz")
                .Replace("{date}", sqlite ? "text" : "date")
                // One tree instead of a table beside the index of its key.
                .Replace("{clustered}", sqlite ? "without rowid" : "{partitioned}");
            return AppendOnly().Replace(Partitioned().Replace(contents, table => sqlite ? table.Groups[1].Value : Partitions(table)), table =>
                sqlite ? SqliteAppendOnly(table.Groups[1].Value, table.Groups[2].Success ? table.Groups[2].Value : JournalKey) : PostgresAppendOnly(table.Groups[1].Value));
        }

        static string Partitions(Match table)
        {
            var name = TableName().Match(table.Groups[1].Value).Groups[1].Value;
            var parts = Enumerable.Range(0, Parts).Select(part =>
                $"create table {name}_{part} partition of {name} for values with (modulus {Parts}, remainder {part});");
            return $"{table.Groups[1].Value} partition by hash (district_code);\n{string.Join('\n', parts)}\n--";
        }

        // `insert or replace` passes UPDATE and DELETE triggers, hence the third one.
        static string SqliteAppendOnly(string table, string key) =>
            $"""
            create trigger {table}_no_update before update on {table} begin select raise(abort, '{table} is append-only'); end;
            create trigger {table}_no_delete before delete on {table} begin select raise(abort, '{table} is append-only'); end;
            create trigger {table}_no_replace before insert on {table}
            when exists (select 1 from {table} where district_code = new.district_code and {string.Join(" and ", key.Split(", ").Select(name => $"{name} = new.{name}"))})
            begin select raise(abort, '{table} is append-only'); end;
            """;

        // Row triggers reach the partitions by themselves; those of statements do not.
        static string PostgresAppendOnly(string table) =>
            $"""
            create function {table}_refuse() returns trigger language plpgsql as $$ begin raise exception '{table} is append-only'; end $$;
            create trigger {table}_no_change before update or delete on {table} for each row execute function {table}_refuse();
            create trigger {table}_no_truncate before truncate on {table} for each statement execute function {table}_refuse();
            {string.Join('\n', Enumerable.Range(0, Parts).Select(part =>
                $"create trigger {table}_no_truncate before truncate on {table}_{part} for each statement execute function {table}_refuse();"))}
            """;

        [GeneratedRegex(@"(create table [^;]*?\))\s*\{partitioned\}", RegexOptions.Singleline)]
        private static partial Regex Partitioned();

        [GeneratedRegex(@"create table (\w+)")]
        private static partial Regex TableName();

        [GeneratedRegex(@"\{append_only (\w+)(?:\(([^)]*)\))?\};?")]
        private static partial Regex AppendOnly();
    }
}
