using System.Diagnostics;
using NUnit.Framework;

namespace Mediation.Tests.Faults;

/// <summary>Looks again until it is so.</summary>
static class Again
{
    public static async Task Until(TimeSpan patience, Func<Task<bool>> isSo)
    {
        var waited = Stopwatch.StartNew();
        while (!await isSo())
        {
            Assert.That(waited.Elapsed, Is.LessThan(patience), "it did not come to be so in time");
            await Task.Delay(100);
        }
    }
}
