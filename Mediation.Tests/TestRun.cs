using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests;

/// <summary>What happens once around all tests.</summary>
[SetUpFixture]
sealed class TestRun
{
    [OneTimeTearDown]
    public void Stop_the_database_server() => PostgresServer.Stop();
}
