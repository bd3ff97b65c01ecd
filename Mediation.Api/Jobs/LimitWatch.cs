using Mediation.Core.Features.Ledger;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>Looks at every open dispute's limit, every ten minutes; what is late is the rules' word, not the timer's.</summary>
sealed class LimitWatch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<LimitWatch> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
            await LookOrLog(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One look at all rows, in slices that leave room for people's commands. Answers how many limits had moved.</summary>
    public async Task<int> Look(CancellationToken ct)
    {
        var set = 0;
        for ((long District, Guid Id)? place = (0, Guid.Empty); place is var (district, id);)
        {
            await using var scope = scopes.CreateAsyncScope();
            var sender = scope.ServiceProvider.GetRequiredService<ISender>();
            var found = await sender.Send(new FindMovedLimits(district, id), ct);
            if (found.Items.Count > 0)
                set += await sender.Send(new SetLimits(found.Items), ct);
            place = found.Next;
        }
        return set;
    }

    async Task LookOrLog(CancellationToken ct)
    {
        try
        {
            var set = await Look(ct);
            if (set > 0)
                log.LogInformation("The limits of {Count} disputes moved or ran out", set);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next look is in ten minutes; a watch that ends at the first busy moment watches nothing.
            log.LogError(failure, "The look at the limits failed");
        }
    }
}
