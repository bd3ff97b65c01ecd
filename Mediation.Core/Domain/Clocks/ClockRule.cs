using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Clocks;

/// <summary>One row of the table of clocks: who must or may do what within which time, and what becomes of it when the time is over.</summary>
public sealed record ClockRule
{
    public required Clock Clock { get; init; }

    /// <summary>Statute and article; for local limits the rule set.</summary>
    public required string Statute { get; init; }

    public required string Words { get; init; }

    public required string WordsEn { get; init; }

    /// <summary>What happens, or is lost, when it runs out.</summary>
    public required string Lapses { get; init; }

    public required string LapsesEn { get; init; }

    /// <summary>Null: no limit, a limit of the rule sets, or a date that the parties fixed.</summary>
    public ClockLimit? Limit { get; init; }

    public required ClockBinds Binds { get; init; }

    public ClockExtender ExtendedBy { get; init; } = ClockExtender.Nobody;

    /// <summary>How far beyond the plain end it may be extended; null is as far as is agreed.</summary>
    public ClockLimit? LongestExtension { get; init; }

    /// <summary>More time must be agreed before the end: what is over counts as failed.</summary>
    public bool OverIsFinal { get; init; }

    public required ClockState WhenOver { get; init; }

    /// <summary>The holder's own duty: it makes the matter late.</summary>
    public bool MakesLate { get; init; }

    /// <summary>The law's limit for the case, which stands in the place of the matter's local one while it runs.</summary>
    public bool StandsForMatter { get; init; }

    /// <summary>When it runs in this matter.</summary>
    public required Func<ClockFacts, ClockContext, IEnumerable<ClockRun>> Runs { get; init; }

    /// <summary>Another organ's own limit is shown and reminds nobody here.</summary>
    public bool Reminds => Binds is ClockBinds.Committee or ClockBinds.Holder or ClockBinds.Parties or ClockBinds.Debtor;

    /// <summary>Of one committee's case, not of the matter (domain 12).</summary>
    public bool IsOfCase => ExtendedBy is ClockExtender.Parties or ClockExtender.PartiesAndCommittee;
}

/// <summary>A length of time; one month is not thirty days (民法典 202).</summary>
public readonly record struct ClockLimit(int Amount, TimeUnit Unit);

/// <summary>Time that does not count, from the first day that does not to the day it counts again; an open one has no end yet.</summary>
public sealed record ClockStop(DateOnly From, DateOnly? To, ClockStopReason Why);

/// <summary>One run of a clock in a matter.</summary>
public sealed record ClockRun(string StartedBy, DateOnly StartedOn)
{
    /// <summary>The case, handover or obligation it belongs to; null is the matter.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>In the place of the rule's own.</summary>
    public ClockLimit? Limit { get; init; }

    /// <summary>A date that the parties fixed in a contract does not roll over days of rest.</summary>
    public DateOnly? FixedDue { get; init; }

    /// <summary>What the limit asks for was done, or the case it belongs to ended.</summary>
    public DateOnly? MetOn { get; init; }

    public IReadOnlyList<ClockStop> Stops { get; init; } = [];

    public LimitStep? Step { get; init; }

    /// <summary>Not before this day.</summary>
    public DateOnly? EarliestOn { get; init; }

    /// <summary>The local rule behind it.</summary>
    public string? Rule { get; init; }
}

/// <summary>What the clocks need beside the facts: calendar, local rules, which committees are an enterprise's, and the day.</summary>
public sealed record ClockContext(WorkCalendar Calendar, RuleSets Rules, IReadOnlySet<Guid> Enterprises, DateOnly Today);

/// <summary>Whom a clock binds, or whose right runs out.</summary>
public enum ClockBinds { Committee, Holder, Parties, Debtor, Court, Police, HealthDepartment, ArbitrationCommission, PetitionOrgan }

/// <summary>Who may give it more time.</summary>
public enum ClockExtender { Nobody, Parties, PartiesAndCommittee, OfficeAbove, Authority }

/// <summary>Where a clock stands: yellow from the local share of its limit on, red when over, lapsed when a right is gone, open without a limit.</summary>
public enum ClockState { Running, Yellow, Red, Stopped, Met, Lapsed, Open }

/// <summary>Why time does not count; only what the law allows.</summary>
public enum ClockStopReason { Appraisal, LimitSuspended, Hearing }
