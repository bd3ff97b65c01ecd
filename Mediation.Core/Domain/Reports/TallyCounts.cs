namespace Mediation.Core.Domain.Reports;

/// <summary>Where a count stands: month (yyyyMM), column, and one of the 19 categories.</summary>
public readonly record struct TallyKey(int Month, Tier Tier, int Category);

/// <summary>What one or many disputes add to the report under one key.</summary>
public readonly record struct TallyCounts
{
    public int Found { get; init; }
    public int Mediated { get; init; }
    public int Succeeded { get; init; }

    public int MajorFound { get; init; }
    public int MajorMediated { get; init; }
    public int MajorSucceeded { get; init; }

    public int Under50 { get; init; }
    public int Under100 { get; init; }
    public int Under500 { get; init; }
    public int From500 { get; init; }

    public int Registered { get; init; }
    public int MovedIn { get; init; }
    public int MovedOut { get; init; }
    public int ReferredOut { get; init; }
    public int Resolved { get; init; }
    public int LawfullyEnded { get; init; }
    public int Reopened { get; init; }

    /// <summary>Memo: moves to a higher tier, in the column that sent them (上报).</summary>
    public int SentUp { get; init; }

    /// <summary>Memo: concluded in this month, registered in an earlier one; why row 3 may exceed 100 %.</summary>
    public int CarriedOverMediated { get; init; }

    public bool IsZero => this == default;

    /// <summary>What this adds to the open matters at the end of the month.</summary>
    public int StockChange => Registered + MovedIn + Reopened - MovedOut - ReferredOut - Resolved - LawfullyEnded;

    public static TallyCounts operator +(TallyCounts left, TallyCounts right) => new()
    {
        Found = left.Found + right.Found,
        Mediated = left.Mediated + right.Mediated,
        Succeeded = left.Succeeded + right.Succeeded,
        MajorFound = left.MajorFound + right.MajorFound,
        MajorMediated = left.MajorMediated + right.MajorMediated,
        MajorSucceeded = left.MajorSucceeded + right.MajorSucceeded,
        Under50 = left.Under50 + right.Under50,
        Under100 = left.Under100 + right.Under100,
        Under500 = left.Under500 + right.Under500,
        From500 = left.From500 + right.From500,
        Registered = left.Registered + right.Registered,
        MovedIn = left.MovedIn + right.MovedIn,
        MovedOut = left.MovedOut + right.MovedOut,
        ReferredOut = left.ReferredOut + right.ReferredOut,
        Resolved = left.Resolved + right.Resolved,
        LawfullyEnded = left.LawfullyEnded + right.LawfullyEnded,
        Reopened = left.Reopened + right.Reopened,
        SentUp = left.SentUp + right.SentUp,
        CarriedOverMediated = left.CarriedOverMediated + right.CarriedOverMediated,
    };

    public static TallyCounts operator -(TallyCounts left, TallyCounts right) => left + -right;

    public static TallyCounts operator -(TallyCounts counts) => new()
    {
        Found = -counts.Found,
        Mediated = -counts.Mediated,
        Succeeded = -counts.Succeeded,
        MajorFound = -counts.MajorFound,
        MajorMediated = -counts.MajorMediated,
        MajorSucceeded = -counts.MajorSucceeded,
        Under50 = -counts.Under50,
        Under100 = -counts.Under100,
        Under500 = -counts.Under500,
        From500 = -counts.From500,
        Registered = -counts.Registered,
        MovedIn = -counts.MovedIn,
        MovedOut = -counts.MovedOut,
        ReferredOut = -counts.ReferredOut,
        Resolved = -counts.Resolved,
        LawfullyEnded = -counts.LawfullyEnded,
        Reopened = -counts.Reopened,
        SentUp = -counts.SentUp,
        CarriedOverMediated = -counts.CarriedOverMediated,
    };
}

public static class TallySums
{
    public static TallyCounts Sum(this IEnumerable<TallyCounts> counts) =>
        counts.Aggregate(default(TallyCounts), (sum, next) => sum + next);
}
