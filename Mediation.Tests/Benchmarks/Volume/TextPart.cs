using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Mediation.Core.Data.Packing;

namespace Mediation.Benchmarks.Volume;

enum Hole { None, Id, Area, Time, Name, Place, Case, Digest }

/// <summary>Either a piece of text as it stands, or a hole that each copy fills with its own.</summary>
readonly record struct Piece(Hole Hole, long Of, byte[] Bytes);

/// <summary>One value of a row, ready to be written for a copy.</summary>
abstract class Part
{
    public abstract void Write(Copy copy, Batch to);
}

/// <summary>A text with holes for ids, areas, moments, names, places, case numbers and digests.</summary>
sealed class TextPart(IReadOnlyList<Piece> pieces) : Part
{
    readonly Piece[] pieces = [.. pieces];

    public bool IsFixed => pieces.All(piece => piece.Hole == Hole.None);

    public override void Write(Copy copy, Batch to)
    {
        var from = to.Used;
        Append(copy, to);
        to.EndText(from);
    }

    public void Append(Copy copy, Batch to)
    {
        foreach (ref readonly var piece in pieces.AsSpan())
            switch (piece.Hole)
            {
                case Hole.None: to.Append(piece.Bytes); break;
                case Hole.Id: to.AppendId(copy.Id((int)piece.Of)); break;
                case Hole.Area: AppendNumber(to, copy.Area((int)piece.Of)); break;
                case Hole.Time: AppendTime(to, piece.Of + copy.Jitter); break;
                case Hole.Name: to.Append(copy.Name((int)piece.Of)); break;
                case Hole.Place: to.Append(copy.Place((int)piece.Of)); break;
                case Hole.Case: to.Append(copy.Case((int)piece.Of)); break;
                case Hole.Digest: to.Append(copy.Digest((int)piece.Of)); break;
            }
    }

    static void AppendNumber(Batch to, long number)
    {
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, text, out var length);
        to.Append(text[..length]);
    }

    static void AppendTime(Batch to, long at)
    {
        Span<byte> text = stackalloc byte[32];
        DateTimeOffset.FromUnixTimeMilliseconds(at).UtcDateTime.TryFormat(text, out var length, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);
        to.Append(text[..length]);
        to.Append("+00:00"u8);
    }

    public static TextPart Fixed(string text) => new([new Piece(Hole.None, 0, Encoding.UTF8.GetBytes(text))]);
}

/// <summary>A text that is written packed, as the product does where a matter rests.</summary>
sealed class PackedPart(TextPart text) : Part
{
    public override void Write(Copy copy, Batch to)
    {
        var from = to.Used;
        text.Append(copy, to);
        to.Blob(PackedText.Pack(to.Scratch(from)));
    }
}

sealed class NullPart : Part
{
    public override void Write(Copy copy, Batch to) => to.Null();
}

sealed class NumberPart(long value) : Part
{
    public override void Write(Copy copy, Batch to) => to.Number(value);
}

sealed class BytesPart(byte[] value) : Part
{
    public override void Write(Copy copy, Batch to) => to.Blob(value);
}

sealed class IdPart(int slot) : Part
{
    public override void Write(Copy copy, Batch to) => to.Blob(copy.Id(slot));
}

sealed class AreaPart(int slot) : Part
{
    public override void Write(Copy copy, Batch to) => to.Number(copy.Area(slot));
}

sealed class TimePart(long at) : Part
{
    public override void Write(Copy copy, Batch to) => to.Number(at + copy.Jitter);
}

/// <summary>The number of the dispute's last change in its district.</summary>
sealed class ChangePart : Part
{
    public override void Write(Copy copy, Batch to) => to.Number(copy.Change);
}

/// <summary>The running number of the dispute's text in the search index.</summary>
sealed class SearchNumberPart : Part
{
    public override void Write(Copy copy, Batch to) => to.Number(copy.SearchNumber);
}

/// <summary>Number or year of a case.</summary>
sealed class CasePart(int slot, bool year) : Part
{
    public override void Write(Copy copy, Batch to) => to.Number(year ? copy.Variant.Cases[slot].Year : copy.CaseNumber(slot));
}

/// <summary>The hash of a journal line, from the values before it and the line before it.</summary>
sealed class HashPart(int columns) : Part
{
    public override void Write(Copy copy, Batch to) => to.Blob(copy.Chain.Next(to, columns));
}
