using System.Buffers.Binary;

namespace Mediation.Core.Domain.Papers.Contents;

/// <summary>
/// Takes out of a picture everything that is not needed to show it: place, device, time, thumbnails, texts, and what is hung on behind its
/// end (domain 12: EXIF is stripped). The picture itself stays bit by bit, and the orientation is written anew, alone.
/// Only what is known to be needed stays: a kind of metadata that nobody has heard of yet goes too.
/// </summary>
public static class PictureCleaner
{
    /// <summary>The picture without its metadata; null when it is broken or cut short.</summary>
    public static byte[]? Clean(ContentType type, byte[] picture) =>
        type == ContentType.Jpeg ? JpegCleaner.Clean(picture)
        : type == ContentType.Png ? PngCleaner.Clean(picture)
        : type == ContentType.WebP ? WebPCleaner.Clean(picture)
        : null;
}

/// <summary>The one EXIF value that a viewer needs: which way is up.</summary>
static class Orientation
{
    const int Tag = 0x0112, Upright = 1, Last = 8;

    /// <summary>2 to 8 from a TIFF block; 1, upright, when it says nothing or nothing that makes sense.</summary>
    public static int Read(ReadOnlySpan<byte> tiff)
    {
        if (tiff.Length < 8 || !(tiff[..2].SequenceEqual("II"u8) || tiff[..2].SequenceEqual("MM"u8)))
            return Upright;
        var little = tiff[0] == (byte)'I';
        var directory = Number32(tiff[4..], little);
        if (directory > tiff.Length - 2)
            return Upright;
        var entries = Number16(tiff[(int)directory..], little);
        for (var entry = 0; entry < entries; entry++)
        {
            var at = (int)directory + 2 + entry * 12;
            if (at + 12 > tiff.Length)
                break;
            if (Number16(tiff[at..], little) == Tag && Number16(tiff[(at + 8)..], little) is > Upright and <= Last and var value)
                return value;
        }
        return Upright;
    }

    /// <summary>A TIFF block that holds the orientation and nothing else.</summary>
    public static byte[] Write(int orientation) =>
    [
        (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8, 0, 1,
        0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte)orientation, 0, 0,
        0, 0, 0, 0,
    ];

    public static bool IsTurned(int orientation) => orientation != Upright;

    static int Number16(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    static uint Number32(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
