namespace Mediation.Api.Jobs;

/// <summary>Once in the life of a database that is older than something: fills it in slices that leave room for people's commands, in one process.</summary>
abstract class FillJob(JobTurns turns) : BackgroundService
{
    (long District, Guid Id)? place = (0, Guid.Empty);
    IAsyncDisposable? turn;

    /// <summary>The first slice, which is all of it nearly always, is done before the first request.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        turn = await turns.Take(GetType(), cancellationToken);
        if (turn is not null)
            await NextOrEnd(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (turn is not null && place is not null && !stoppingToken.IsCancellationRequested)
                await NextOrEnd(stoppingToken);
        }
        finally
        {
            if (turn is not null)
                await turn.DisposeAsync();
        }
    }

    /// <summary>Fills the slice behind a place. Answers where the next one begins; null when nothing is left.</summary>
    protected abstract Task<(long District, Guid Id)?> Slice(long district, Guid id, CancellationToken ct);

    async Task NextOrEnd(CancellationToken ct)
    {
        try
        {
            place = await Slice(place!.Value.District, place.Value.Id, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next start goes on with it; nothing else depends on it, and what is left of a damaged database can still be read.
            place = null;
            turns.LogOf(GetType()).LogError(failure, "The older disputes were not all entered by {Job}", GetType().Name);
        }
    }
}
