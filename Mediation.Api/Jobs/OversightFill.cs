using Mediation.Core.Features.Supervision;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>Once in the life of a database that is older than the lists of supervision: enters its disputes in slices that leave room for people's commands.</summary>
sealed class OversightFill(IServiceScopeFactory scopes, ILogger<OversightFill> log) : BackgroundService
{
    (long District, Guid Id)? place = (0, Guid.Empty);

    /// <summary>The first slice, which is all of it nearly always, is done before the first request.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await Slice(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (place is not null && !stoppingToken.IsCancellationRequested)
                await Slice(stoppingToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // The next start goes on with it; nothing else depends on it.
            log.LogError(failure, "The older disputes were not all entered in the lists of supervision");
        }
    }

    async Task Slice(CancellationToken ct)
    {
        var (district, id) = place!.Value;
        await using var scope = scopes.CreateAsyncScope();
        place = (await scope.ServiceProvider.GetRequiredService<ISender>().Send(new FillOversight(district, id), ct)).Next;
    }
}
