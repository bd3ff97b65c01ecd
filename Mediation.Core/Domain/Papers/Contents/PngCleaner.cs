using System.Buffers.Binary;

namespace Mediation.Core.Domain.Papers.Contents;

/// <summary>Copies the chunks of a PNG that say how it looks (PNG, third edition, section 11); texts, times and the unknown stay behind.</summary>
static class PngCleaner
{
    static readonly string[] Needed =
    [
        "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "iCCP", "cICP", "sBIT", "bKGD", "pHYs", "acTL", "fcTL", "fdAT",
    ];

    public static byte[]? Clean(ReadOnlySpan<byte> png)
    {
        var kept = new List<byte>(png.Length);
        kept.AddRange(png[..8]);
        var placeOfOrientation = 0;
        var orientation = 1;
        for (var at = 8; at + 12 <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - 12)
                return null;
            var chunk = png.Slice(at, (int)length + 12);
            var name = System.Text.Encoding.ASCII.GetString(chunk.Slice(4, 4));
            if (name == "eXIf")
                orientation = Orientation.Read(chunk[8..^4]);
            if (Needed.Contains(name))
                kept.AddRange(chunk);
            if (name == "IHDR")
                placeOfOrientation = kept.Count;
            if (name == "IEND")
            {
                if (Orientation.IsTurned(orientation) && placeOfOrientation > 0)
                    kept.InsertRange(placeOfOrientation, Chunk("eXIf"u8, Orientation.Write(orientation)));
                return [.. kept];
            }
            at += chunk.Length;
        }
        return null;
    }

    static byte[] Chunk(ReadOnlySpan<byte> name, byte[] body)
    {
        byte[] chunk = [0, 0, 0, 0, .. name, .. body, 0, 0, 0, 0];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(^4..), Crc(chunk.AsSpan(4..^4)));
        return chunk;
    }

    /// <summary>CRC-32 of ISO 3309, as the format wants it.</summary>
    internal static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB88320;
        }
        return ~crc;
    }
}
