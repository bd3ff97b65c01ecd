using System.Buffers.Binary;

namespace Mediation.Core.Domain.Papers.Contents;

/// <summary>Copies the chunks of a WebP that show the picture (RFC 9649); EXIF, XMP and the unknown stay behind.</summary>
static class WebPCleaner
{
    const byte ExifFlag = 0x08, XmpFlag = 0x04;
    const int HeadLength = 10;

    static readonly string[] Needed = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    public static byte[]? Clean(ReadOnlySpan<byte> webp)
    {
        if (webp.Length < 20)
            return null;
        var declared = BinaryPrimitives.ReadUInt32LittleEndian(webp[4..]) + 8L;
        if (declared > webp.Length)
            return null;
        var kept = new List<byte>(webp.Length);
        kept.AddRange(webp[..12]);
        var flags = -1;
        var orientation = 1;
        var hasPicture = false;
        for (var at = 12; at + 8 <= declared;)
        {
            // Longer than its own type: the largest length, padded, would be none.
            long length = BinaryPrimitives.ReadUInt32LittleEndian(webp[(at + 4)..]);
            var padded = length + (length & 1);
            if (padded > declared - at - 8)
                return null;
            var chunk = webp.Slice(at, (int)padded + 8);
            var name = System.Text.Encoding.ASCII.GetString(chunk[..4]);
            if (name == "VP8X" && length != HeadLength)
                return null;
            if (name == "EXIF")
                orientation = Orientation.Read(chunk[8..].StartsWith("Exif\0\0"u8) ? chunk[14..] : chunk[8..]);
            if (name == "VP8X")
                flags = kept.Count + 8;
            if (Needed.Contains(name))
                kept.AddRange(chunk);
            hasPicture |= name is "VP8 " or "VP8L" or "ANMF";
            at += chunk.Length;
        }
        return hasPicture ? Finished(kept, flags, orientation) : null;
    }

    static byte[] Finished(List<byte> kept, int flags, int orientation)
    {
        var turned = flags >= 0 && Orientation.IsTurned(orientation);
        if (turned)
        {
            var exif = Orientation.Write(orientation);
            kept.AddRange([.. "EXIF"u8, (byte)exif.Length, 0, 0, 0, .. exif]);
        }
        byte[] file = [.. kept];
        if (flags >= 0)
            file[flags] = (byte)(file[flags] & ~(ExifFlag | XmpFlag) | (turned ? ExifFlag : 0));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)(file.Length - 8));
        return file;
    }
}
