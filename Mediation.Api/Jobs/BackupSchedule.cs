using Mediation.Api.Http;
using Mediation.Core.Features.Operations;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>
/// Once a day: writes a backup, reads it back against its checksums, and deletes the oldest. The day's file says that it is done, and a lock beside it
/// that somebody is at it, so several processes with one folder write one, on either engine. The health of the service tells of one that is missing.
/// </summary>
sealed class BackupSchedule(IServiceScopeFactory scopes, IConfiguration configuration, JobTurns turns, ILogger<BackupSchedule> log)
    : TimedJob(turns, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1))
{
    const string Unchecked = ".unchecked";

    /// <summary>A full disk is not filled again every minute.</summary>
    static readonly TimeSpan AfterFailure = TimeSpan.FromMinutes(30);

    readonly BackupSettings settings = BackupSettings.Of(configuration);
    DateTimeOffset notBefore;

    public override async Task<int> Look(CancellationToken ct)
    {
        if (settings.Folder is null || Clock.GetUtcNow() < notBefore)
            return 0;
        notBefore = Clock.GetUtcNow() + AfterFailure;
        var written = await Run(ct);
        notBefore = default;
        return written ? 1 : 0;
    }

    /// <summary>Writes the backup that is due, unless it is there or another process is at it. Answers whether it did.</summary>
    public async Task<bool> Run(CancellationToken ct)
    {
        var path = settings.PathOf(settings.Due(Clock.GetUtcNow()));
        if (File.Exists(path))
            return false;
        Directory.CreateDirectory(settings.Folder!);
        using var turn = Turn();
        if (turn is null || File.Exists(path))
            return false;
        await using var scope = scopes.CreateAsyncScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        foreach (var left in Directory.EnumerateFiles(settings.Folder!, $"mediation-*{Unchecked}*"))
            File.Delete(left);
        var draft = path + Unchecked;
        var written = await sender.Send(new WriteBackup(ApiSetup.ConnectionString(configuration), draft, Force: true, (_, _, _) => { }), ct);
        await sender.Send(new CheckBackup(draft), ct);
        File.Move(draft, path);
        foreach (var old in settings.Written.Skip(settings.Keep))
            File.Delete(old);
        log.LogInformation("A backup of {Rows} rows and {Contents} files was written", written.Rows, written.Contents);
        if (written.Damaged.Count > 0)
            log.LogError("{Count} attachments are not there or hold other bytes; the verb verify names them", written.Damaged.Count);
        return true;
    }

    /// <summary>Null when another process has it.</summary>
    FileStream? Turn()
    {
        try
        {
            return new FileStream(Path.Combine(settings.Folder!, ".mediation-backup"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException taken) when (Core.Data.FileVault.IsTaken(taken))
        {
            return null;
        }
    }
}
