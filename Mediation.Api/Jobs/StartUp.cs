using Mediation.Api.Http;
using Mediation.Api.Seeding;
using Mediation.Core.Data;
using Mediation.Core.Features.Operations;
using Mediation.Core.Features.Session;
using MediatR;
using Microsoft.AspNetCore.DataProtection;

namespace Mediation.Api.Jobs;

/// <summary>Brings the database up before the first request, and drains it after the last: registered first, so it stops last.</summary>
sealed class StartUp(IDatabase database, IServiceScopeFactory scopes, BodyDigest digest, FileVault vault, SeedRun seeds, IDataProtectionProvider keys) : IHostedService
{
    /// <summary>Another process may be playing the whole seed.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>Before anything listens.</summary>
    public async Task Open(CancellationToken cancellationToken)
    {
        // Two processes that find an empty database would both fill it.
        await using var turn = await database.TakeTurn("start", Patience, cancellationToken)
            ?? throw new TimeoutException("Another process has been starting on this database for minutes.");
        database.Migrate();
        database.Start();
        using var scope = scopes.CreateScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        digest.Use(await sender.Send(new GetSecret("body-digest"), cancellationToken));
        // Made here, for a key that is made inside a command would go with that command's rollback.
        await sender.Send(new GetSecret("party-key"), cancellationToken);
        // By it a tablet knows that it talks to another database than before.
        await sender.Send(new GetSecret("sync-epoch"), cancellationToken);
        vault.Use(await sender.Send(new GetSecret("attachments"), cancellationToken));
        await sender.Send(new CompleteErasures(), cancellationToken);
        await seeds.Start(cancellationToken);
        // The first key of the tickets is made while nobody else makes another one.
        keys.CreateProtector("start").Protect([]);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken) => await database.DisposeAsync();
}
