using Mediation.Core.Features.Dossier;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>Every ten minutes: uploads whose day is over and bytes that nobody names go; what is due is the command's word, not the timer's.</summary>
sealed class FileSweep(IServiceScopeFactory scopes, TimeProvider clock, ILogger<FileSweep> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        do
            await SweepOrLog(stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>One sweep, in slices that leave room for people's commands. Answers how much went.</summary>
    public async Task<int> Sweep(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        var (all, swept) = (0, 0);
        do
        {
            var left = await sender.Send(new FindLeftFiles(), ct);
            swept = left.Uploads.Count + left.Contents.Count == 0 ? 0 : await sender.Send(new SweepFiles(left), ct);
            all += swept;
        }
        while (swept > 0);
        return all + await sender.Send(new DropLeftParts(), ct);
    }

    async Task SweepOrLog(CancellationToken ct)
    {
        try
        {
            var swept = await Sweep(ct);
            if (swept > 0)
                log.LogInformation("{Count} left uploads and files were swept", swept);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next sweep is in ten minutes; nothing is lost by what still lies there.
            log.LogError(failure, "The sweep of left files failed");
        }
    }
}
