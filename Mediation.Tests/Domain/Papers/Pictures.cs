using System.Buffers.Binary;
using System.Text;
using Mediation.Core.Domain.Papers.Contents;

namespace Mediation.Tests.Domain.Papers;

/// <summary>Small pictures with everything a telephone writes into them; the secret must be gone afterwards, the scan must not.</summary>
static class Pictures
{
    public const string Secret = "GPS 30.5N 117.0E";

    /// <summary>Compressed data with a stuffed byte and a restart inside, which are no ends.</summary>
    public static readonly byte[] Scan = [0x12, 0xFF, 0x00, 0x34, 0xFF, 0xD0, 0x56, 0x78];

    static readonly byte[] Tables = [.. Segment(0xDB, new byte[65]), .. Segment(0xC2, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]), .. Segment(0xC4, new byte[20])];
    static readonly byte[] Scans = [.. Segment(0xDA, [1, 1, 0, 0, 63, 0]), .. Scan, .. Segment(0xC4, new byte[20]), .. Segment(0xDA, [1, 1, 0, 1, 63, 0]), .. Scan, 0xFF, 0xD9];
    static readonly byte[] Profile = Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, 9, 9]);

    public static byte[] Jpeg(int orientation, byte[]? behind = null) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]), .. Segment(0xE1, [.. "Exif\0\0"u8, .. Exif(orientation)]),
        .. Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Secrets]), .. Profile, .. Segment(0xED, Secrets), .. Segment(0xFE, Secrets), .. Tables, .. Scans,
        .. behind ?? [],
    ];

    /// <summary>The same as it must come out: without orientation when it stands upright.</summary>
    public static byte[] CleanJpeg(int orientation) =>
    [
        0xFF, 0xD8, .. Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]),
        .. orientation == 1 ? [] : Segment(0xE1, [.. "Exif\0\0"u8, .. Orientation.Write(orientation)]), .. Profile, .. Tables, .. Scans,
    ];

    public static byte[] Png(int orientation) =>
    [
        0x89, .. "PNG\r\n"u8, 0x1A, 0x0A, .. Chunk("IHDR", [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]), .. Chunk("tEXt", Secrets), .. Chunk("eXIf", Exif(orientation)),
        .. Chunk("IDAT", Scan), .. Chunk("xxxx", Secrets), .. Chunk("IEND", []), .. Secrets,
    ];

    public static byte[] WebP(int orientation)
    {
        byte[] body = [.. "WEBP"u8, .. Riff("VP8X", [0x0C, 0, 0, 0, 0, 0, 0, 0, 0, 0]), .. Riff("VP8 ", Scan), .. Riff("EXIF", Exif(orientation)), .. Riff("XMP ", Secrets)];
        return [.. Riff("RIFF", body), .. Secrets];
    }

    public static byte[] Exif(int orientation) =>
    [
        (byte)'I', (byte)'I', 42, 0, 8, 0, 0, 0, 2, 0, 0x0F, 0x01, 2, 0, (byte)Secret.Length, 0, 0, 0, 38, 0, 0, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0,
        (byte)orientation, 0, 0, 0, 0, 0, 0, 0, .. Secrets,
    ];

    public static bool Tells(byte[] picture) => picture.AsSpan().IndexOf(Secrets) >= 0;

    public static byte[] Chunk(string name, byte[] body)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(name), .. body, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(^4..), PngCleaner.Crc(chunk.AsSpan(4..^4)));
        return chunk;
    }

    public static byte[] Riff(string name, byte[] body)
    {
        byte[] chunk = [.. Encoding.ASCII.GetBytes(name), 0, 0, 0, 0, .. body, .. new byte[body.Length % 2]];
        BinaryPrimitives.WriteInt32LittleEndian(chunk.AsSpan(4), body.Length);
        return chunk;
    }

    static byte[] Secrets => Encoding.ASCII.GetBytes(Secret);

    static byte[] Segment(byte marker, byte[] body) => [0xFF, marker, (byte)(body.Length + 2 >> 8), (byte)(body.Length + 2), .. body];
}
