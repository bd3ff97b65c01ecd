using System.Data.Common;
using System.Globalization;
using Mediation.Core.Data.Packing;
using Mediation.Core.Domain.Search;
using Npgsql;
using NpgsqlTypes;

namespace Mediation.Core.Data.Backup;

/// <summary>A column on its way from SQLite to PostgreSQL: how it stands there, and how it is written here.</summary>
sealed class CopiedColumn(PostgresColumn column, int at, int text)
{
    public const string SearchType = "tsvector";

    public string Name => column.Name;

    /// <summary>It has no counterpart and is made anew from the text beside it.</summary>
    public bool IsSearch => column.Type == SearchType;

    public void Write(NpgsqlBinaryImporter rows, DbDataReader row)
    {
        if (!IsSearch && row.IsDBNull(at))
        {
            rows.WriteNull();
            return;
        }
        switch (column.Type)
        {
            case "uuid":
                rows.Write(new Guid(row.GetFieldValue<byte[]>(at), bigEndian: true), NpgsqlDbType.Uuid);
                break;
            case "bytea":
                rows.Write(row.GetFieldValue<byte[]>(at), NpgsqlDbType.Bytea);
                break;
            case "timestamp with time zone":
                rows.Write(DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(at)).UtcDateTime, NpgsqlDbType.TimestampTz);
                break;
            case "date":
                rows.Write(DateOnly.ParseExact(row.GetString(at), "yyyy-MM-dd", CultureInfo.InvariantCulture), NpgsqlDbType.Date);
                break;
            case "bigint":
                rows.Write(row.GetInt64(at), NpgsqlDbType.Bigint);
                break;
            case "integer":
                rows.Write(row.GetInt32(at), NpgsqlDbType.Integer);
                break;
            case "smallint":
                rows.Write(row.GetInt16(at), NpgsqlDbType.Smallint);
                break;
            case "boolean":
                rows.Write(row.GetInt64(at) != 0, NpgsqlDbType.Boolean);
                break;
            case "text" or "character varying":
                rows.Write(row.GetValue(at) is byte[] packed ? PackedText.Unpack(packed) : row.GetString(at), NpgsqlDbType.Text);
                break;
            case SearchType:
                rows.Write(SearchText.TsVector(row.GetString(text).Split('\n')), NpgsqlDbType.Text);
                break;
            default:
                throw new InvalidDataException($"Nobody knows how {column.Name} becomes {column.Type}.");
        }
    }
}
