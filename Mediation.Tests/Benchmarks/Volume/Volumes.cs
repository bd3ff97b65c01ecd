using System.Diagnostics;
using System.Security.Cryptography;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace Mediation.Benchmarks.Volume;

/// <summary>
/// Installations of a made-up city with as many disputes as asked for. They are made once and kept in a folder outside the repository
/// (MEDIATION_VOLUME, else `mediation-volume` among the temporary files) until the schema or the generator changes.
/// </summary>
static class Volumes
{
    static readonly Lazy<string> Schema = new(SchemaKey);

    /// <summary>User names of the first district, besides `city`; all have this password.</summary>
    public const string Password = "Mediation-2026";

    public static string SchemaName => Schema.Value;

    public static string Folder => Directory.CreateDirectory(Environment.GetEnvironmentVariable("MEDIATION_VOLUME") is { Length: > 0 } named
        ? named
        : Path.Combine(Path.GetTempPath(), "mediation-volume")).FullName;

    /// <summary>A SQLite file for those who only read; whoever writes asks for a copy of his own.</summary>
    public static async Task<string> Sqlite(VolumeShape shape)
    {
        var path = Path.Combine(Folder, $"volume-{shape.Key}-{Schema.Value}.db");
        if (File.Exists(path + ".ready") && Holds(path, shape))
            return path;
        foreach (var rest in Directory.GetFiles(Folder, Path.GetFileName(path) + "*"))
            File.Delete(rest);
        var watch = Stopwatch.StartNew();
        await Make(path, shape);
        await File.WriteAllTextAsync(path + ".ready", $"{TimeProvider.System.GetUtcNow():u} {watch.Elapsed.TotalSeconds:0} s");
        Console.Error.WriteLine($"Made {shape.Key} in {watch.Elapsed.TotalSeconds:0} s, {new FileInfo(path).Length >> 20:#,0} MB.");
        return path;
    }

    /// <summary>A copy that may be written to; the caller deletes it.</summary>
    public static async Task<string> SqliteCopy(VolumeShape shape)
    {
        var path = await Sqlite(shape);
        var copy = Path.Combine(Directory.CreateTempSubdirectory("mediation-bench-").FullName, "mediation.db");
        File.Copy(path, copy);
        return copy;
    }

    static async Task Make(string path, VolumeShape shape)
    {
        await using (var database = new SqliteDatabase($"Data Source={path};Pooling=false", NullLogger<WriteLane>.Instance, condition: null))
            database.Migrate();
        var templates = await TemplateFile.Path(Folder, Schema.Value);
        using var connection = new SqliteConnection($"Data Source={templates};Pooling=false;Mode=ReadOnly");
        await connection.OpenAsync();
        var tables = new Tables(connection);
        using var sink = new SqliteSink(path, tables);
        await Fill(connection, templates, tables, sink, shape);
    }

    public static async Task Fill(SqliteConnection connection, string templates, Tables tables, ISink sink, VolumeShape shape)
    {
        var registry = Registry.Read(connection);
        var city = new City(registry, shape);
        var now = TimeProvider.System.GetUtcNow();
        await using var database = new SqliteDatabase($"Data Source={templates};Pooling=false", NullLogger<WriteLane>.Instance, condition: null);
        await using var session = new DbSession(database);
        var reference = new ReferenceData(TimeProvider.System);
        var clocks = new ClockIndex(session, new OrganisationStore(session, new ReferenceCache()), reference, TimeProvider.System);
        var variants = new VariantMaker(tables, registry, clocks, await reference.ReportDefinition(session), Shanghai.DateOf(now), sink.HasSearchIndex);
        var all = Template.Read(connection, tables);
        var plan = VolumePlan.Make(shape, all, city.Villages, city.VillagesOfDesk, now, new Dice(340_803));
        var rows = new CityRows(connection, tables, registry, city, shape);
        await new VolumeMaker(tables, city, variants, sink, await reference.Secret(session, "party-key")).Make(plan, all, rows.All, batch => rows.Counters(batch, plan));
    }

    static bool Holds(string path, VolumeShape shape)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        return Registry.Rows(connection, "select count(*) from change_counter", row => row.GetInt64(0)).Single() == shape.Districts
            && Registry.Rows(connection, "select sum(last) from change_counter", row => row.GetInt64(0)).Single() >= shape.Disputes;
    }

    /// <summary>The numbered migrations' own texts: a file of another schema is made anew.</summary>
    static string SchemaKey()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var core = typeof(SqliteDatabase).Assembly;
        foreach (var name in core.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal) && !name.StartsWith("Citus.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var text = new StreamReader(core.GetManifestResourceStream(name)!);
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(name + text.ReadToEnd()));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
    }
}
