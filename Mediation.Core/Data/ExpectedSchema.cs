using System.Text.RegularExpressions;

namespace Mediation.Core.Data;

/// <summary>What the migrations leave behind, read from their texts: tables, indexes and triggers by name. Nothing has to be built to compare with.</summary>
static partial class ExpectedSchema
{
    public static IReadOnlyCollection<SchemaPart> Of(string engine)
    {
        var parts = new HashSet<SchemaPart>();
        foreach (Match statement in Migrations.Names(engine).SelectMany(name => Statement().Matches(Comment().Replace(Migrations.Text(engine, name), ""))))
            Follow(parts, statement.Groups);
        return parts;
    }

    static void Follow(HashSet<SchemaPart> parts, GroupCollection said)
    {
        var (kind, name, on) = (said["kind"].Value, said["name"].Value, said["on"].Value);
        switch (said["verb"].Value)
        {
            case "create":
                parts.Add(new SchemaPart(kind, name, on));
                break;
            case "drop" when kind == "table":
                parts.RemoveWhere(part => part.Name == name || part.On == name);
                break;
            case "drop":
                parts.RemoveWhere(part => part.Kind == kind && part.Name == name && (on.Length == 0 || part.On == on));
                break;
            case "alter":
                foreach (var part in parts.Where(part => part.Name == name && part.Kind == "table" || part.On == name).ToList())
                {
                    parts.Remove(part);
                    parts.Add(part.On == name ? part with { On = said["to"].Value } : part with { Name = said["to"].Value });
                }
                break;
        }
    }

    [GeneratedRegex(@"--[^\n]*")]
    private static partial Regex Comment();

    // A trigger names its table behind its event; an index right behind its name.
    [GeneratedRegex(
        """
        \b(?:
            (?<verb>create)\s+(?:unique\s+|virtual\s+)?(?<kind>table|index)\s+(?:if\s+not\s+exists\s+)?(?<name>\w+)(?:\s+on\s+(?:only\s+)?(?<on>\w+))?
            | (?<verb>create)\s+(?<kind>trigger)\s+(?<name>\w+)\s+(?:before|after)\s+[\w\s]*?\bon\s+(?<on>\w+)
            | (?<verb>drop)\s+(?<kind>table|index|trigger)\s+(?:if\s+exists\s+)?(?<name>\w+)(?:\s+on\s+(?<on>\w+))?
            | (?<verb>alter)\s+(?<kind>table|index)\s+(?<name>\w+)\s+rename\s+to\s+(?<to>\w+)
        )
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase)]
    private static partial Regex Statement();
}

/// <summary>A part of the schema; indexes and triggers stand on a table.</summary>
readonly record struct SchemaPart(string Kind, string Name, string On);
