namespace Mediation.Tests.Architecture;

/// <summary>The checkout the tests were built from.</summary>
static class RepositoryRoot
{
    public static string Path { get; } = Find(AppContext.BaseDirectory);

    static string Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Mediation.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException($"No folder above {start} holds Mediation.sln.");
    }
}
