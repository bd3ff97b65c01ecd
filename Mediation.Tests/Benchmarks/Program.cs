using Mediation.Benchmarks;

// dotnet run -c Release --project Mediation.Tests/Benchmarks -- NAME
return args switch
{
    ["client"] => await ClientBenchmark.Run(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("Which benchmark? client");
    return 2;
}
