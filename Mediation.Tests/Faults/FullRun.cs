using NUnit.Framework;

namespace Mediation.Tests.Faults;

/// <summary>`MEDIATION_FULL_FAULTS=1` takes the numbers of the requirement instead of those that fit into every run of the tests.</summary>
static class FullRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("MEDIATION_FULL_FAULTS") == "1";

    public static int Kills => IsOn ? 20 : 2;

    public static TimeSpan Away => TimeSpan.FromSeconds(IsOn ? 30 : 3);

    /// <summary>Chance that can be had again: the seed is in the output.</summary>
    public static Random Chance()
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        return new Random(seed);
    }
}
