namespace Mediation.Core.Data.Backup;

/// <summary>What a backup says of itself; its own digest stands in the archive's comment.</summary>
public sealed record BackupManifest
{
    public const int KnownFormat = 1;

    public required int Format { get; init; }

    /// <summary>A backup is restored on the engine it was taken from.</summary>
    public required string Engine { get; init; }

    /// <summary>By which its folder of files, and its register of erasures, are told apart from another's.</summary>
    public required string Mark { get; init; }

    public required DateTimeOffset TakenAt { get; init; }

    /// <summary>The schema's version: every migration that had run.</summary>
    public required IReadOnlyList<string> Migrations { get; init; }

    public required IReadOnlyList<BackupTable> Tables { get; init; }

    /// <summary>The parts of the database. Attached files are not listed: each is named by its own SHA-256.</summary>
    public required IReadOnlyList<BackupEntry> Entries { get; init; }

    public required long Contents { get; init; }

    public required long ContentBytes { get; init; }

    /// <summary>Files that rows name and that were not there, or not what their name says, when the backup was taken.</summary>
    public required IReadOnlyList<string> Damaged { get; init; }
}

/// <summary>A table as it stood in the one state of the database that the backup holds.</summary>
public sealed record BackupTable(string Name, IReadOnlyList<string> Columns, long Rows);

/// <summary>An entry of the archive with the digest of what is inside.</summary>
public sealed record BackupEntry(string Name, long Bytes, string Sha256);
