using System.Reflection;
using System.Text;
using ZstdSharp;

namespace Mediation.Core.Data.Packing;

/// <summary>
/// Long texts of matters that rest, packed: a quarter of their size. They are read like any other text, whichever way they lie there. The
/// dictionary holds what all of them have in common; it is never changed, and a better one gets another first byte.
/// </summary>
static class PackedText
{
    const byte First = 1;
    const int Level = 3;

    static readonly byte[] Dictionary = Read();

    [ThreadStatic]
    static Compressor? compressor;

    [ThreadStatic]
    static Decompressor? decompressor;

    public static byte[] Pack(string text) => Pack(Encoding.UTF8.GetBytes(text));

    public static byte[] Pack(ReadOnlySpan<byte> utf8)
    {
        if (compressor is null)
        {
            compressor = new Compressor(Level);
            compressor.LoadDictionary(Dictionary);
        }
        return [First, .. compressor.Wrap(utf8)];
    }

    public static string Unpack(byte[] packed)
    {
        if (packed is not [First, ..])
            throw new InvalidDataException("A packed text of a kind that this program does not know.");
        if (decompressor is null)
        {
            decompressor = new Decompressor();
            decompressor.LoadDictionary(Dictionary);
        }
        return Encoding.UTF8.GetString(decompressor.Unwrap(packed.AsSpan(1)));
    }

    static byte[] Read()
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream("Packing.file-1.dictionary")!;
        using var bytes = new MemoryStream();
        resource.CopyTo(bytes);
        return bytes.ToArray();
    }
}
