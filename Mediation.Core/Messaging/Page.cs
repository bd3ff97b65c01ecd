using System.Buffers.Text;
using System.Text;

namespace Mediation.Core.Messaging;

/// <summary>One page of a list; `next` is the cursor of the following one, null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>A slice of a table that goes into a file row by row; the first one says how many rows there are in all.</summary>
public sealed record TableSlice(IReadOnlyList<string> Columns, int? Total, IReadOnlyList<IReadOnlyList<object?>> Rows, string? Next);

/// <summary>An opaque place in a list: the sort key of its last row.</summary>
public static class Cursor
{
    public static string Write(params object[] key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('|', key)));

    /// <summary>The parts of a cursor; null when it is none of ours.</summary>
    public static string[]? Read(string? cursor, int parts)
    {
        if (cursor is null || !Base64Url.IsValid(cursor))
            return null;
        var key = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('|');
        return key.Length == parts ? key : null;
    }
}
