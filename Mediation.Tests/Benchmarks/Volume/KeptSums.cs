using Mediation.Core.Data;

namespace Mediation.Benchmarks.Volume;

/// <summary>What triggers keep with each row, computed in one go by the very statements of the migration that began it.</summary>
static class KeptSums
{
    public static IEnumerable<string> Statements()
    {
        var core = typeof(DbSession).Assembly;
        var name = core.GetManifestResourceNames().Single(name => name.EndsWith(".0018_area_counts.sql", StringComparison.Ordinal));
        using var text = new StreamReader(core.GetManifestResourceStream(name)!);
        return [.. text.ReadToEnd().Split(';').Select(statement => statement.Trim()).Where(statement => statement.StartsWith("insert into ", StringComparison.Ordinal))];
    }
}
