using System.Text.RegularExpressions;

namespace Mediation.Tests.Architecture;

/// <summary>A C# file: where it lies in the repository, and what it says.</summary>
sealed partial record Source(string Path, string Text)
{
    /// <summary>The text without comments, which may name what the code may not use.</summary>
    public string Code => Comments().Replace(Text, "");

    public int Lines => Text.TrimEnd('\n').Split('\n').Length;

    public bool IsIn(params string[] places) => places.Any(place => Path.StartsWith(place, StringComparison.Ordinal));

    public static IReadOnlyList<Source> All { get; } =
    [
        .. new[] { "Mediation.Core", "Mediation.Api", "Mediation.Tests", ".build" }.SelectMany(Under),
    ];

    static IEnumerable<Source> Under(string project) =>
        from file in Directory.EnumerateFiles(System.IO.Path.Combine(RepositoryRoot.Path, project), "*.cs", SearchOption.AllDirectories)
        let path = System.IO.Path.GetRelativePath(RepositoryRoot.Path, file).Replace('\\', '/')
        where !path.Split('/').Any(folder => folder is "bin" or "obj" or "node_modules")
        orderby path
        select new Source(path, File.ReadAllText(file));

    [GeneratedRegex(@"(?m)(?<!:)//.*$|/\*[\s\S]*?\*/")]
    private static partial Regex Comments();
}
