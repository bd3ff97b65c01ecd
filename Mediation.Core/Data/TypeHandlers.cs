using System.Data;
using System.Globalization;
using Dapper;
using Mediation.Core.Data.Packing;
using Mediation.Core.Domain.Areas;
using Microsoft.Data.Sqlite;

namespace Mediation.Core.Data;

/// <summary>How ids, instants, dates and codes stand in either engine; Dapper's own ways lose offsets and find nothing.</summary>
static class TypeHandlers
{
    static readonly Lock Gate = new();
    static bool registered;

    public static void Register()
    {
        lock (Gate)
        {
            if (registered)
                return;
            registered = true;
            DefaultTypeMap.MatchNamesWithUnderscores = true;
            foreach (var type in (Type[])[typeof(Guid), typeof(DateTimeOffset), typeof(DateOnly)])
            {
                SqlMapper.RemoveTypeMap(type);
                SqlMapper.RemoveTypeMap(typeof(Nullable<>).MakeGenericType(type));
            }
            SqlMapper.AddTypeHandler(new IdHandler());
            SqlMapper.AddTypeHandler(new InstantHandler());
            SqlMapper.AddTypeHandler(new DateHandler());
            SqlMapper.AddTypeHandler(new AreaCodeHandler());
            SqlMapper.AddTypeHandler(new TextHandler());
        }
    }

    /// <summary>Blob(16), big-endian so that version 7 sorts by time, or uuid.</summary>
    sealed class IdHandler : SqlMapper.TypeHandler<Guid>
    {
        public override void SetValue(IDbDataParameter parameter, Guid value) =>
            parameter.Value = parameter is SqliteParameter ? value.ToByteArray(bigEndian: true) : value;

        public override Guid Parse(object value) => value is byte[] bytes ? new Guid(bytes, bigEndian: true) : (Guid)value;
    }

    /// <summary>Unix milliseconds, or timestamptz in UTC; both cut to milliseconds so that a hash reads what it wrote.</summary>
    sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            var milliseconds = value.ToUnixTimeMilliseconds();
            parameter.Value = parameter is SqliteParameter ? milliseconds : DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);
        }

        public override DateTimeOffset Parse(object value) => value switch
        {
            long milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds),
            DateTime time => new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)),
            DateTimeOffset instant => instant,
            _ => throw new DataException($"{value.GetType()} is no instant."),
        };
    }

    /// <summary>Text yyyy-MM-dd, or date.</summary>
    sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override void SetValue(IDbDataParameter parameter, DateOnly value) =>
            parameter.Value = parameter is SqliteParameter ? value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value;

        public override DateOnly Parse(object value) => value switch
        {
            string text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime time => DateOnly.FromDateTime(time),
            DateOnly date => date,
            _ => throw new DataException($"{value.GetType()} is no date."),
        };
    }

    /// <summary>Whoever reads a text gets it, packed or not; parameters do not come here.</summary>
    sealed class TextHandler : SqlMapper.TypeHandler<string>
    {
        public override void SetValue(IDbDataParameter parameter, string? value) => parameter.Value = value is null ? DBNull.Value : value;

        public override string Parse(object value) => value switch
        {
            string text => text,
            byte[] packed => PackedText.Unpack(packed),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
    }

    sealed class AreaCodeHandler : SqlMapper.TypeHandler<AreaCode>
    {
        public override void SetValue(IDbDataParameter parameter, AreaCode value) => parameter.Value = value.Value;

        public override AreaCode Parse(object value) => new((long)value);
    }
}
