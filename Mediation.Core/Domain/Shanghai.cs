namespace Mediation.Core.Domain;

/// <summary>Event dates and months are those of Asia/Shanghai, UTC+8 without summer time since 1992.</summary>
public static class Shanghai
{
    static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    public static DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);

    /// <summary>As a clock on the wall shows it.</summary>
    public static DateTimeOffset TimeOf(DateTimeOffset instant) => instant.ToOffset(Offset);

    /// <summary>The first instant of a date.</summary>
    public static DateTimeOffset StartOf(DateOnly date) => new(date.ToDateTime(TimeOnly.MinValue), Offset);
}
