using System.Text;
using Mediation.Core.Domain.Search;

namespace Mediation.Benchmarks.Volume;

/// <summary>The pairs of characters of a document that is normalised already, as SearchText makes them, but fast. The first ones are held against it.</summary>
sealed class SearchTokens
{
    const int Checked = 300;

    readonly byte[] known = new byte[char.MaxValue + 1];
    readonly HashSet<uint> seen = [];
    char[] text = new char[4096];
    int length, done;

    /// <summary>The pairs in their order; `gap` stands wherever two neighbours do not belong to one run.</summary>
    public const uint Gap = 0;

    public List<uint> Pairs { get; } = [];

    public void Read(ReadOnlySpan<byte> document)
    {
        if (text.Length < document.Length)
            text = new char[document.Length * 2];
        length = Encoding.UTF8.GetChars(document, text);
        Pairs.Clear();
        for (var from = 0; from < length; from++)
        {
            var to = from;
            while (to < length && IsWord(text[to]))
                to++;
            if (to - from < 2)
            {
                from = Math.Max(from, to);
                continue;
            }
            if (Pairs.Count > 0)
                Pairs.Add(Gap);
            for (var at = from; at + 1 < to; at++)
                Pairs.Add(((uint)text[at] << 16) | text[at + 1]);
            from = to;
        }
        if (done++ < Checked)
            Check();
    }

    /// <summary>For FTS5: each pair once.</summary>
    public void Append(Batch to)
    {
        seen.Clear();
        Span<byte> pair = stackalloc byte[8];
        foreach (var one in Pairs)
            if (one != Gap && seen.Add(one))
            {
                if (seen.Count > 1)
                    to.Append(" "u8);
                to.Append(pair[..Utf8(one, pair)]);
            }
    }

    public static int Utf8(uint pair, Span<byte> to) => Encoding.UTF8.GetBytes([(char)(pair >> 16), (char)pair], to);

    bool IsWord(char c)
    {
        if (known[c] == 0)
            known[c] = (byte)(char.IsSurrogate(c) ? throw new NotSupportedException("No rare characters in the templates, please.") : SearchText.IsSearchable(new string(c, 2)) ? 1 : 2);
        return known[c] == 1;
    }

    void Check()
    {
        var ours = Pairs.Select(pair => pair == Gap ? SearchText.Gap : $"{(char)(pair >> 16)}{(char)pair}");
        if (!ours.SequenceEqual(SearchText.Tokens(new string(text, 0, length).Split('\n'))))
            throw new InvalidOperationException($"Other tokens than the product's: {new string(text, 0, length)}");
    }
}
