using Mediation.Tests.Browser;
using Mediation.Tests.Support;
using NUnit.Framework;

[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]

namespace Mediation.Tests;

/// <summary>What happens once around all tests.</summary>
[SetUpFixture]
sealed class TestRun
{
    [OneTimeTearDown]
    public async Task Stop_what_all_tests_shared()
    {
        await Browsers.Stop();
        await ApiServer.StopShared();
        PostgresServer.Stop();
    }
}
