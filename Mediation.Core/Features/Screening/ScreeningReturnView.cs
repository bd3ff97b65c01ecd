using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Screening;

namespace Mediation.Core.Features.Screening;

/// <summary>A committee's screening return of a period; found 0 is a signed nil return (零报告).</summary>
public sealed record ScreeningReturnView
{
    public required Guid Id { get; init; }

    public required OrganisationRef Organisation { get; init; }

    public required AreaCode AreaCode { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    public required int Found { get; init; }

    public required int ResolvedOnSpot { get; init; }

    /// <summary>Nothing was found.</summary>
    public required bool Nil { get; init; }

    /// <summary>The mediator who signs for it.</summary>
    public required ScreeningPerson SignedBy { get; init; }

    public string? Note { get; init; }

    /// <summary>Whose account filed it; a clerk's where a paper return was entered.</summary>
    public required ScreeningPerson FiledBy { get; init; }

    public required DateTimeOffset FiledAt { get; init; }

    public DateTimeOffset? DeviceTime { get; init; }

    /// <summary>The return in whose place it stands.</summary>
    public Guid? Replaces { get; init; }

    public string? Reason { get; init; }

    /// <summary>The return that stands in its place; null while it is in force.</summary>
    public Guid? ReplacedBy { get; init; }

    public required ScreeningKind Kind { get; init; }

    /// <summary>Null for a usual round.</summary>
    public CampaignRef? Campaign { get; init; }

    public int? Households { get; init; }

    public int? Grids { get; init; }

    public int? Workers { get; init; }

    public ScreeningPerson? Leader { get; init; }

    /// <summary>The last day on which it was in time; null for returns from before rounds were kept.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>By the first return of the round: a correction does not make it late.</summary>
    public required bool Late { get; init; }

    internal static ScreeningReturnView Of(ScreeningRow row) => new()
    {
        Id = row.Id, Organisation = new OrganisationRef(row.OrganisationId, row.OrganisationName, Enum.Parse<Tier>(row.Tier)), AreaCode = new AreaCode(row.AreaCode),
        From = row.FromDate, To = row.ToDate, Found = row.Found, ResolvedOnSpot = row.ResolvedOnSpot, Nil = row.Found == 0,
        SignedBy = new ScreeningPerson(row.SignedBy, row.SignerName), Note = row.Note, FiledBy = new ScreeningPerson(row.AccountId, row.AccountName),
        FiledAt = row.FiledAt, DeviceTime = row.DeviceTime, Replaces = row.Replaces, Reason = row.Reason, ReplacedBy = row.ReplacedBy,
        Kind = row.CampaignKind is null ? ScreeningKind.Regular : Enum.Parse<ScreeningKind>(row.CampaignKind),
        Campaign = row.CampaignId is { } campaign ? new CampaignRef(campaign, row.CampaignName!) : null, Households = row.Households, Grids = row.Grids,
        Workers = row.Workers, Leader = row.LeaderId is { } leader ? new ScreeningPerson(leader, row.LeaderName ?? "") : null, DueOn = row.DueOn,
        Late = row.DueOn is { } due && Shanghai.DateOf(row.FirstFiledAt ?? row.FiledAt) > due,
    };
}

public sealed record ScreeningPerson(Guid Id, string Name);
