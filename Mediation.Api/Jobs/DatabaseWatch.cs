using Mediation.Core.Data;
using Mediation.Core.Features.Health;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>
/// While something is wrong with the database it tries whether that is over, so that a service which nobody uses for it becomes ready again; and it looks
/// for damage before anybody comes across it.
/// </summary>
sealed class DatabaseWatch(IServiceScopeFactory scopes, DatabaseCondition condition, IConfiguration configuration, TimeProvider clock, ILogger<DatabaseWatch> log)
    : BackgroundService
{
    static readonly TimeSpan SettlingIn = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var between = TimeSpan.FromHours(configuration.GetValue("Database:CheckHours", 24.0));
        var due = clock.GetTimestamp() + (long)(Math.Min(between.TotalSeconds, SettlingIn.TotalSeconds) * clock.TimestampFrequency);
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(configuration.GetValue("Database:LookSeconds", 5)), clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (condition.Present is { } trouble and not DatabaseCorruptException)
                await SendOrLog(trouble is DatabaseGoneException ? sender => sender.Send(new AskDatabase(), stoppingToken) : sender => sender.Send(new TryWriting(), stoppingToken));
            if (clock.GetTimestamp() < due)
                continue;
            await SendOrLog(sender => sender.Send(new FindDamage(), stoppingToken));
            due = clock.GetTimestamp() + (long)(between.TotalSeconds * clock.TimestampFrequency);
        }
    }

    async Task SendOrLog(Func<ISender, Task> send)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await send(scope.ServiceProvider.GetRequiredService<ISender>());
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogWarning("The look at the database ended with {Kind}", failure.GetType().Name);
        }
    }
}
