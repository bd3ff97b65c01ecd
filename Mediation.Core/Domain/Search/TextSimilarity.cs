namespace Mediation.Core.Domain.Search;

/// <summary>How alike two texts are, for hints at duplicates.</summary>
public static class TextSimilarity
{
    /// <summary>Jaccard index of the two sets of bigrams: 0 nothing shared or nothing to compare, 1 the same set.</summary>
    public static double Similarity(string a, string b)
    {
        var left = Bigrams(a);
        var right = Bigrams(b);
        var shared = left.Count(right.Contains);
        var all = left.Count + right.Count - shared;
        return all == 0 ? 0 : (double)shared / all;
    }

    static HashSet<string> Bigrams(string text) => [.. SearchText.Tokens(text).Where(token => token != SearchText.Gap)];
}
