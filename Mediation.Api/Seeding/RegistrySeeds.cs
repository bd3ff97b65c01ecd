using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;

namespace Mediation.Api.Seeding;

/// <summary>An entry of organisations.json.</summary>
sealed record OrganisationSeed
{
    public required Guid Id { get; init; }
    public required OrganisationKind Kind { get; init; }
    public required string Name { get; init; }
    public required string ShortName { get; init; }
    public required AreaCode AreaCode { get; init; }
    public required Tier Tier { get; init; }
    public IReadOnlyList<DisputeType> Types { get; init; } = [];
    public CommitteeMembers? Members { get; init; }
    public DateOnly? TermFrom { get; init; }
    public DateOnly? TermTo { get; init; }
    public string? OnCallPhone { get; init; }

    public Organisation ToOrganisation() => new()
    {
        Id = Id, Kind = Kind, Name = Name, ShortName = ShortName, Area = AreaCode, Tier = Tier, Types = Types, Members = Members,
        TermFrom = TermFrom, TermTo = TermTo, OnCallPhone = OnCallPhone,
    };
}

/// <summary>An entry of mediators.json.</summary>
sealed record MediatorSeed
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
    public IReadOnlyList<string> Languages { get; init; } = [];
    public int Capacity { get; init; }
    public IReadOnlyList<TrainingHours> TrainingHours { get; init; } = [];
    public required MediatorStatus Status { get; init; }
    public required DateOnly StatusFrom { get; init; }
    public string? StatusReason { get; init; }

    public Mediator ToMediator() => new()
    {
        Id = Id, OrganisationId = OrganisationId, Name = Name, Gender = Gender, Employment = Employment, Grade = Grade,
        CertificateNumber = CertificateNumber, CertificateFrom = CertificateFrom, CertificateTo = CertificateTo, TermFrom = TermFrom,
        TermTo = TermTo, Expertise = Expertise, Languages = Languages, Capacity = Capacity, TrainingHours = TrainingHours,
        History = [new StatusChange(Status, StatusFrom, StatusReason)],
    };
}
