using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>A test over HTTP, once on each engine. Fixtures run side by side on one server and tell their data apart by ids.</summary>
[TestFixtureSource(typeof(ApiTest), nameof(Kinds))]
abstract partial class ApiTest(string kind)
{
    public static readonly string[] Kinds = [TestDatabase.Sqlite, TestDatabase.Postgres];

    protected string Kind => kind;

    protected ApiServer App { get; private set; } = null!;

    /// <summary>True for a fixture that moves the clock, counts all rows or needs settings of its own.</summary>
    protected virtual bool OwnServer => false;

    /// <summary>Beside those of every test server; only with a server of one's own.</summary>
    protected virtual Dictionary<string, string> Settings => [];

    [OneTimeSetUp]
    public async Task Find_or_start_the_server() => App = OwnServer ? await ApiServer.Start(kind, Settings) : await ApiServer.Shared(kind);

    [OneTimeTearDown]
    public async Task Stop_the_server_of_ones_own()
    {
        if (OwnServer && App is not null)
            await App.DisposeAsync();
    }

    protected Task<HttpClient> SignIn(string user) => App.SignIn(user);
}
