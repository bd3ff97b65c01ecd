using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Data;

/// <summary>The counters of the report as they stand in rows, and their names in SQL.</summary>
public abstract record CounterRow
{
    internal const string Columns =
        """
        found, mediated, succeeded, major_found, major_mediated, major_succeeded, under50, under100, under500, from500, registered, moved_in,
        moved_out, referred_out, resolved, lawfully_ended, reopened, sent_up, carried_over_mediated
        """;

    internal const string Values =
        """
        @Found, @Mediated, @Succeeded, @MajorFound, @MajorMediated, @MajorSucceeded, @Under50, @Under100, @Under500, @From500, @Registered,
        @MovedIn, @MovedOut, @ReferredOut, @Resolved, @LawfullyEnded, @Reopened, @SentUp, @CarriedOverMediated
        """;

    internal const string Sums =
        """
        cast(sum(found) as integer) as found, cast(sum(mediated) as integer) as mediated, cast(sum(succeeded) as integer) as succeeded,
        cast(sum(major_found) as integer) as major_found, cast(sum(major_mediated) as integer) as major_mediated,
        cast(sum(major_succeeded) as integer) as major_succeeded, cast(sum(under50) as integer) as under50,
        cast(sum(under100) as integer) as under100, cast(sum(under500) as integer) as under500, cast(sum(from500) as integer) as from500,
        cast(sum(registered) as integer) as registered, cast(sum(moved_in) as integer) as moved_in, cast(sum(moved_out) as integer) as moved_out,
        cast(sum(referred_out) as integer) as referred_out, cast(sum(resolved) as integer) as resolved,
        cast(sum(lawfully_ended) as integer) as lawfully_ended, cast(sum(reopened) as integer) as reopened,
        cast(sum(sent_up) as integer) as sent_up, cast(sum(carried_over_mediated) as integer) as carried_over_mediated
        """;

    /// <summary>What was sealed, to be taken from what is counted now.</summary>
    internal const string Negated =
        """
        -found as found, -mediated as mediated, -succeeded as succeeded, -major_found as major_found, -major_mediated as major_mediated,
        -major_succeeded as major_succeeded, -under50 as under50, -under100 as under100, -under500 as under500, -from500 as from500,
        -registered as registered, -moved_in as moved_in, -moved_out as moved_out, -referred_out as referred_out, -resolved as resolved,
        -lawfully_ended as lawfully_ended, -reopened as reopened, -sent_up as sent_up, -carried_over_mediated as carried_over_mediated
        """;

    /// <summary>The columns of `report_entry`, where the people stand as the number of their row.</summary>
    internal const string OfEntry =
        """
        found, mediated, succeeded, major_found, major_mediated, major_succeeded, case when people = 1 then 1 else 0 end as under50,
        case when people = 2 then 1 else 0 end as under100, case when people = 3 then 1 else 0 end as under500,
        case when people = 4 then 1 else 0 end as from500, registered, moved_in, moved_out, referred_out, resolved, lawfully_ended, reopened,
        sent_up, carried_over_mediated
        """;

    internal const string AnyOfSum =
        """
        sum(found) <> 0 or sum(mediated) <> 0 or sum(succeeded) <> 0 or sum(major_found) <> 0 or sum(major_mediated) <> 0 or
        sum(major_succeeded) <> 0 or sum(under50) <> 0 or sum(under100) <> 0 or sum(under500) <> 0 or sum(from500) <> 0 or
        sum(registered) <> 0 or sum(moved_in) <> 0 or sum(moved_out) <> 0 or sum(referred_out) <> 0 or sum(resolved) <> 0 or
        sum(lawfully_ended) <> 0 or sum(reopened) <> 0 or sum(sent_up) <> 0 or sum(carried_over_mediated) <> 0
        """;

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
    public int SentUp { get; init; }
    public int CarriedOverMediated { get; init; }

    public TallyCounts Counts => new()
    {
        Found = Found, Mediated = Mediated, Succeeded = Succeeded, MajorFound = MajorFound, MajorMediated = MajorMediated,
        MajorSucceeded = MajorSucceeded, Under50 = Under50, Under100 = Under100, Under500 = Under500, From500 = From500, Registered = Registered,
        MovedIn = MovedIn, MovedOut = MovedOut, ReferredOut = ReferredOut, Resolved = Resolved, LawfullyEnded = LawfullyEnded, Reopened = Reopened,
        SentUp = SentUp, CarriedOverMediated = CarriedOverMediated,
    };
}
