using Mediation.Core.Data;

namespace Mediation.Api.Jobs;

/// <summary>What jobs need to take turns with those of other processes on the same database.</summary>
sealed class JobTurns(IDatabase database, TimeProvider clock, ILoggerFactory logs)
{
    public TimeProvider Clock => clock;

    public ILogger LogOf(Type job) => logs.CreateLogger(job);

    /// <summary>Null while another process is at the same job: then it is done.</summary>
    public Task<IAsyncDisposable?> Take(Type job, CancellationToken ct) => database.TakeTurn($"job/{job.Name}", TimeSpan.Zero, ct);
}

/// <summary>A look that comes again and again, in one process of the installation at a time; what is due is a command's word, not the timer's.</summary>
abstract class TimedJob(JobTurns turns, TimeSpan every, TimeSpan first = default) : BackgroundService
{
    protected TimeProvider Clock => turns.Clock;

    ILogger Log => turns.LogOf(GetType());

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (first > TimeSpan.Zero)
            await Task.Delay(first, turns.Clock, stoppingToken);
        using var timer = new PeriodicTimer(every, turns.Clock);
        do
            await LookOrLog(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One look at everything. Answers how much there was to do.</summary>
    public abstract Task<int> Look(CancellationToken ct);

    async Task LookOrLog(CancellationToken ct)
    {
        try
        {
            await using var turn = await turns.Take(GetType(), ct);
            if (turn is not null && await Look(ct) is > 0 and var done)
                Log.LogInformation("The job {Job} found {Count} things to do", GetType().Name, done);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next look comes; a watch that ends at the first busy moment watches nothing.
            Log.LogError(failure, "The job {Job} failed", GetType().Name);
        }
    }
}
