namespace Mediation.Core.Domain.Calendar;

/// <summary>Units of a time limit; a month is not thirty days.</summary>
public enum TimeUnit { Workday, Day, Month, Year }

/// <summary>The last day of a limit; provisional while it rests on a year whose holidays are not published.</summary>
public sealed record Deadline(DateOnly Due, bool Provisional);
