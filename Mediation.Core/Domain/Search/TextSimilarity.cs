namespace Mediation.Core.Domain.Search;

/// <summary>How alike two texts are, for hints at duplicates.</summary>
public static class TextSimilarity
{
    /// <summary>Jaccard index of the two sets of bigrams: 0 nothing shared or nothing to compare, 1 the same set.</summary>
    public static double Similarity(string a, string b) => Similarity(Pairs(SearchText.Normalise(a)), Pairs(SearchText.Normalise(b)));

    public static double Similarity(IReadOnlySet<int> left, IReadOnlySet<int> right)
    {
        var shared = left.Count(right.Contains);
        var all = left.Count + right.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    /// <summary>The pairs of neighbouring letters and digits of a normalised text, as numbers: a registration compares itself with many.</summary>
    public static IReadOnlySet<int> Pairs(string normalised)
    {
        var pairs = new HashSet<int>(normalised.Length);
        for (var i = 1; i < normalised.Length; i++)
            if (IsWord(normalised[i - 1]) && IsWord(normalised[i]))
                pairs.Add(normalised[i - 1] << 16 | normalised[i]);
        return pairs;
    }

    static bool IsWord(char c) => char.IsLetterOrDigit(c) || char.IsSurrogate(c);
}
