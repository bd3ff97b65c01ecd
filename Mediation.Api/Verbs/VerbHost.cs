using Mediation.Api.Http;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Features.Operations;
using Mediation.Core.Features.Session;
using Mediation.Core.Messaging;
using MediatR;

namespace Mediation.Api.Verbs;

/// <summary>The server's own services without the server: nothing listens, no job runs.</summary>
sealed class VerbHost : IAsyncDisposable
{
    readonly WebApplication app;

    VerbHost(WebApplication app) => this.app = app;

    public IServiceProvider Services => app.Services;

    public IConfiguration Configuration => app.Configuration;

    public string ConnectionString => ApiSetup.ConnectionString(app.Configuration);

    /// <summary>Leaves the database as it is: one that serves may have another version of the schema.</summary>
    public static VerbHost Look(string? connectionString = null, string? attachments = null)
    {
        var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        if (connectionString is not null)
            builder.Configuration["ConnectionStrings:Mediation"] = connectionString;
        if (attachments is not null)
            builder.Configuration["Attachments:Folder"] = attachments;
        builder.AddApi();
        return new VerbHost(builder.Build());
    }

    /// <summary>With the schema brought up to date, and a writer.</summary>
    public static VerbHost Open(string? connectionString = null, string? attachments = null)
    {
        var host = Look(connectionString, attachments);
        var database = host.Services.GetRequiredService<IDatabase>();
        database.Migrate();
        database.Start();
        return host;
    }

    /// <summary>The folder of files is the database's own.</summary>
    public async Task<FileVault> Vault()
    {
        await Ask(sender => sender.Send(new OpenVault()));
        return Services.GetRequiredService<FileVault>();
    }

    /// <summary>One request in a scope of its own, as somebody or as nobody.</summary>
    public async Task<T> Ask<T>(Func<ISender, Task<T>> ask, Account? user = null, bool frozen = false)
    {
        await using var scope = Services.CreateAsyncScope();
        if (user is not null)
            scope.ServiceProvider.GetRequiredService<CurrentUser>().SignIn(user);
        if (frozen)
            await scope.ServiceProvider.GetRequiredService<DbSession>().Freeze(default);
        return await ask(scope.ServiceProvider.GetRequiredService<ISender>());
    }

    /// <summary>The account in whose name the verb acts, with its rights and no others.</summary>
    public async Task<Account> Account(string userName) => await Ask(sender => sender.Send(new FindAccount(userName))) is { BlockedAt: null } known
        ? known.ToAccount()
        : throw new NotFoundException($"An account {userName} that may sign in");

    public async ValueTask DisposeAsync()
    {
        await Services.GetRequiredService<IDatabase>().DisposeAsync();
        await app.DisposeAsync();
    }
}
