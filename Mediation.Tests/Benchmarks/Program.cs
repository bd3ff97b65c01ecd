using Mediation.Benchmarks;
using Mediation.Benchmarks.Harness;
using Mediation.Benchmarks.Volume;

// dotnet run -c Release --project Mediation.Tests/Benchmarks -- NAME [--engine sqlite|postgres] [--sizes N,N] [--rounds N]
// `all` runs every one and writes the README's table; `table` writes it from the last run of each; `volume` makes what they read beforehand.
var benchmarks = new Dictionary<string, Func<Options, Task<IReadOnlyList<Measure>>>>
{
    ["queue"] = QueueBenchmark.Run,
    ["report"] = ReportBenchmark.Run,
    ["search"] = SearchBenchmark.Run,
    ["size"] = SizeBenchmark.Run,
    ["register"] = RegisterBenchmark.Run,
    ["import"] = ImportBenchmark.Run,
    ["sync"] = SyncBenchmark.Run,
    ["start"] = StartBenchmark.Run,
    ["memory"] = MemoryBenchmark.Run,
    ["backup"] = BackupBenchmark.Run,
};

try
{
    return args switch
    {
        ["client"] => await ClientBenchmark.Run(),
        ["table"] => WriteTable(),
        ["volume", .. var options] => await VolumeCommand.Run(Options.Read(options)),
        ["all", .. var options] => await All(Options.Read(options)),
        [var name, .. var options] when benchmarks.ContainsKey(name) => await One(name, Options.Read(options)) ? 0 : 1,
        _ => throw new ArgumentException($"Which benchmark? client, volume, {string.Join(", ", benchmarks.Keys)}, all, table"),
    };
}
catch (ArgumentException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}

async Task<int> All(Options options)
{
    var hold = true;
    foreach (var name in benchmarks.Keys)
        hold &= await One(name, options);
    WriteTable();
    return hold ? 0 : 1;
}

async Task<bool> One(string name, Options options)
{
    var outcome = Outcome.Of(name, options.Engine, await benchmarks[name](options));
    outcome.Print();
    outcome.Save();
    return outcome.Holds;
}

int WriteTable()
{
    ReadmeTable.Write(Outcome.Saved());
    return 0;
}
