namespace Mediation.Tests.Browser;

/// <summary>A copy of the built client that a test may replace by a newer version while tablets are using it.</summary>
sealed class ClientCopy : IDisposable
{
    public ClientCopy()
    {
        Folder = Directory.CreateTempSubdirectory("mediation-client-").FullName;
        var built = Path.Combine(AppContext.BaseDirectory, "wwwroot");
        foreach (var file in Directory.GetFiles(built, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Folder, Path.GetRelativePath(built, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public string Folder { get; }

    /// <summary>A new build: its page says which, and its service worker lists the new page.</summary>
    public void Publish(string version)
    {
        foreach (var compressed in new[] { "index.html.br", "index.html.gz", "sw.js.br", "sw.js.gz" })
            File.Delete(Path.Combine(Folder, compressed));
        var page = Path.Combine(Folder, "index.html");
        File.WriteAllText(page, File.ReadAllText(page).Replace("<html ", $"<html data-version=\"{version}\" ", StringComparison.Ordinal));
        var worker = Path.Combine(Folder, "sw.js");
        var script = File.ReadAllText(worker);
        var entry = script.IndexOf("\"url\":\"index.html\"", StringComparison.Ordinal);
        var revision = script.LastIndexOf("\"revision\":\"", entry, StringComparison.Ordinal) + "\"revision\":\"".Length;
        File.WriteAllText(worker, script.Insert(revision, version));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
