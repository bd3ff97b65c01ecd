using System.Buffers.Binary;
using System.Text;

namespace Mediation.Benchmarks.Volume;

enum CellKind : byte { Null, Number, Text, Bytes }

/// <summary>One value: a number, or where its bytes lie in the batch.</summary>
readonly record struct Cell(CellKind Kind, long Number, int Length);

/// <summary>Rows on their way from the thread that makes them to the one that writes them.</summary>
sealed class Batch
{
    byte[] bytes = new byte[1 << 22];
    Cell[] cells = new Cell[1 << 16];
    int used, count;

    public List<(int Table, int First)> Rows { get; } = [];

    public ReadOnlySpan<Cell> Cells => cells.AsSpan(0, count);

    public int Used => used;

    public void Clear()
    {
        used = count = 0;
        Rows.Clear();
    }

    public void Row(int table) => Rows.Add((table, count));

    public ReadOnlySpan<byte> Bytes(Cell cell) => bytes.AsSpan((int)cell.Number, cell.Length);

    public void Null() => Add(default);

    public void Number(long value) => Add(new Cell(CellKind.Number, value, 0));

    public void Text(ReadOnlySpan<byte> utf8)
    {
        var from = used;
        Append(utf8);
        EndText(from);
    }

    public void Text(string? text)
    {
        if (text is null)
            Null();
        else
            Text(Encoding.UTF8.GetBytes(text));
    }

    public void Blob(ReadOnlySpan<byte> value)
    {
        Add(new Cell(CellKind.Bytes, used, value.Length));
        Append(value);
    }

    /// <summary>A text is appended in pieces between the place where it began and here.</summary>
    public void EndText(int from) => Add(new Cell(CellKind.Text, from, used - from));

    public void Append(ReadOnlySpan<byte> piece)
    {
        if (used + piece.Length > bytes.Length)
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, used + piece.Length));
        piece.CopyTo(bytes.AsSpan(used));
        used += piece.Length;
    }

    public void AppendId(ReadOnlySpan<byte> id)
    {
        Span<byte> text = stackalloc byte[36];
        var at = 0;
        for (var i = 0; i < 16; i++)
        {
            if (i is 4 or 6 or 8 or 10)
                text[at++] = (byte)'-';
            text[at++] = Hex(id[i] >> 4);
            text[at++] = Hex(id[i] & 15);
        }
        Append(text);
    }

    /// <summary>Takes a text back that was only needed for a while.</summary>
    public ReadOnlySpan<byte> Scratch(int from)
    {
        var text = bytes.AsSpan(from, used - from);
        used = from;
        return text;
    }

    public static void WriteBig(Span<byte> to, ulong high, ulong low)
    {
        BinaryPrimitives.WriteUInt64BigEndian(to, high);
        BinaryPrimitives.WriteUInt64BigEndian(to[8..], low);
    }

    static byte Hex(int digit) => (byte)(digit < 10 ? '0' + digit : 'a' + digit - 10);

    void Add(Cell cell)
    {
        if (count == cells.Length)
            Array.Resize(ref cells, cells.Length * 2);
        cells[count++] = cell;
    }
}
