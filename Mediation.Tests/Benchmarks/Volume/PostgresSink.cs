using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Npgsql;

namespace Mediation.Benchmarks.Volume;

/// <summary>Binary COPY, one stream for each table.</summary>
sealed class PostgresSink : ISink
{
    static readonly byte[] Head = [.. "PGCOPY\n"u8, 0xFF, .. "\r\n\0"u8, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Of 2000-01-01, from which PostgreSQL counts.</summary>
    const long EpochMilliseconds = 946_684_800_000;

    readonly NpgsqlDataSource source;
    readonly Table[] tables;
    readonly Dictionary<int, (string Column, string Type)[]> columns = [];
    readonly Dictionary<int, CopyTarget> targets = [];
    readonly List<string> later = [];
    readonly SearchTokens search = new();
    readonly List<ulong> packed = [];

    public PostgresSink(string connectionString, Tables all)
    {
        // The sums that triggers keep are made in one go.
        source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { MaxPoolSize = 60, CommandTimeout = 0, Options = "-c mediation.copying=on" });
        tables = [.. all.All.OrderBy(table => table.Number)];
        foreach (var table in tables)
        {
            var types = Read($"select column_name, udt_name from information_schema.columns where table_name = '{table.Name}' and table_schema = 'public'", 2).ToDictionary(row => row[0], row => row[1]);
            columns[table.Number] = [.. table.Columns.Select(column => (column, types.GetValueOrDefault(column, "")))];
        }
    }

    /// <summary>The tokens are a column.</summary>
    public bool HasSearchIndex => false;

    public void Begin()
    {
        foreach (var row in Read(
            """
            select indexes.relname, pg_get_indexdef(pg_index.indexrelid)
            from pg_index
            join pg_class as indexes on indexes.oid = pg_index.indexrelid
            join pg_namespace on pg_namespace.oid = indexes.relnamespace and nspname = 'public'
            where not indisprimary and not indexes.relispartition and not exists (select 1 from pg_constraint where conindid = indexrelid)
            """, 2))
        {
            Execute($"drop index {row[0]}");
            later.Add(row[1].Replace(" ON ONLY ", " ON ", StringComparison.Ordinal));
        }
    }

    public void Write(Batch batch)
    {
        foreach (var (table, first) in batch.Rows)
        {
            if (!targets.TryGetValue(table, out var to))
                targets[table] = to = Open(tables[table]);
            var of = columns[table];
            to.Begin((short)of.Length);
            for (var column = 0; column < of.Length; column++)
                if (tables[table].Name == "search_text" && of[column].Column == "number")
                    continue;
                else
                    Write(to, batch, batch.Cells[first + column], of[column].Type);
            if (tables[table].Name == "search_text")
                Tokens(to, batch.Bytes(batch.Cells[first + of.Length - 1]));
        }
    }

    public void End()
    {
        foreach (var target in targets.Values)
            target.End();
        foreach (var sql in KeptSums.Statements().Concat(later))
            Execute($"set maintenance_work_mem = '1GB'; {sql}");
        Execute("analyze");
    }

    public void Dispose()
    {
        foreach (var target in targets.Values)
            target.Dispose();
        source.Dispose();
    }

    static void Write(CopyTarget to, Batch batch, Cell cell, string type)
    {
        if (cell.Kind == CellKind.Null)
            to.Null();
        else if (type == "int8")
            to.Int64(cell.Number);
        else if (type == "int4")
            to.Int32((int)cell.Number);
        else if (type == "int2")
            to.Int16((short)cell.Number);
        else if (type == "timestamptz")
            to.Int64((cell.Number - EpochMilliseconds) * 1_000);
        else if (type == "date")
            to.Int32(DateOnly.ParseExact(Encoding.ASCII.GetString(batch.Bytes(cell)), "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber - new DateOnly(2000, 1, 1).DayNumber);
        else
            to.Bytes(batch.Bytes(cell));
    }

    /// <summary>The binary form of what SearchText.TsVector writes as text.</summary>
    void Tokens(CopyTarget to, ReadOnlySpan<byte> text)
    {
        search.Read(text);
        packed.Clear();
        for (var at = 0; at < search.Pairs.Count; at++)
            if (search.Pairs[at] != SearchTokens.Gap)
                packed.Add(((ulong)search.Pairs[at] << 16) | (uint)(at + 1));
        packed.Sort();
        var vector = new byte[8 + packed.Count * 12];
        var (used, count) = (4, 0);
        Span<byte> lexeme = stackalloc byte[8];
        for (var at = 0; at < packed.Count; count++)
        {
            var (pair, from) = (packed[at] >> 16, at);
            var length = SearchTokens.Utf8((uint)pair, lexeme);
            lexeme[..length].CopyTo(vector.AsSpan(used));
            var places = used + length + 1;
            for (used = places + 2; at < packed.Count && packed[at] >> 16 == pair; at++, used += 2)
                BinaryPrimitives.WriteUInt16BigEndian(vector.AsSpan(used), (ushort)packed[at]);
            BinaryPrimitives.WriteInt16BigEndian(vector.AsSpan(places), (short)(at - from));
        }
        BinaryPrimitives.WriteInt32BigEndian(vector, count);
        to.Bytes(vector.AsSpan(0, used));
    }

    CopyTarget Open(Table table)
    {
        var names = columns[table.Number].Select(one => one.Column).Where(column => table.Name != "search_text" || column != "number");
        if (table.Name == "search_text")
            names = names.Append("tokens");
        var connection = source.OpenConnection();
        return new CopyTarget(connection, connection.BeginRawBinaryCopy($"copy {table.Name} ({string.Join(", ", names)}) from stdin (format binary)"), Head);
    }

    void Execute(string sql)
    {
        using var command = source.CreateCommand(sql);
        command.ExecuteNonQuery();
    }

    List<string[]> Read(string sql, int count)
    {
        using var command = source.CreateCommand(sql);
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, count).Select(reader.GetString)]);
        return rows;
    }
}
