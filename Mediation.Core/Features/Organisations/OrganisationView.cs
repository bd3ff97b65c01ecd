using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Features.Organisations;

/// <summary>A committee or centre as the registry shows it, with what to know about it.</summary>
public sealed record OrganisationView
{
    public required Guid Id { get; init; }

    public required int Version { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required string Name { get; init; }

    public required string ShortName { get; init; }

    public required AreaCode AreaCode { get; init; }

    public required Tier Tier { get; init; }

    public required IReadOnlyList<DisputeType> Types { get; init; }

    public CommitteeMembers? Members { get; init; }

    public DateOnly? TermFrom { get; init; }

    public DateOnly? TermTo { get; init; }

    public string? OnCallPhone { get; init; }

    public DateOnly? DissolvedOn { get; init; }

    /// <summary>Article 8 and terms warn; a committee keeps working until its successor is elected (人民调解法 9).</summary>
    public required IReadOnlyList<Warning> Warnings { get; init; }

    public static OrganisationView Of(Organisation organisation, int version, DateOnly today) => new()
    {
        Id = organisation.Id, Version = version, Kind = organisation.Kind, Name = organisation.Name, ShortName = organisation.ShortName,
        AreaCode = organisation.Area, Tier = organisation.Tier, Types = organisation.Types, Members = organisation.Members,
        TermFrom = organisation.TermFrom, TermTo = organisation.TermTo, OnCallPhone = organisation.OnCallPhone, DissolvedOn = organisation.DissolvedOn,
        Warnings = [.. organisation.Warnings(today).Select(warning => new Warning(warning.Field, warning.Code, warning.Text))],
    };
}
