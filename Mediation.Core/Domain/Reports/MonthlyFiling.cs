using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Domain.Reports;

/// <summary>
/// A unit's report of one month on its way up: drafted by one hand, checked by another, submitted, merged by the unit above, sealed by the district.
/// Sealed numbers never change; what comes later is a correction of the next month (domain 5.5).
/// </summary>
public sealed record MonthlyFiling
{
    const string Basis = "domain 5.5";
    const int MostNamed = 10;

    public required Guid Id { get; init; }

    public required AreaCode Area { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>yyyyMM.</summary>
    public required int Month { get; init; }

    public FilingState State { get; init; } = FilingState.Opened;

    /// <summary>The report of the unit above that took this one in.</summary>
    public Guid? ParentId { get; init; }

    public FilingHand? Preparer { get; init; }

    public FilingHand? Reviewer { get; init; }

    public FilingHand? Submitter { get; init; }

    public FilingHand? Sealer { get; init; }

    /// <summary>What stands in the field of the seal.</summary>
    public string? SealText { get; init; }

    /// <summary>Submitted as a signed nil return (零报告).</summary>
    public bool Nil { get; init; }

    /// <summary>Units below that had not submitted when it was submitted or sealed.</summary>
    public IReadOnlyList<AreaCode> Missing { get; init; } = [];

    /// <summary>The words of the narrative; without names of parties.</summary>
    public FilingNarrative? Narrative { get; init; }

    public IReadOnlyList<FilingStep> Steps { get; init; } = [];

    public DateOnly First => new(Month / 100, Month % 100, 1);

    public DateOnly Last => First.AddMonths(1).AddDays(-1);

    public MonthlyFiling Draft(FilingHand hand, string? note) => Moved(FilingAct.Draft, hand, note) with { Preparer = hand, Reviewer = null };

    /// <summary>What was checked is checked again when its words change.</summary>
    public MonthlyFiling Write(FilingNarrative narrative) => FilingLifecycle.IsOut(State)
        ? throw new RuleViolationException("report.illegal-move", $"The words of a report that is {State} do not change.", Basis)
        : this with { Narrative = narrative, State = State == FilingState.Checked ? FilingState.Drafted : State, Reviewer = State == FilingState.Checked ? null : Reviewer };

    /// <summary>By a second person, after the month is over, when every check has passed.</summary>
    public MonthlyFiling Check(FilingHand hand, DateOnly today, IReadOnlyList<ReportCheck> checks, string? note)
    {
        var moved = Moved(FilingAct.Check, hand, note);
        if (hand.AccountId == Preparer!.AccountId)
            throw new RuleViolationException("report.same-hand", "The reviewer is another person than the preparer.", Basis);
        RequireOver(today);
        RequirePassed(checks);
        return moved with { Reviewer = hand };
    }

    public MonthlyFiling Submit(FilingHand hand, DateOnly today, IReadOnlyList<ReportCheck> checks, bool isNil, bool? saidNil, IReadOnlyList<AreaCode> missing)
    {
        var moved = Moved(FilingAct.Submit, hand, null);
        if (Area.Level == AreaLevel.District)
            throw new RuleViolationException("report.top-tier", "The district seals its report; nobody here takes it in.", Basis, "act");
        RequireOver(today);
        RequirePassed(checks);
        if (isNil && saidNil != true)
            throw new RuleViolationException("report.nil-unsigned", "Nothing happened in this month; a nil return is signed as such.", "domain 5.1 (零报告)", "nil");
        if (!isNil && saidNil == true)
            throw new RuleViolationException("report.not-nil", "The month has numbers; it is no nil return.", "domain 5.1 (零报告)", "nil");
        return moved with { Submitter = hand, Nil = isNil, Missing = missing };
    }

    /// <summary>The unit above gives it back; what it took in is out again.</summary>
    public MonthlyFiling Return(FilingHand hand, string reason) =>
        Moved(FilingAct.Return, hand, reason) with { ParentId = null, Reviewer = null, Submitter = null, Nil = false, Missing = [] };

    /// <summary>Takes in what the units below submitted.</summary>
    public MonthlyFiling Merge(FilingHand hand, int taken)
    {
        if (taken == 0)
            throw new RuleViolationException("report.nothing-to-merge", "No unit below has submitted a report that waits.", Basis, "act");
        var moved = Moved(FilingAct.Merge, hand, null);
        return State == FilingState.Checked ? moved with { Reviewer = null } : moved;
    }

    public MonthlyFiling TakenBy(MonthlyFiling parent, FilingHand hand) => this with
    {
        State = FilingState.Merged,
        ParentId = parent.Id,
        Steps = [.. Steps, new FilingStep(FilingAct.Merge, hand, null)],
    };

    /// <summary>Before the cut-off only when all are in; after it those who are not are named, and their numbers are corrections of the next month.</summary>
    public MonthlyFiling Seal(
        FilingHand hand, DateOnly today, DateOnly cutOff, IReadOnlyList<ReportCheck> checks, IReadOnlyList<AreaCode> missing, string sealText)
    {
        var moved = Moved(FilingAct.Seal, hand, null);
        if (Area.Level != AreaLevel.District)
            throw new RuleViolationException("report.not-district", "The district seals the month for all its units.", Basis, "act");
        RequireOver(today);
        if (missing.Count > 0 && today <= cutOff)
            throw new RuleViolationException(
                "report.not-all-submitted", $"{missing.Count} units have not submitted, and the cut-off {cutOff:yyyy-MM-dd} is not over: {Named(missing.Select(m => m.ToString()))}.", Basis);
        RequirePassed(checks);
        return moved with { Sealer = hand, SealText = sealText, Missing = missing };
    }

    /// <summary>Sealed with the district's.</summary>
    public MonthlyFiling SealedWith(MonthlyFiling district) => this with
    {
        State = FilingState.Sealed,
        Sealer = district.Sealer,
        SealText = district.SealText,
        Steps = [.. Steps, new FilingStep(FilingAct.Seal, district.Sealer!, null)],
    };

    MonthlyFiling Moved(FilingAct act, FilingHand hand, string? reason) => this with
    {
        State = FilingLifecycle.After(State, act)
            ?? throw new RuleViolationException("report.illegal-move", $"A report that is {State} cannot take the step {act}.", Basis, "act"),
        Steps = [.. Steps, new FilingStep(act, hand, reason)],
    };

    void RequireOver(DateOnly today)
    {
        if (today <= Last)
            throw new RuleViolationException("report.month-not-over", $"The month runs until {Last:yyyy-MM-dd}.", Basis);
    }

    /// <summary>A failed check blocks the report, never entry, and names the disputes (domain 12).</summary>
    static void RequirePassed(IReadOnlyList<ReportCheck> checks)
    {
        var failed = checks.Where(check => !check.Passed).ToList();
        if (failed.Count > 0)
            throw new RuleViolationException(
                "report.check-failed", string.Join("; ", failed.Select(check => $"{check.Id} {Named(check.Details)}")), string.Join(", ", failed.Select(check => check.Id)));
    }

    static string Named(IEnumerable<string> names) => string.Join(", ", names.Take(MostNamed));
}

/// <summary>Who did it, and when.</summary>
public sealed record FilingHand(Guid AccountId, string Name, DateTimeOffset At);

public sealed record FilingStep(FilingAct Act, FilingHand By, string? Reason);

/// <summary>What a narrative says beyond its numbers: hot spots, forecast, and each measure that was taken or is to be.</summary>
public sealed record FilingNarrative(string? HotSpots, string? Forecast, IReadOnlyList<string> Measures);
