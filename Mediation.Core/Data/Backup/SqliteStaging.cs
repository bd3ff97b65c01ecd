using Dapper;
using Microsoft.Data.Sqlite;

namespace Mediation.Core.Data.Backup;

/// <summary>A file beside the file, which gets its name in the end.</summary>
sealed class SqliteStaging(string connectionString) : Staging
{
    readonly string target = SqliteFiles.PathOf(connectionString);

    public override string Engine => SqliteDatabase.Name;

    public override string ConnectionString => new SqliteConnectionStringBuilder(connectionString) { DataSource = Draft }.ToString();

    string Draft => target + ".restoring";

    public override Task RequireEmpty(CancellationToken ct) =>
        SqliteFiles.IsThere(target) ? throw new RefusedException($"{target} is there; a backup is restored only where nothing is. Move the old file away first.") : Task.CompletedTask;

    public override Task Clear(CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        SqliteFiles.Delete(Draft);
        return Task.CompletedTask;
    }

    public override async Task Load(BackupReader archive, TellProgress tell, CancellationToken ct)
    {
        var length = archive.Manifest.Entries.Single(entry => entry.Name == SqliteSnapshot.EntryName).Bytes;
        await using var entry = await archive.Open(SqliteSnapshot.EntryName, content: false, ct);
        await using var file = new FileStream(Draft, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        var buffer = new byte[1 << 20];
        for (int count; (count = await entry.ReadAsync(buffer, ct)) > 0; tell("database", file.Position, length))
            await file.WriteAsync(buffer.AsMemory(..count), ct);
    }

    public override async Task Switch(CancellationToken ct)
    {
        await using (var connection = new SqliteConnection(SqliteFiles.Alone(Draft)))
        {
            await connection.OpenAsync(ct);
            // All of it into the one file that is renamed; the service goes back to the log by itself.
            await connection.ExecuteAsync("pragma wal_checkpoint(truncate); pragma journal_mode = delete");
        }
        await RequireEmpty(ct);
        await using (var file = new FileStream(Draft, FileMode.Open, FileAccess.ReadWrite))
            file.Flush(flushToDisk: true);
        SqliteFiles.Delete(target);
        File.Move(Draft, target);
        SqliteFiles.Delete(Draft);
        await using var moved = new FileStream(target, FileMode.Open, FileAccess.ReadWrite);
        moved.Flush(flushToDisk: true);
    }
}
