using System.Text.Json;

namespace Mediation.Tests.Support;

/// <summary>A temporary folder that the server can use even when the tests run as root and the server as nobody.</summary>
sealed class PostgresFolder : IDisposable
{
    const UnixFileMode OwnerWrites = (UnixFileMode)0b111_101_101;
    const UnixFileMode AllWrite = UnixFileMode.StickyBit | (UnixFileMode)0b111_111_111;

    /// <summary>Root's own temporary folder may be closed to nobody; /tmp is open on every Unix.</summary>
    static string Parent => Environment.IsPrivilegedProcess ? "/tmp" : System.IO.Path.GetTempPath();

    readonly bool kept;

    public string Path { get; }
    public string Data => System.IO.Path.Combine(Path, "data");
    public string Log => System.IO.Path.Combine(Path, "server.log");

    /// <summary>A kept one is found again, with its data, by the next who asks for the same path.</summary>
    public PostgresFolder(string? keptAt = null)
    {
        kept = keptAt is not null;
        Path = keptAt ?? System.IO.Path.Combine(Parent, $"mediation-postgres-{Guid.NewGuid():N}");
        Make(Path, AllWrite);
    }

    /// <summary>The programs where the server may run them; those of npm are copied, since node_modules may be out of its reach.</summary>
    public string Programs(PostgresInstallation installation)
    {
        if (!installation.FromNpm) return installation.Bin;
        var native = System.IO.Path.GetDirectoryName(installation.Bin)!;
        if (Directory.Exists(System.IO.Path.Combine(Path, "native"))) return System.IO.Path.Combine(Path, "native", "bin");
        Copy(new DirectoryInfo(native), System.IO.Path.Combine(Path, "native"));
        Link(System.IO.Path.Combine(native, "pg-symlinks.json"));
        return System.IO.Path.Combine(Path, "native", "bin");
    }

    public void Dispose()
    {
        if (!kept) Directory.Delete(Path, recursive: true);
    }

    static void Copy(DirectoryInfo from, string to)
    {
        Make(to, OwnerWrites);
        foreach (var folder in from.GetDirectories()) Copy(folder, System.IO.Path.Combine(to, folder.Name));
        foreach (var file in from.GetFiles().Where(file => file.LinkTarget is null))
            SetMode(file.CopyTo(System.IO.Path.Combine(to, file.Name)).FullName, OwnerWrites);
    }

    /// <summary>An npm archive holds no links, and npm does not run the package's script that would make them.</summary>
    void Link(string list)
    {
        foreach (var link in JsonSerializer.Deserialize<Entry[]>(File.ReadAllText(list), JsonSerializerOptions.Web)!)
            File.CreateSymbolicLink(System.IO.Path.Combine(Path, link.Target), System.IO.Path.GetFileName(link.Source));
    }

    static void Make(string folder, UnixFileMode mode) => SetMode(Directory.CreateDirectory(folder).FullName, mode);

    /// <summary>Set afterwards, because the umask takes bits away from what is given at creation.</summary>
    static void SetMode(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, mode);
    }

    sealed record Entry(string Source, string Target);
}
