using System.Collections.Concurrent;
using System.Net;
using Mediation.Core.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Time.Testing;

namespace Mediation.Tests.Support;

/// <summary>The real application on a real port with a database of its own. The clock is the only double.</summary>
sealed class ApiServer : IAsyncDisposable
{
    /// <summary>Monday, 16 November 2026, nine in the morning in Shanghai.</summary>
    public static readonly DateTimeOffset Opening = new(2026, 11, 16, 1, 0, 0, TimeSpan.Zero);

    public const string Password = "Mediation-2026";

    static readonly ConcurrentDictionary<string, Lazy<Task<ApiServer>>> Running = new();

    readonly ConcurrentDictionary<string, Lazy<Task<HttpClient>>> signedIn = new();
    readonly TestDatabase database;
    readonly WebApplicationFactory<Program> factory;

    ApiServer(TestDatabase database, IEnumerable<KeyValuePair<string, string>> settings)
    {
        this.database = database;
        factory = new Factory(builder => Configure(builder, settings));
        factory.UseKestrel(0);
        factory.StartServer();
        Address = new Uri(factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
    }

    /// <summary>Every session on this server lives by it: only a fixture with a server of its own may move it.</summary>
    public FakeTimeProvider Clock { get; } = new(Opening);

    public Uri Address { get; }

    /// <summary>Where its files lie.</summary>
    public string Attachments { get; } = Directory.CreateTempSubdirectory("mediation-files-").FullName;

    public string ConnectionString => database.ConnectionString;

    /// <summary>The application's own services, for what no request can do.</summary>
    public IServiceProvider Services => factory.Services;

    public bool IsSqlite => Services.GetRequiredService<IDatabase>().Engine == SqliteDatabase.Name;

    /// <summary>The engine's one server that all ordinary fixtures use, started by the first of them.</summary>
    public static Task<ApiServer> Shared(string kind) =>
        Running.GetOrAdd(kind, k => new Lazy<Task<ApiServer>>(() => Task.Run(() => Start(k, [])))).Value;

    public static async Task<ApiServer> Start(string kind, IEnumerable<KeyValuePair<string, string>> settings) =>
        new(await TestDatabase.New(kind, migrated: true), settings);

    /// <summary>On a database that is there already; it goes with the server.</summary>
    public static ApiServer On(TestDatabase database, IEnumerable<KeyValuePair<string, string>> settings) => new(database, settings);

    /// <summary>Called once, when the last test has ended.</summary>
    public static async Task StopShared()
    {
        foreach (var server in Running.Values)
            await (await server.Value).DisposeAsync();
    }

    /// <summary>A client with the headers and cookies of a browser, signed in as nobody.</summary>
    public HttpClient Anonymous()
    {
        var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        return new HttpClient(handler) { BaseAddress = Address, DefaultRequestHeaders = { { "X-CSRF", "1" } } };
    }

    /// <summary>A demo user's client; the same one every time, so that tests do not spend their time on hashing passwords.</summary>
    public Task<HttpClient> SignIn(string user) => signedIn.GetOrAdd(user, u => new Lazy<Task<HttpClient>>(() => SignInAnew(u))).Value;

    public async Task<HttpClient> SignInAnew(string user)
    {
        var client = Anonymous();
        (await client.Post("/api/session", new { userName = user, password = Password })).Expect(HttpStatusCode.OK);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await database.DisposeAsync();
        Directory.Delete(Attachments, recursive: true);
    }

    // Settings, not environment variables: servers run side by side in this process.
    void Configure(IWebHostBuilder builder, IEnumerable<KeyValuePair<string, string>> settings)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("ConnectionStrings:Mediation", database.ConnectionString);
        builder.UseSetting("Attachments:Folder", Attachments);
        builder.UseSetting("MEDIATION_SEED", "base");
        builder.UseSetting("Logging:LogLevel:Default", "Warning");
        builder.UseSetting("SignIn:TriesPerMinute", "100000");
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureServices(services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock)));
    }

    sealed class Factory(Action<IWebHostBuilder> configure) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => configure(builder);
    }
}
