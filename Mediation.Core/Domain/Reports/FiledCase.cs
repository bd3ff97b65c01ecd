using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Domain.Reports;

/// <summary>A case as a unit files it in its justice return: at its place, from this version of its dispute; of an earlier month it is a correction.</summary>
public sealed record FiledCase(AreaCode Place, int Version, JusticeCase Case)
{
    /// <summary>What makes of the sealed cases of one dispute those that are counted now; nothing where they are the same.</summary>
    public static IEnumerable<FiledCase> Difference(IReadOnlyList<FiledCase> sealedOnes, IReadOnlyList<FiledCase> now)
    {
        var version = now.Concat(sealedOnes).Max(one => one.Version);
        return sealedOnes.Select(one => one.Negative).Concat(now).GroupBy(one => (one.Place, Case: one.Positive))
            .Select(group => (group.Key.Place, group.Key.Case, Times: group.Sum(one => one.Case.Times)))
            .Where(one => one.Times != 0)
            .Select(one => new FiledCase(one.Place, version, one.Times > 0 ? one.Case : one.Case.Negated));
    }

    FiledCase Negative => this with { Case = Case.Negated };

    JusticeCase Positive => Case.Times < 0 ? Case.Negated : Case;
}
