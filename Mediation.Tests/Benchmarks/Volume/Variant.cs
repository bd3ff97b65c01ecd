namespace Mediation.Benchmarks.Volume;

/// <summary>A template moved by a number of months, with holes for what differs from copy to copy.</summary>
sealed class Variant
{
    public required long Place { get; init; }

    /// <summary>Where among the areas the rows' own codes are.</summary>
    public (int District, int Town, int Village) PlaceSlots { get; set; }

    public List<Guid> Ids { get; } = [];

    public List<long> Areas { get; } = [];

    public List<long> Places { get; } = [];

    public List<string> Names { get; } = [];

    public List<CaseHole> Cases { get; } = [];

    /// <summary>Texts whose salted digests stand in the journal.</summary>
    public List<(TextPart Text, byte[] Salt, int Slot)> Digests { get; } = [];

    /// <summary>Texts by whose keyed digests the same people are found again.</summary>
    public List<TextPart> Keys { get; } = [];

    public List<(Table Table, Part[] Parts)> Rows { get; } = [];

    /// <summary>What it adds to the report, by month, tier and category, as rows of `report_entry` have it.</summary>
    public List<(TallyPlace Place, long[] Counts)> Tallies { get; } = [];

    public static int Slot<T>(List<T> slots, T value)
    {
        var at = slots.IndexOf(value);
        if (at >= 0)
            return at;
        slots.Add(value);
        return slots.Count - 1;
    }
}

/// <summary>A row of the tallies but for its place.</summary>
readonly record struct TallyPlace(int Month, string Tier, int Category);
