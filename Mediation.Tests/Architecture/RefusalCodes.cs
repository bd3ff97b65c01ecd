using System.Text.RegularExpressions;

namespace Mediation.Tests.Architecture;

/// <summary>Every code that a problem may carry, read from the places that refuse: none can be made whose words nobody has written.</summary>
static partial class RefusalCodes
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. from source in Source.All
           where source.IsIn("Mediation.Core/", "Mediation.Api/")
           from found in Code().Matches(source.Code)
           from code in found.Groups["code"].Captures.Select(one => one.Value)
           where !code.EndsWith(".json", StringComparison.Ordinal) && !code.EndsWith(".html", StringComparison.Ordinal)
           group code by code into one
           orderby one.Key
           select one.Key,
    ];

    // The first text of an exception or of a problem, or the second where the first says what is missing; either code of a choice between two.
    [GeneratedRegex("""
        (?:Exception\(|\bnew\(|Refused\(|Plain\(|Fields\(|Invalid\(|Code = )(?:[^";{}]|"(?<code>[a-z.-]+)"\s*:|"[A-Z][^"]*",)*"(?<code>[a-z][a-z-]*\.[a-z][a-z-]*|busy|locked|not-found|validation)"
        """)]
    private static partial Regex Code();
}
