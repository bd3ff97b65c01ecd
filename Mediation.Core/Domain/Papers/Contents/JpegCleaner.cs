using System.Buffers.Binary;

namespace Mediation.Core.Domain.Papers.Contents;

/// <summary>Copies the segments of a JPEG that its decoding needs (ITU-T T.81 annex B): frames, tables, scans, colour profile.</summary>
static class JpegCleaner
{
    const byte StartOfScan = 0xDA, EndOfImage = 0xD9, App0 = 0xE0, App1 = 0xE1, App2 = 0xE2, App14 = 0xEE, Comment = 0xFE;

    /// <summary>"JFIF", version, unit and density, without the thumbnail that may follow.</summary>
    const int LengthOfJfif = 14;

    public static byte[]? Clean(ReadOnlySpan<byte> jpeg)
    {
        var kept = new List<byte>(jpeg.Length) { 0xFF, 0xD8 };
        var orientation = 1;
        var placeOfOrientation = 2;
        for (var at = 2; at + 2 <= jpeg.Length;)
        {
            if (jpeg[at] != 0xFF)
                return null;
            var marker = jpeg[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }
            if (marker == EndOfImage)
            {
                kept.AddRange([0xFF, EndOfImage]);
                return Turned(kept, placeOfOrientation, orientation);
            }
            if (at + 4 > jpeg.Length || marker is 0x00 or 0x01 or (>= 0xD0 and <= 0xD8))
                return null;
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (length < 2 || at + 2 + length > jpeg.Length)
                return null;
            var body = jpeg.Slice(at + 4, length - 2);
            var end = at + 2 + length;
            if (marker == App0 && body.StartsWith("JFIF\0"u8) && body.Length >= LengthOfJfif)
            {
                kept.AddRange([0xFF, App0, 0, LengthOfJfif + 2, .. body[..(LengthOfJfif - 2)], 0, 0]);
                placeOfOrientation = kept.Count;
            }
            else if (marker == App1 && body.StartsWith("Exif\0\0"u8))
                orientation = Math.Max(orientation, Orientation.Read(body[6..]));
            else if (IsNeeded(marker, body))
            {
                if (marker == StartOfScan)
                    end = EndOfScan(jpeg, end);
                kept.AddRange(jpeg[at..end]);
            }
            at = end;
        }
        return null;
    }

    static bool IsNeeded(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        App2 => body.StartsWith("ICC_PROFILE\0"u8),
        App14 => body.StartsWith("Adobe"u8),
        >= App0 and <= 0xEF or Comment or (>= 0xF0 and <= 0xFD) => false,
        _ => true,
    };

    /// <summary>Where the compressed data ends: at the next marker that is neither a stuffed byte nor a restart.</summary>
    static int EndOfScan(ReadOnlySpan<byte> jpeg, int at)
    {
        for (; at + 1 < jpeg.Length; at++)
            if (jpeg[at] == 0xFF && jpeg[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
                return at;
        return jpeg.Length;
    }

    static byte[] Turned(List<byte> kept, int place, int orientation)
    {
        if (Orientation.IsTurned(orientation))
        {
            byte[] exif = [.. "Exif\0\0"u8, .. Orientation.Write(orientation)];
            kept.InsertRange(place, [0xFF, App1, 0, (byte)(exif.Length + 2), .. exif]);
        }
        return [.. kept];
    }
}
