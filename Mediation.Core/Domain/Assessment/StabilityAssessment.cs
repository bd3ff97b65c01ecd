using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Domain.Assessment;

/// <summary>
/// 社会稳定风险评估 (domain 5.4, 中办发〔2012〕2号): a decision or project that has to be assessed before it is taken, and what was found. What is due and
/// what is done are the two numbers of 应评尽评.
/// </summary>
public sealed record StabilityAssessment
{
    public const int MostRisks = 50;
    public const int MostEntries = 200;

    const string Basis = "中办发〔2012〕2号";

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    /// <summary>Where the decision takes effect.</summary>
    public required AreaCode Area { get; init; }

    public required string Name { get; init; }

    public required StabilityKind Kind { get; init; }

    public required string ResponsibleBody { get; init; }

    /// <summary>It has to be assessed by then.</summary>
    public required DateOnly DueOn { get; init; }

    public required Hand RegisteredBy { get; init; }

    public StabilityReport? Report { get; init; }

    public Withdrawal? Withdrawn { get; init; }

    public IReadOnlyList<StabilityEntry> Entries { get; init; } = [];

    public bool Counts => Withdrawn is null;

    /// <summary>Done by a day: what is assessed later does not change the figures of a time that is over.</summary>
    public bool IsDoneBy(DateOnly day) => Report?.ConcludedOn <= day;

    public StabilityAssessment Conclude(StabilityReport report, DateOnly today)
    {
        RequireStanding();
        if (Report is not null)
            throw new RuleViolationException("stability.concluded", "It was assessed already.", Basis);
        if (report.ConcludedOn > today)
            throw new RuleViolationException("stability.in-future", "It was not concluded yet.", "event dates", "concludedOn");
        if (report.FiledOn < report.ConcludedOn)
            throw new RuleViolationException("stability.filed-before", "It was filed before it was concluded.", "event dates", "filedOn");
        if (report.Grade == StabilityGrade.High && report.Conclusion == StabilityConclusion.Implement)
            throw new RuleViolationException("stability.grade-forbids", "What has a high risk is not carried out as it is.", Basis, "conclusion");
        if (report.Grade != StabilityGrade.Low && report.Risks.Count == 0)
            throw new RuleViolationException("stability.risks-missing", "A middle or high grade names its risks and what is done about each.", Basis, "risks");
        return this with { Report = report };
    }

    /// <summary>Tracking after the conclusion, an incident, or who answered for one that came without an assessment.</summary>
    public StabilityAssessment Note(StabilityEntry entry, DateOnly today)
    {
        RequireStanding();
        if (entry.On > today)
            throw new RuleViolationException("stability.in-future", "That day has not come yet.", "event dates", "on");
        if (Entries.Count >= MostEntries)
            throw new RuleViolationException("stability.entries-full", $"At most {MostEntries} entries.", Basis);
        if (entry.Kind == StabilityEntryKind.Tracking && Report is null)
            throw new RuleViolationException("stability.not-concluded", "What was not assessed has no conclusion to track.", Basis, "kind");
        if (entry.Kind == StabilityEntryKind.Accountability && !Entries.Any(one => one.Kind == StabilityEntryKind.Incident && !IsDoneBy(one.On) && one.On <= entry.On))
            throw new RuleViolationException("stability.no-incident", "Somebody answers for an incident that came before the assessment; none is noted.", Basis, "kind");
        return this with { Entries = [.. Entries, entry] };
    }

    /// <summary>It needs no assessment after all.</summary>
    public StabilityAssessment Withdraw(string reason, Hand by)
    {
        RequireStanding();
        if (Report is not null)
            throw new RuleViolationException("stability.concluded", "It was assessed already.", Basis);
        return this with { Withdrawn = new Withdrawal(reason, by) };
    }

    void RequireStanding()
    {
        if (Withdrawn is not null)
            throw new RuleViolationException("stability.withdrawn", "It was found to need no assessment.", Basis);
    }
}

/// <summary>What kind of decision it is.</summary>
public enum StabilityKind { MajorProject, LandRequisition, EnterpriseRestructuring, Environment, PublicService, Policy, MajorEvent, Other }

public enum StabilityMethod { Normal, Simple }

public enum StabilityGrade { High, Middle, Low }

public enum StabilityConclusion { DoNotImplement, PostponeOrAdjust, Implement }

/// <summary>What came after.</summary>
public enum StabilityEntryKind { Tracking, Incident, Accountability }

/// <summary>What the assessment found.</summary>
public sealed record StabilityReport
{
    public required string AssessingBody { get; init; }

    public required StabilityMethod Method { get; init; }

    /// <summary>By which means, and how many people were asked.</summary>
    public required string Consultation { get; init; }

    public required int PeopleConsulted { get; init; }

    /// <summary>合法性.</summary>
    public required string Lawfulness { get; init; }

    /// <summary>合理性.</summary>
    public required string Reasonableness { get; init; }

    /// <summary>可行性.</summary>
    public required string Feasibility { get; init; }

    /// <summary>可控性.</summary>
    public required string Controllability { get; init; }

    public required IReadOnlyList<StabilityRisk> Risks { get; init; }

    public required StabilityGrade Grade { get; init; }

    public required StabilityConclusion Conclusion { get; init; }

    public required DateOnly ConcludedOn { get; init; }

    /// <summary>With the political and legal commission (政法委).</summary>
    public DateOnly? FiledOn { get; init; }
}

/// <summary>A point of risk and what is done about it.</summary>
public sealed record StabilityRisk(string Risk, string Measures);

public sealed record StabilityEntry(DateOnly On, StabilityEntryKind Kind, string Text, Hand By);

/// <summary>Where an entry of the register stands.</summary>
public enum StabilityState { Due, Overdue, Done, Withdrawn }
