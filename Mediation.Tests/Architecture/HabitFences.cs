namespace Mediation.Tests.Architecture;

/// <summary>What is banned by grep wherever C# is written.</summary>
static class HabitFences
{
    /// <summary>The places where an error becomes an answer: to a request, to a waiting command, to a row of a batch, to a timer, to an exit code.</summary>
    static readonly string[] ErrorBecomesAnswer =
    [
        "Mediation.Api/Http/Problems.cs",
        // An entry of a batch.
        "Mediation.Api/Http/SyncBody.cs",
        "Mediation.Api/Http/SyncRunner.cs",
        "Mediation.Api/Jobs/",
        "Mediation.Api/Seeding/StoryPlayer.cs",
        // A scrape without the database's numbers.
        "Mediation.Api/Telemetry/DatabaseGauges.cs",
        "Mediation.Api/Verbs/VerbTable.cs",
        "Mediation.Core/Data/WriteLane.cs",
        // A file that is in use is told so.
        "Mediation.Core/Data/Backup/SqliteHold.cs",
        "Mediation.Core/Features/Disputes/Corrections.cs",
        // A line of an import.
        "Mediation.Core/Features/Disputes/ImportDisputes.cs",
        "Mediation.Core/Features/Disputes/PrepareImport.cs",
        // A damaged file of an office becomes its name.
        "Mediation.Core/Features/Dossier/PaperTemplate.cs",
        // A file that cannot be opened is told so.
        "Mediation.Core/Features/Sync/ExportFile.cs",
        "Mediation.Core/Data/PostgresDatabase.cs",
        // A broken line for live changes is made anew.
        "Mediation.Core/Data/PostgresChanges.cs",
        "Mediation.Core/Data/MigrationLock.cs",
        "Mediation.Core/Data/StorageJson.cs",
        // The drivers' failures get their names.
        "Mediation.Core/Messaging/TroubleBehavior.cs",
        // A killed service's clients are meant to fail.
        "Mediation.Tests/Faults/",
        // Wrong use becomes an exit code.
        "Mediation.Tests/Benchmarks/Program.cs",
    ];

    const string Anywhere = "Mediation.Core/Domain/Tier.cs";

    // The texts behind each pattern are samples of what it forbids: FenceTests puts each where the fence looks and sees it caught.
    public static IReadOnlyList<Fence> All { get; } =
    [
        Fence.NoText("Time comes in", Written, @"\bDateTime\.(Now|UtcNow|Today)\b|\bDateTimeOffset\.(Now|UtcNow)\b", Anywhere,
            "DateTime.Now", "DateTime.UtcNow", "DateTime.Today", "DateTimeOffset.Now", "DateTimeOffset.UtcNow"),
        Fence.NoText("Failure is an exception with a name", Written, @"\bResult<", Anywhere, "Result<Dispute> Register()"),
        Fence.NoText("No regions", Written, @"^\s*#region", Anywhere, "    #region Fields"),
        Fence.NoText("No async void", Written, @"\basync\s+void\b", Anywhere, "async void Go()"),
        Fence.NoText("Nothing is left for later", Written, @"\b(TODO|FIXME|HACK)\b|\bNotImplementedException\b", Anywhere,
            "// TODO: later", "// FIXME", "// HACK", "throw new NotImplementedException();"),
        Fence.NoText("Nobody sleeps on a thread", Written, @"\bThread\.Sleep\b", Anywhere, "Thread.Sleep(10);"),
        Fence.NoText("No commented-out code", Written,
            @"^\s*//(?!/)\s*(var |return\b|await |using |if \(|[\w.]+\(|[\w.]+ = ).*[;{}]\s*$", Anywhere,
            "    // var x = 1;", "// return 3;", "// await Save();", "// using Dapper;", "// if (open) {", "// Save(x);", "// Total = 3;"),
        Fence.NoCode("Names come from the mediators", Written,
            @"\b(class|record|struct|interface)\s+\w*(Manager|Helpers?|Utils?|Utility|Service)\b", Anywhere,
            "class DisputeManager", "static class TextHelper", "record DateUtils", "sealed class AreaService"),
        Fence.NoCode("No whole request in a log", Written, @"\{@\w", Anywhere, "log.LogInformation(\"{@Request}\", request)"),
        Fence.NoCode("Columns are named in use cases", source => source.IsIn("Mediation.Core/Features/"), @"\bselect\s+(\w+\.)?\*",
            "Mediation.Core/Features/Areas/FindArea.cs", "\"select * from area\"", "\"select area.* from area\""),
        Fence.NoCode("An error is caught where it becomes an answer",
            source => Written(source) && !source.IsIn(ErrorBecomesAnswer), @"\bcatch\b\s*(\(|\{|when\b|$)", Anywhere,
            "catch (Exception)", "catch { }", "catch when (x)", "catch\n{"),
        new("Files are short", Written, source => source.Lines > Longest(source) ? $"{source.Lines} lines" : null,
            new Source("Mediation.Core/Domain/Long.cs", new string('\n', 250) + "x"),
            new Source("Mediation.Tests/Domain/LongTests.cs", new string('\n', 300) + "x")),
    ];

    /// <summary>Everything but these fences themselves, which must spell what they ban.</summary>
    static bool Written(Source source) => !source.IsIn("Mediation.Tests/Architecture/");

    static int Longest(Source source) => source.IsIn("Mediation.Tests/") ? 300 : 250;
}
