using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Mediation.Core.Domain.Papers;

/// <summary>
/// A draw that nobody can steer and anybody can repeat: each candidate gets the SHA-256 of seed and name as its lot, and the lowest lots are
/// drawn, whatever order the candidates came in.
/// </summary>
public static class SampleDraw
{
    public static IReadOnlyList<T> Draw<T>(IEnumerable<T> candidates, Func<T, string> name, int count, int seed) =>
        [.. candidates.OrderBy(candidate => Lot(name(candidate), seed), StringComparer.Ordinal).Take(count)];

    static string Lot(string name, int seed) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{seed}\n{name}"))));
}
