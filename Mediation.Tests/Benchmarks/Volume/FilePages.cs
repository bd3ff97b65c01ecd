using System.Buffers.Binary;
using Microsoft.Data.Sqlite;

namespace Mediation.Benchmarks.Volume;

/// <summary>
/// How many bytes of a SQLite file each table takes, with its indexes: the pages of its trees are walked and counted, as the format of the file has them
/// (https://www.sqlite.org/fileformat2.html), because the library that comes with the driver is built without `dbstat`.
/// </summary>
sealed class FilePages : IDisposable
{
    const byte InnerIndex = 2, InnerTable = 5, LeafIndex = 10, LeafTable = 13;
    const int FileHeader = 100;

    readonly FileStream file;
    readonly int size;

    FilePages(string path)
    {
        file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> header = stackalloc byte[FileHeader];
        file.ReadExactly(header);
        size = BinaryPrimitives.ReadUInt16BigEndian(header[16..]) is var told && told == 1 ? 65_536 : told;
        if (header[20] != 0)
            throw new InvalidOperationException("Pages with a reserved end are not read here.");
    }

    /// <summary>Each table's bytes, the largest first; what is in no tree is `(free)`.</summary>
    public static IReadOnlyList<(string Name, double Bytes)> Of(string path, SqliteConnection connection)
    {
        using var pages = new FilePages(path);
        var trees = Registry.Rows(connection, "select tbl_name, rootpage from sqlite_master where rootpage > 0 union all select 'sqlite_schema', 1", row => (Name: row.GetString(0), Root: row.GetInt64(1)));
        var tables = trees.GroupBy(tree => tree.Name)
            .Select(table => (table.Key, Bytes: table.Sum(tree => pages.Count(tree.Root)) * (double)pages.size)).OrderByDescending(table => table.Bytes).ToList();
        return [.. tables, ("(free)", pages.file.Length - tables.Sum(table => table.Bytes))];
    }

    public void Dispose() => file.Dispose();

    /// <summary>Pages of the tree under a root, with those that a long row runs over to.</summary>
    long Count(long root)
    {
        var (count, waiting, page) = (0L, new Stack<long>([root]), new byte[size]);
        while (waiting.TryPop(out var number))
        {
            count++;
            RandomAccess.Read(file.SafeFileHandle, page, (number - 1) * size);
            var start = number == 1 ? FileHeader : 0;
            var kind = page[start];
            var inner = kind is InnerIndex or InnerTable;
            var cells = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(start + 3));
            if (inner)
                waiting.Push(BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(start + 8)));
            for (var cell = 0; cell < cells; cell++)
            {
                var at = BinaryPrimitives.ReadUInt16BigEndian(page.AsSpan(start + (inner ? 12 : 8) + cell * 2));
                if (inner)
                    waiting.Push(BinaryPrimitives.ReadUInt32BigEndian(page.AsSpan(at)));
                if (kind != InnerTable)
                    count += Overflow(Varint(page.AsSpan(at + (inner ? 4 : 0))), kind == LeafTable);
            }
            if (kind is not (InnerIndex or InnerTable or LeafIndex or LeafTable))
                throw new InvalidOperationException($"Page {number} is of no known kind ({kind}).");
        }
        return count;
    }

    /// <summary>The pages that a row's bytes run over to when they do not fit into the tree's own.</summary>
    long Overflow(long payload, bool table)
    {
        long most = table ? size - 35 : (size - 12) * 64 / 255 - 23;
        if (payload <= most)
            return 0;
        long least = (size - 12) * 32 / 255 - 23;
        var local = least + (payload - least) % (size - 4);
        if (local > most)
            local = least;
        return (payload - local + size - 5) / (size - 4);
    }

    static long Varint(ReadOnlySpan<byte> bytes)
    {
        var value = 0L;
        for (var at = 0; at < 8; at++)
        {
            value = value << 7 | (uint)(bytes[at] & 0x7f);
            if (bytes[at] < 0x80)
                return value;
        }
        return value << 8 | bytes[8];
    }
}
