using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Features.Mediators;

/// <summary>A mediator as the registry shows him: the status of today, the whole history, and a workload that is counted.</summary>
public sealed record MediatorView
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string OrganisationName { get; init; }

    public required AreaCode AreaCode { get; init; }

    public required string Name { get; init; }

    public string? Gender { get; init; }

    public required Employment Employment { get; init; }

    public required MediatorGrade Grade { get; init; }

    public string? CertificateNumber { get; init; }

    public DateOnly? CertificateFrom { get; init; }

    public DateOnly? CertificateTo { get; init; }

    public DateOnly? TermFrom { get; init; }

    public DateOnly? TermTo { get; init; }

    public required IReadOnlyList<DisputeType> Expertise { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public required int Capacity { get; init; }

    public required IReadOnlyList<TrainingHours> TrainingHours { get; init; }

    public Deputy? Deputy { get; init; }

    /// <summary>Today's.</summary>
    public required MediatorStatus Status { get; init; }

    /// <summary>Oldest first.</summary>
    public required IReadOnlyList<StatusChange> History { get; init; }

    /// <summary>Counted from the disputes.</summary>
    public required int OpenCases { get; init; }

    /// <summary>In office today and below the capacity.</summary>
    public required bool Available { get; init; }

    public required IReadOnlyList<Warning> Warnings { get; init; }

    internal static MediatorView Of(RegisteredMediator row, DateOnly today)
    {
        var mediator = row.Mediator;
        return new MediatorView
        {
            Id = row.Id, Version = row.Version, OrganisationId = mediator.OrganisationId, OrganisationName = row.OrganisationName, AreaCode = row.Area,
            Name = mediator.Name, Gender = mediator.Gender, Employment = mediator.Employment, Grade = mediator.Grade,
            CertificateNumber = mediator.CertificateNumber, CertificateFrom = mediator.CertificateFrom, CertificateTo = mediator.CertificateTo,
            TermFrom = mediator.TermFrom, TermTo = mediator.TermTo, Expertise = mediator.Expertise, Languages = mediator.Languages,
            Capacity = mediator.Capacity, TrainingHours = mediator.TrainingHours, Deputy = mediator.Deputy, Status = mediator.StatusOn(today),
            History = mediator.History, OpenCases = (int)row.OpenCases, Available = mediator.IsAvailable((int)row.OpenCases, today),
            Warnings = [.. mediator.Warnings(today).Select(warning => new Warning(warning.Field, warning.Code, warning.Text))],
        };
    }
}

/// <summary>Whose registry entries a person sees: those of the own area, and of the own organisation where it answers for no area.</summary>
static class MediatorSight
{
    public static bool Sees(this Account viewer, RegisteredMediator row) =>
        viewer.SeesArea && viewer.Area.Holds(row.Area) || viewer.OrganisationId == row.Mediator.OrganisationId;
}
