using System.Formats.Tar;
using System.IO.Compression;
using Mediation.Tests.Architecture;

namespace Mediation.Tests.Support;

/// <summary>A real Chromium on this machine: the system's own, or else the one npm brought.</summary>
sealed record Chromium(string Program, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>Root has no sandbox to run in, and a closed network would be asked for news at every start.</summary>
    public static readonly string[] Arguments =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Without it a download with a Chinese name loses the name.</summary>
    const string Language = "C.UTF-8";

    static readonly string Package = Path.Combine(RepositoryRoot.Path, "Mediation.Tests", "node_modules", "@sparticuz", "chromium", "bin");

    public static Chromium Best() => OnPath() ?? FromNpm();

    static Chromium? OnPath() => (System.Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(folder => new[] { "chromium", "chromium-browser", "google-chrome" }.Select(name => Path.Combine(folder, name)))
        .Where(File.Exists).Select(program => new Chromium(program, new Dictionary<string, string> { ["LANG"] = Language })).FirstOrDefault();

    /// <summary>The package holds compressed archives; they are unpacked once per machine and read from there.</summary>
    public static Chromium FromNpm()
    {
        var packed = new FileInfo(Path.Combine(Package, "chromium.br"));
        if (!packed.Exists)
            throw new InvalidOperationException(
                "The browser tests need a real Chromium, and none was found: no chromium or google-chrome on the PATH, and no npm package @sparticuz/chromium in "
                + "Mediation.Tests/node_modules. Install Node.js 20 or newer with npm and build again, or install Chromium (Debian, Ubuntu: `apt-get install chromium`).");
        var folder = Path.Combine(Path.GetTempPath(), $"mediation-chromium-{packed.Length}");
        if (!Directory.Exists(folder))
            Unpack(packed, folder);
        return new Chromium(Path.Combine(folder, "chromium"), new Dictionary<string, string>
        {
            ["LANG"] = Language, ["LD_LIBRARY_PATH"] = Path.Combine(folder, "al2023", "lib"), ["FONTCONFIG_PATH"] = Path.Combine(folder, "fonts", "fonts"),
        });
    }

    static void Unpack(FileInfo packed, string folder)
    {
        var making = Directory.CreateTempSubdirectory("mediation-chromium-making-").FullName;
        using (var source = new BrotliStream(packed.OpenRead(), CompressionMode.Decompress))
        using (var target = File.Create(Path.Combine(making, "chromium")))
            source.CopyTo(target);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path.Combine(making, "chromium"), (UnixFileMode)0b111_101_101);
        foreach (var archive in new[] { "al2023", "fonts", "swiftshader" })
        {
            using var source = new BrotliStream(File.OpenRead(Path.Combine(Package, $"{archive}.tar.br")), CompressionMode.Decompress);
            // Software rendering is looked for beside the program.
            var into = archive == "swiftshader" ? making : Directory.CreateDirectory(Path.Combine(making, archive)).FullName;
            TarFile.ExtractToDirectory(source, into, overwriteFiles: true);
        }
        // Another test run may have been faster.
        if (!Directory.Exists(folder))
            Directory.Move(making, folder);
    }
}
