using System.Buffers.Binary;
using Npgsql;

namespace Mediation.Benchmarks.Volume;

/// <summary>One open COPY in binary form: each value behind its length, numbers in network order.</summary>
sealed class CopyTarget : IDisposable
{
    readonly NpgsqlConnection connection;
    readonly NpgsqlRawCopyStream stream;
    readonly byte[] buffer = new byte[1 << 16];
    int used;

    public CopyTarget(NpgsqlConnection connection, NpgsqlRawCopyStream stream, ReadOnlySpan<byte> head)
    {
        (this.connection, this.stream) = (connection, stream);
        Put(head);
    }

    public void Begin(short fields)
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(2), fields);
    }

    public void Null() => BinaryPrimitives.WriteInt32BigEndian(Take(4), -1);

    public void Int64(long value)
    {
        var to = Take(12);
        BinaryPrimitives.WriteInt32BigEndian(to, 8);
        BinaryPrimitives.WriteInt64BigEndian(to[4..], value);
    }

    public void Int32(int value)
    {
        var to = Take(8);
        BinaryPrimitives.WriteInt32BigEndian(to, 4);
        BinaryPrimitives.WriteInt32BigEndian(to[4..], value);
    }

    public void Int16(short value)
    {
        var to = Take(6);
        BinaryPrimitives.WriteInt32BigEndian(to, 2);
        BinaryPrimitives.WriteInt16BigEndian(to[4..], value);
    }

    public void Bytes(ReadOnlySpan<byte> value)
    {
        BinaryPrimitives.WriteInt32BigEndian(Take(4), value.Length);
        Put(value);
    }

    public void End()
    {
        BinaryPrimitives.WriteInt16BigEndian(Take(2), -1);
        Flush();
        stream.Dispose();
    }

    public void Dispose() => connection.Dispose();

    void Put(ReadOnlySpan<byte> value)
    {
        if (value.Length > buffer.Length - used)
            Flush();
        if (value.Length > buffer.Length)
            stream.Write(value);
        else
            value.CopyTo(Take(value.Length));
    }

    Span<byte> Take(int length)
    {
        if (length > buffer.Length - used)
            Flush();
        used += length;
        return buffer.AsSpan(used - length, length);
    }

    void Flush()
    {
        stream.Write(buffer.AsSpan(0, used));
        used = 0;
    }
}
