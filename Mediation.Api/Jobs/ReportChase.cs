using Mediation.Core.Features.Reports;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>Looks every ten minutes whether a unit is to be reminded of its monthly report; on which day is the calendar's word.</summary>
sealed class ReportChase(IServiceScopeFactory scopes, TimeProvider clock, ILogger<ReportChase> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
            await LookOrLog(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Answers how many were reminded.</summary>
    public async Task<int> Look(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        var late = await sender.Send(new FindLateReporters(), ct);
        return late.Units.Count == 0 ? 0 : await sender.Send(new RemindReporters(late), ct);
    }

    async Task LookOrLog(CancellationToken ct)
    {
        try
        {
            var reminded = await Look(ct);
            if (reminded > 0)
                log.LogInformation("{Count} units were reminded of their monthly reports", reminded);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next look is in ten minutes.
            log.LogError(failure, "The look for monthly reports that are not in failed");
        }
    }
}
