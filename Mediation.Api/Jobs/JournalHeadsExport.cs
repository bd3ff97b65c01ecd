using System.Globalization;
using Mediation.Core.Domain;
using Mediation.Core.Features.Journal;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>
/// Writes the heads of the day's chains to a folder (`Journal:HeadsFolder`), one file a day, after the day has ended. Kept on other media it shows
/// a rewriting of the journal that the database's own administrator could hide.
/// </summary>
sealed class JournalHeadsExport(IServiceScopeFactory scopes, IConfiguration configuration, TimeProvider clock, ILogger<JournalHeadsExport> log) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration["Journal:HeadsFolder"] is not { Length: > 0 } folder)
            return;
        using var timer = new PeriodicTimer(Every, clock);
        do
            await WriteOrLog(folder, stoppingToken);
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Yesterday's file, unless it is there. A file appears whole or not at all.</summary>
    public async Task<string> Write(string folder, CancellationToken ct)
    {
        var day = Shanghai.DateOf(clock.GetUtcNow()).AddDays(-1);
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

    async Task WriteOrLog(string folder, CancellationToken ct)
    {
        try
        {
            await Write(folder, ct);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // A full or missing folder today must not stop tomorrow's export.
            log.LogError(failure, "The heads of the journal were not written");
        }
    }
}
