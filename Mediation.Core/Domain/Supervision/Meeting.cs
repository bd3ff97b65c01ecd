using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Supervision;

/// <summary>
/// 分析研判会 of a town or the district (domain 5.3): its agenda is taken from the data when it is opened and stays as it was; the decisions of earlier
/// meetings that are not done stand on it first.
/// </summary>
public sealed record Meeting
{
    public const int MostDecisions = 100;

    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required Tier Tier { get; init; }

    public required DateOnly HeldOn { get; init; }

    public string? Place { get; init; }

    public required string Host { get; init; }

    /// <summary>The first day that it looks at: the one after the meeting before, or the first of its month.</summary>
    public required DateOnly From { get; init; }

    public required AgendaFigures Figures { get; init; }

    /// <summary>Matters on the ledger when it was opened, the oldest first; they are named anew whenever it is read, so that an erasure reaches them.</summary>
    public IReadOnlyList<Guid> Matters { get; init; } = [];

    /// <summary>Decisions of earlier meetings that were not done when it was opened.</summary>
    public IReadOnlyList<DecisionKey> Carried { get; init; } = [];

    public IReadOnlyList<Attendee> Attendance { get; init; } = [];

    /// <summary>风险预测.</summary>
    public string? Forecast { get; init; }

    public string? Summary { get; init; }

    public DateOnly? ConcludedOn { get; init; }

    /// <summary>Who was there, what was foreseen and what was decided; once only.</summary>
    public Meeting Conclude(IReadOnlyList<Attendee> attendance, string? forecast, string? summary, IReadOnlyList<MeetingDecision> decisions, DateOnly today)
    {
        if (ConcludedOn is not null)
            throw new RuleViolationException("meeting.concluded", "Its minutes are made.", "domain 5.3");
        if (HeldOn > today)
            throw new RuleViolationException("meeting.not-held", $"It is held on {HeldOn:yyyy-MM-dd}.", "event dates");
        if (!attendance.Any(a => a.Present))
            throw new RuleViolationException("meeting.nobody-present", "Say who was there.", "domain 5.3", "attendance");
        if (decisions.FirstOrDefault(d => d.DueOn < HeldOn) is { } early)
            throw new RuleViolationException("meeting.due-before-meeting", "Due before it was decided.", "event dates", $"decisions[{early.Number - 1}].dueOn");
        return this with { Attendance = attendance, Forecast = forecast, Summary = summary, ConcludedOn = today };
    }
}

/// <summary>Somebody who was asked to come; absent ones stand in the minutes too.</summary>
public sealed record Attendee(string Name, string? Post, bool Present);

public sealed record DecisionKey(Guid MeetingId, int Number);

/// <summary>What is to be done, by which unit and person, until when.</summary>
public sealed record MeetingDecision
{
    /// <summary>1 for the first of its meeting.</summary>
    public required int Number { get; init; }

    /// <summary>The matter it is about; null for one of the whole area.</summary>
    public Guid? DisputeId { get; init; }

    public required string Decision { get; init; }

    public required string Unit { get; init; }

    public required string Person { get; init; }

    public required DateOnly DueOn { get; init; }

    public DateOnly? DoneOn { get; init; }

    public string? DoneNote { get; init; }

    public MeetingDecision Done(DateOnly on, string? note, DateOnly heldOn)
    {
        if (DoneOn is not null)
            throw new RuleViolationException("decision.done", "It was done already.", "domain 5.3", "number");
        if (on < heldOn)
            throw new RuleViolationException("decision.done-before-meeting", "Done before it was decided.", "event dates", "doneOn");
        return this with { DoneOn = on, DoneNote = note };
    }

    /// <summary>After a lawful erasure of its matter's supervision.</summary>
    public MeetingDecision WithoutWords() => this with { Decision = "已依法删除", Unit = "已依法删除", Person = "已依法删除", DoneNote = DoneNote is null ? null : "已依法删除" };
}

/// <summary>What the data says of the days that a meeting looks at.</summary>
public sealed record AgendaFigures
{
    public required int Received { get; init; }
    public required int Ended { get; init; }

    /// <summary>When the meeting was opened.</summary>
    public required int Open { get; init; }
    public required int Late { get; init; }

    /// <summary>Came on the ledger of major matters and long petitions, and left it.</summary>
    public required int NewOnLedger { get; init; }
    public required int Cleared { get; init; }
    public required int StandingCards { get; init; }
    public IReadOnlyList<AgendaType> ByType { get; init; } = [];
    public IReadOnlyList<AgendaLevel> ByLevel { get; init; } = [];
    public IReadOnlyList<AgendaArea> ByArea { get; init; } = [];

    /// <summary>Villages with so many new matters that they are talked about.</summary>
    public IReadOnlyList<AgendaArea> HotSpots { get; init; } = [];
}

public sealed record AgendaType(DisputeType Type, int Received, int Ended, int Open);

public sealed record AgendaLevel(RiskLevel RiskLevel, int Received, int Open);

/// <summary>A town of the district, or a village of the town.</summary>
public sealed record AgendaArea(Areas.AreaCode AreaCode, string Name, int Received, int Ended, int Open);
