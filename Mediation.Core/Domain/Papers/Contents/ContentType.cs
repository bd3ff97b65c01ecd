namespace Mediation.Core.Domain.Papers.Contents;

/// <summary>What a file is by its first bytes; names and headers of the sender say nothing.</summary>
public sealed record ContentType(string MediaType, string Extension)
{
    public static readonly ContentType Jpeg = new("image/jpeg", "jpg"), Png = new("image/png", "png"), WebP = new("image/webp", "webp");
    public static readonly ContentType Pdf = new("application/pdf", "pdf");
    static readonly ContentType Mp3 = new("audio/mpeg", "mp3"), Mp4 = new("audio/mp4", "m4a"), Ogg = new("audio/ogg", "ogg");
    static readonly ContentType Wav = new("audio/wav", "wav"), WebM = new("audio/webm", "webm"), Amr = new("audio/amr", "amr");

    static readonly ContentType[] All = [Jpeg, Png, WebP, Pdf, Mp3, Mp4, Ogg, Wav, WebM, Amr];

    public bool IsAudio => MediaType.StartsWith("audio/", StringComparison.Ordinal);

    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);

    public static string ExtensionOf(string mediaType) => All.FirstOrDefault(type => type.MediaType == mediaType)?.Extension ?? "bin";

    /// <summary>Null for whatever is not taken: programs, pages, archives, films, and pictures no browser shows (HEIC).</summary>
    public static ContentType? Of(ReadOnlySpan<byte> file) => file switch
    {
        [0xFF, 0xD8, 0xFF, ..] => Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => Png,
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => Pdf,
        [(byte)'I', (byte)'D', (byte)'3', ..] => Mp3,
        [0xFF, var second, ..] when (second & 0xE6) == 0xE2 => Mp3,
        [(byte)'O', (byte)'g', (byte)'g', (byte)'S', ..] => Ogg,
        [(byte)'#', (byte)'!', (byte)'A', (byte)'M', (byte)'R', ..] => Amr,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => WebP,
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => Wav,
        [0x1A, 0x45, 0xDF, 0xA3, ..] => IsSoundOnlyWebM(file) ? WebM : null,
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => IsSoundOnlyMp4(file) ? Mp4 : null,
        _ => null,
    };

    // A film is no recording of a talk: only tracks of sound may be inside.
    static bool IsSoundOnlyWebM(ReadOnlySpan<byte> file) =>
        file.IndexOf("webm"u8) is >= 0 and < 64 && (file.IndexOf("A_OPUS"u8) >= 0 || file.IndexOf("A_VORBIS"u8) >= 0)
        && file.IndexOf("V_VP8"u8) < 0 && file.IndexOf("V_VP9"u8) < 0 && file.IndexOf("V_AV1"u8) < 0;

    static bool IsSoundOnlyMp4(ReadOnlySpan<byte> file)
    {
        var hasSound = false;
        for (var at = file.IndexOf("hdlr"u8); at >= 0 && at + 16 <= file.Length;)
        {
            var handler = file.Slice(at + 12, 4);
            if (handler.SequenceEqual("vide"u8) || handler.SequenceEqual("pict"u8))
                return false;
            hasSound |= handler.SequenceEqual("soun"u8);
            var next = file[(at + 4)..].IndexOf("hdlr"u8);
            at = next < 0 ? -1 : at + 4 + next;
        }
        return hasSound;
    }
}
