using Mediation.Core.Domain.Search;

namespace Mediation.Core.Domain.Parties;

/// <summary>A name as it is compared when looking for the same party twice; never shown.</summary>
public static class NameKey
{
    public static string Normalise(string? name) => SearchText.Normalise(name).Replace(" ", "", StringComparison.Ordinal);
}
