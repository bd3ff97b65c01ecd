using Mediation.Core.Features.Supervision;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>Looks every hour at the open matters whose limit ran out; whether a card falls is the rules' word, not the timer's.</summary>
sealed class SupervisionWatch(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SupervisionWatch> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>A start has other things to do first.</summary>
    static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Delay(First, clock, stoppingToken);
        using var timer = new PeriodicTimer(Every, clock);
        do
            await LookOrLog(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One look at all of them. Answers how many cards were issued.</summary>
    public async Task<int> Look(CancellationToken ct)
    {
        var issued = 0;
        for ((long District, Guid Id)? place = (0, Guid.Empty); place is var (district, id);)
        {
            await using var scope = scopes.CreateAsyncScope();
            var found = await scope.ServiceProvider.GetRequiredService<ISender>().Send(new FindFallenCards(district, id), ct);
            foreach (var dispute in found.Disputes)
                issued += await Issue(dispute, ct) ? 1 : 0;
            place = found.Next;
        }
        return issued;
    }

    async Task<bool> Issue(Guid dispute, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ISender>().Send(new IssueClockCard(dispute), ct);
    }

    async Task LookOrLog(CancellationToken ct)
    {
        try
        {
            var issued = await Look(ct);
            if (issued > 0)
                log.LogInformation("{Count} supervision cards were issued by the clock", issued);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next look is in an hour; a watch that ends at the first busy moment watches nothing.
            log.LogError(failure, "The look at overdue matters failed");
        }
    }
}
