using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Screening;

namespace Mediation.Core.Features.Screening;

/// <summary>A search beside the usual rounds, and what the caller may do with it.</summary>
public sealed record CampaignView
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required ScreeningKind Kind { get; init; }

    public required AreaCode AreaCode { get; init; }

    public string? AreaName { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>Null: as the practice has it for each tier.</summary>
    public ScreeningCadence? Cadence { get; init; }

    public required bool Sensitive { get; init; }

    public required OrganisationRef LaunchedBy { get; init; }

    public required DateTimeOffset LaunchedAt { get; init; }

    /// <summary>Its last day when it was ended early; before its first day it never was and counts nowhere.</summary>
    public DateOnly? EndedOn { get; init; }

    public string? EndReason { get; init; }

    /// <summary>EndCampaign.</summary>
    public required IReadOnlyList<string> Can { get; init; }

    internal static CampaignView Of(CampaignRow row, Account viewer) => new()
    {
        Id = row.Id, Name = row.Name, Kind = Enum.Parse<ScreeningKind>(row.Kind), AreaCode = new AreaCode(row.AreaCode), AreaName = row.AreaName,
        From = row.FromDate, To = row.ToDate, Cadence = row.Cadence is null ? null : Enum.Parse<ScreeningCadence>(row.Cadence), Sensitive = row.Sensitive == 1,
        LaunchedBy = new OrganisationRef(row.OrganisationId, row.OrganisationName, Enum.Parse<Tier>(row.Tier)), LaunchedAt = row.LaunchedAt, EndedOn = row.EndedOn,
        EndReason = row.EndReason,
        Can = row.EndedOn is null && row.OrganisationId == viewer.OrganisationId && viewer.May(Permission.Direct) ? [nameof(EndCampaign)] : [],
    };
}
