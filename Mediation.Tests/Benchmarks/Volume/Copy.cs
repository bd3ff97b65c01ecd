using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Mediation.Benchmarks.Volume;

/// <summary>What makes one copy of a template a dispute of its own: ids, place, people, moments, numbers. Used again for the next copy.</summary>
sealed class Copy(City city, Dice dice)
{
    readonly byte[][] digests = [.. Enumerable.Range(0, 256).Select(_ => new byte[24])];
    byte[] ids = new byte[16384];
    long[] areas = new long[256];
    byte[][] names = new byte[256][];
    byte[][] places = new byte[256][];
    (long Number, byte[] Text)[] cases = new (long, byte[])[64];

    public Variant Variant { get; private set; } = null!;
    public long Jitter { get; private set; }
    public long Change { get; private set; }
    public long SearchNumber { get; private set; }
    public Chain Chain { get; } = new();

    /// <summary>District, town and village as the rows have them.</summary>
    public (long District, long Town, long Village) Places => (areas[Variant.PlaceSlots.District], areas[Variant.PlaceSlots.Town], areas[Variant.PlaceSlots.Village]);

    public ReadOnlySpan<byte> Id(int slot) => ids.AsSpan(slot * 16, 16);
    public long Area(int slot) => areas[slot];
    public byte[] Name(int slot) => names[slot];
    public byte[] Place(int slot) => places[slot];
    public byte[] Case(int slot) => cases[slot].Text;
    public long CaseNumber(int slot) => cases[slot].Number;
    public byte[] Digest(int slot) => digests[slot];

    public void Become(Variant variant, in Planned planned, long searchNumber, Batch scratch)
    {
        (Variant, Jitter, Change, SearchNumber) = (variant, planned.Jitter, planned.Change, searchNumber);
        var way = new Way(planned.District, variant.Place, planned.Village);
        if (ids.Length < variant.Ids.Count * 16)
            ids = new byte[variant.Ids.Count * 32];
        for (var slot = 0; slot < variant.Ids.Count; slot++)
            if (!city.Mapped(variant.Ids[slot], way, ids.AsSpan(slot * 16, 16)))
                Fresh(ids.AsSpan(slot * 16, 16), planned.At + slot);
        for (var slot = 0; slot < variant.Areas.Count; slot++)
            areas[slot] = city.Area(variant.Areas[slot], way);
        for (var slot = 0; slot < variant.Places.Count; slot++)
            places[slot] = city.PlaceName(variant.Places[slot], way);
        for (var slot = 0; slot < variant.Names.Count; slot++)
            names[slot] = FictionalNames.Person(dice);
        for (var slot = 0; slot < variant.Cases.Count; slot++)
            cases[slot] = city.NextCase(variant.Cases[slot], way);
        Chain.Begin();
        foreach (var (text, salt, slot) in variant.Digests)
            Digest(text, salt, digests[slot], scratch);
    }

    void Digest(TextPart text, byte[] salt, byte[] to, Batch scratch)
    {
        var from = scratch.Used;
        text.Append(this, scratch);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(salt, scratch.Scratch(from), hash);
        Base64.EncodeToUtf8(hash[..16], to, out _, out _);
    }

    /// <summary>A version 7 id of this moment.</summary>
    void Fresh(Span<byte> id, long at) => Batch.WriteBig(
        id, ((ulong)at << 16) | 0x7000 | (dice.Next() & 0xFFF), 0x8000_0000_0000_0000 | (dice.Next() >> 2));

    /// <summary>A keyed digest of a name, number or phone as the product keeps it.</summary>
    public long Key(TextPart text, byte[] key, Batch scratch)
    {
        var from = scratch.Used;
        text.Append(this, scratch);
        Span<byte> hash = stackalloc byte[32];
        HMACSHA256.HashData(key, scratch.Scratch(from), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(hash);
    }

    public override string ToString() => $"{new Guid(Id(0), bigEndian: true)} {Encoding.UTF8.GetString(names.FirstOrDefault() ?? [])}";
}

/// <summary>Where a copy goes: the district, and the village that takes the place of the template's own.</summary>
/// <param name="District">Number of the district in the city.</param>
/// <param name="From">The template's place.</param>
/// <param name="Village">Number of the village in the district.</param>
readonly record struct Way(int District, long From, int Village);

/// <summary>A copy that will be made.</summary>
struct Planned
{
    public int Template;
    public int Months;
    public int District;
    public int Village;
    public int Jitter;

    /// <summary>Unix milliseconds of its receipt and of its last change.</summary>
    public long At, Last;

    /// <summary>The number of its last change in its district.</summary>
    public int Change;
}
