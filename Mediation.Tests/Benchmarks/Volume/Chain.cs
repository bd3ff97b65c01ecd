using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace Mediation.Benchmarks.Volume;

/// <summary>The journal's chain of hashes over the values of a row as they were written, as JournalRow.HashAfter computes it.</summary>
sealed class Chain
{
    // In table order; ids are written with dashes, everything else as its text.
    readonly byte[] hash = new byte[32];
    byte[] row = new byte[1 << 16];
    int used;
    bool begun;

    public void Begin() => begun = false;

    public ReadOnlySpan<byte> Next(Batch batch, int columns)
    {
        used = 0;
        Append(begun ? hash : []);
        foreach (var cell in batch.Cells[^columns..])
            switch (cell.Kind)
            {
                case CellKind.Null: Append([]); break;
                case CellKind.Number: AppendNumber(cell.Number); break;
                case CellKind.Text: Append(batch.Bytes(cell)); break;
                case CellKind.Bytes: AppendId(batch.Bytes(cell)); break;
            }
        SHA256.HashData(row.AsSpan(0, used), hash);
        begun = true;
        return hash;
    }

    void AppendNumber(long number)
    {
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, text, out var length);
        Append(text[..length]);
    }

    void AppendId(ReadOnlySpan<byte> id)
    {
        Span<byte> text = stackalloc byte[36];
        new Guid(id, bigEndian: true).TryFormat(text, out _);
        Append(text);
    }

    void Append(ReadOnlySpan<byte> value)
    {
        if (used + 4 + value.Length > row.Length)
            Array.Resize(ref row, (used + 4 + value.Length) * 2);
        BinaryPrimitives.WriteInt32BigEndian(row.AsSpan(used), value.Length);
        value.CopyTo(row.AsSpan(used + 4));
        used += 4 + value.Length;
    }
}
