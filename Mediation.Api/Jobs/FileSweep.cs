using Mediation.Core.Features.Dossier;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>Every ten minutes: uploads whose day is over and bytes that nobody names go.</summary>
sealed class FileSweep(IServiceScopeFactory scopes, JobTurns turns) : TimedJob(turns, TimeSpan.FromMinutes(10))
{
    /// <summary>One sweep, in slices that leave room for people's commands. Answers how much went.</summary>
    public override async Task<int> Look(CancellationToken ct)
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
}
