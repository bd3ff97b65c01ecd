using Mediation.Benchmarks.Harness;

namespace Mediation.Benchmarks.Volume;

/// <summary>Makes the installations that the benchmarks read, so that it is done before anything is measured.</summary>
static class VolumeCommand
{
    public static async Task<int> Run(Options options)
    {
        foreach (var size in options.Sizes)
            Console.WriteLine(await Volumes.Sqlite(new VolumeShape(size)));
        return 0;
    }
}
