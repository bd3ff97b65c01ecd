using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Exports;
using Mediation.Core.Features.Exports;
using Mediation.Core.Messaging;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>
/// Writes the exports that wait, one after the other. Each is read in one state of the database and written beside its place; it gets its name, and the
/// job its end, when it is whole. A run whose process died loses the job with its lease, and another begins it anew.
/// </summary>
sealed class ExportRunner(
    IServiceScopeFactory scopes, ExportVault vault, ExportSettings settings, TimeProvider clock, JobTurns turns, ILogger<ExportRunner> log) : BackgroundService
{
    /// <summary>In looks.</summary>
    const int SweepEvery = 300;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(settings.Look, clock);
        for (var tick = 0; await timer.WaitForNextTickAsync(stoppingToken); tick++)
            await RunOrLog(tick % SweepEvery == 0, stoppingToken);
    }

    /// <summary>Runs until none waits. Answers how many were taken.</summary>
    public async Task<int> Run(CancellationToken ct)
    {
        for (var taken = 0; ; taken++)
        {
            if (await Apart(sender => sender.Send(new TakeExport(Guid.CreateVersion7(clock.GetUtcNow())), ct)) is not { } job)
                return taken;
            await WriteOrFail(job, ct);
        }
    }

    /// <summary>Files whose days are over, and what dead runs left. Answers how many went.</summary>
    public async Task<int> Sweep(CancellationToken ct)
    {
        var (all, swept) = (0, 0);
        do
            all += swept = await Apart(sender => sender.Send(new SweepExports(), ct));
        while (swept > 0);
        return all + await Apart(sender => sender.Send(new DropLeftExports(), ct));
    }

    async Task WriteOrFail(TakenExport job, CancellationToken ct)
    {
        try
        {
            if (job.Attempt > ExportRules.MostAttempts)
                throw new RuleViolationException("export.gave-up", $"It was begun {ExportRules.MostAttempts} times, and its process ended each time.", "domain 9");
            var file = await Write(job, ct);
            if (!await Apart(sender => sender.Send(new CompleteExport(job.Id, job.Lease, file), CancellationToken.None)))
                vault.Remove(job.Lease);
        }
        catch (LeaseLostException)
        {
            log.LogWarning("The export {Id} is in another run's hands", job.Id);
            vault.Remove(job.Lease);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            vault.Remove(job.Lease);
            await Apart(sender => sender.Send(new ReleaseExport(job.Id, job.Lease), CancellationToken.None));
            throw;
        }
        catch (Exception trouble) when (DatabaseTrouble.Of(trouble) is not null and not DatabaseFullException)
        {
            // Nothing is wrong with the job: it comes back with its lease, when the database is well again.
            vault.Remove(job.Lease);
            throw;
        }
        catch (Exception failure)
        {
            vault.Remove(job.Lease);
            var told = Told(failure);
            if (told.Code == "export.broken")
                log.LogError(failure, "The export {Id} failed", job.Id);
            await Apart(sender => sender.Send(new FailExport(job.Id, job.Lease, told), CancellationToken.None));
        }
    }

    async Task<WrittenExport> Write(TakenExport job, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().SignIn(
            job.Account ?? throw new ForbiddenException("export.account-blocked", "The account that asked for it is blocked."));
        await scope.ServiceProvider.GetRequiredService<DbSession>().Freeze(ct);
        await using var draft = vault.Begin(job.Lease);
        var (name, type, rows) = await new ExportWriting(job, scope.ServiceProvider.GetRequiredService<ISender>(), draft, Hold).Write(ct);
        await Hold(rows, rows);
        var (bytes, sha256) = await vault.Keep(job.Lease, draft, ct);
        return new WrittenExport(rows, name, type, bytes, sha256);

        async Task Hold(int done, int total)
        {
            ct.ThrowIfCancellationRequested();
            if (!await Apart(sender => sender.Send(new HoldExport(job.Id, job.Lease, done, total), ct)))
                throw new LeaseLostException();
        }
    }

    static ExportFailure Told(Exception failure) => failure switch
    {
        RuleViolationException rule => new(rule.Code, rule.Message),
        ForbiddenException forbidden => new(forbidden.Code, forbidden.Message),
        NotFoundException missing => new(missing.Code, missing.Message),
        FluentValidation.ValidationException invalid => new("validation", string.Join("; ", invalid.Errors.Select(error => error.ErrorMessage))),
        _ when DiskFull.Is(failure) => new("disk.full", "The disk is full."),
        _ => new("export.broken", "Something broke; the log of the service says what."),
    };

    /// <summary>In a scope of its own: the run's has its state of the database and takes no command.</summary>
    async Task<T> Apart<T>(Func<ISender, Task<T>> send)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await send(scope.ServiceProvider.GetRequiredService<ISender>());
    }

    async Task RunOrLog(bool sweep, CancellationToken ct)
    {
        try
        {
            await Run(ct);
            // Jobs have their leases; only the sweep wants a turn.
            await using var turn = sweep ? await turns.Take(GetType(), ct) : null;
            if (turn is not null && await Sweep(ct) is > 0 and var swept)
                log.LogInformation("{Count} files of exports were swept", swept);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next look comes soon; a job that was taken comes back with its lease.
            log.LogError(failure, "The run of exports failed");
        }
    }

    /// <summary>Another run holds the job by now.</summary>
    sealed class LeaseLostException : Exception;
}
