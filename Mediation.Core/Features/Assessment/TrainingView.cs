using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Assessment;

namespace Mediation.Core.Features.Assessment;

/// <summary>A training with the names behind its ids, and what the viewer may do.</summary>
public sealed record TrainingView
{
    public required Guid Id { get; init; }
    public required string OrganisationName { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required TrainingKind Kind { get; init; }
    public required decimal Hours { get; init; }
    public required string Organiser { get; init; }
    public required string Subject { get; init; }
    public required IReadOnlyList<TrainingAttendee> Attendees { get; init; }
    public required string RecordedBy { get; init; }
    public string? VoidReason { get; init; }

    /// <summary>Names of the operations that the viewer may send now.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

public sealed record TrainingAttendee(Guid MediatorId, string Name);

/// <summary>Shows a training to one person.</summary>
[Scoped]
sealed class TrainingReader(AssessmentDesk desk, OrganisationStore organisations, MediatorStore mediators)
{
    public async Task<TrainingView> View(Training training, CancellationToken ct)
    {
        var attendees = new List<TrainingAttendee>();
        foreach (var id in training.MediatorIds)
            if (await mediators.Get(id, ct) is { } mediator)
                attendees.Add(new TrainingAttendee(id, mediator.Name));
        return new TrainingView
        {
            Id = training.Id, OrganisationName = (await organisations.Get(training.OrganisationId, ct))?.Name ?? "", HeldOn = training.HeldOn, Kind = training.Kind,
            Hours = training.Hours, Organiser = training.Organiser, Subject = training.Subject, Attendees = attendees, RecordedBy = training.RecordedBy.Name,
            VoidReason = training.Voided?.Reason, Can = training.Voided is null && MayVoid(training) ? [nameof(VoidTraining)] : [],
        };
    }

    public bool MayVoid(Training training) => desk.Account.May(Permission.ManageRegistry)
        && (training.OrganisationId == desk.Account.OrganisationId || desk.Account.SeesArea && desk.Account.Area.Holds(training.Area));
}
