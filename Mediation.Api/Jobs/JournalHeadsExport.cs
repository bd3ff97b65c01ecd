using System.Globalization;
using Mediation.Core.Domain;
using Mediation.Core.Features.Journal;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>
/// Writes the heads of the day's chains to a folder (`Journal:HeadsFolder`), one file a day, after the day has ended. Kept on other media it shows
/// a rewriting of the journal that the database's own administrator could hide. With several processes the folder is the same for all, or each has its own.
/// </summary>
sealed class JournalHeadsExport(IServiceScopeFactory scopes, IConfiguration configuration, JobTurns turns) : TimedJob(turns, TimeSpan.FromHours(1))
{
    public override async Task<int> Look(CancellationToken ct)
    {
        if (configuration["Journal:HeadsFolder"] is not { Length: > 0 } folder)
            return 0;
        await Write(folder, ct);
        return 0;
    }

    /// <summary>Yesterday's file, unless it is there. A file appears whole or not at all.</summary>
    public async Task<string> Write(string folder, CancellationToken ct)
    {
        var day = Shanghai.DateOf(Clock.GetUtcNow()).AddDays(-1);
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"journal-heads-{day:yyyy-MM-dd}.csv"));
        if (File.Exists(path))
            return path;
        await using var scope = scopes.CreateAsyncScope();
        var heads = await scope.ServiceProvider.GetRequiredService<ISender>().Send(new ListJournalHeads(day), ct);
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(path + ".part", $"{heads.Text}sha256,{heads.Chains},{heads.Digest}\n", ct);
        File.Move(path + ".part", path, overwrite: true);
        return path;
    }
}
