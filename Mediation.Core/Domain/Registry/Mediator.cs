using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Parties;

namespace Mediation.Core.Domain.Registry;

/// <summary>A committee member or appointee (人民调解法 13); history is kept, so that old papers keep the old name.</summary>
public sealed record Mediator
{
    public required Guid Id { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Name { get; init; }

    public string? Gender { get; init; }

    public required Employment Employment { get; init; }

    public MediatorGrade Grade { get; init; }

    public string? CertificateNumber { get; init; }

    public DateOnly? CertificateFrom { get; init; }

    public DateOnly? CertificateTo { get; init; }

    public DateOnly? TermFrom { get; init; }

    public DateOnly? TermTo { get; init; }

    public IReadOnlyList<DisputeType> Expertise { get; init; } = [];

    /// <summary>Dialects and languages, sign language (手语) among them.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>Open cases at a time.</summary>
    public int Capacity { get; init; } = 10;

    public IReadOnlyList<TrainingHours> TrainingHours { get; init; } = [];

    /// <summary>Stands in from one date to another.</summary>
    public Deputy? Deputy { get; init; }

    /// <summary>Every status with its first day and reason, oldest first; never empty.</summary>
    public required IReadOnlyList<StatusChange> History { get; init; }

    public MediatorStatus Status => History[^1].Status;

    /// <summary>Eligibility is judged on the date of the action.</summary>
    public MediatorStatus StatusOn(DateOnly date) => (History.LastOrDefault(h => h.From <= date) ?? History[0]).Status;

    /// <summary>Free for another case: in office on that day, and below the capacity.</summary>
    public bool IsAvailable(int openCases, DateOnly on) => StatusOn(on) == MediatorStatus.Active && openCases < Capacity;

    /// <summary>Adds a status to the history, which is never rewritten; whoever is stopped or leaves is told why.</summary>
    public Mediator Become(MediatorStatus status, DateOnly from, string? reason, DateOnly today)
    {
        if (status == Status)
            return this;
        if (status != MediatorStatus.Active && string.IsNullOrWhiteSpace(reason))
            throw new RuleViolationException("mediator.reason-missing", $"Say why the mediator is {status}.", "人民调解法 15", "statusReason");
        if (from < History[^1].From)
            throw new RuleViolationException(
                "mediator.status-before-last", $"The status before it began on {History[^1].From:yyyy-MM-dd}.", "event dates", "statusFrom");
        if (from > today.AddDays(1))
            throw new RuleViolationException("date.in-future", $"{from:yyyy-MM-dd} is more than 24 hours ahead.", "event dates", "statusFrom");
        return this with { History = [.. History, new StatusChange(status, from, reason)] };
    }

    /// <summary>The registry holds no id numbers: the same name in the same area is a hint, and standing aside is the safe side of it.</summary>
    public bool IsLike(Party party, AreaCode area) => party is { IsPresent: true, Kind: PartyKind.Person, Name: not null }
        && party.Area == area && NameKey.Normalise(party.Name) == NameKey.Normalise(Name);

    /// <summary>An expired term or certificate warns and keeps working until the successor; only leaving and suspension exclude.</summary>
    public IEnumerable<(string Field, string Code, string Text)> Warnings(DateOnly today)
    {
        if (TermTo < today)
            yield return ("termTo", "mediator.term-expired", "任期已满，接任者到任前继续履职。");
        if (CertificateTo < today)
            yield return ("certificateTo", "mediator.certificate-expired", "证件已过有效期。");
    }
}

public sealed record TrainingHours(int Year, int Hours);

public sealed record Deputy(Guid MediatorId, DateOnly From, DateOnly To);

public sealed record StatusChange(MediatorStatus Status, DateOnly From, string? Reason);
