using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;

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

    internal static ScreeningReturnView Of(ScreeningRow row) => new()
    {
        Id = row.Id, Organisation = new OrganisationRef(row.OrganisationId, row.OrganisationName, Enum.Parse<Tier>(row.Tier)), AreaCode = new AreaCode(row.AreaCode),
        From = row.FromDate, To = row.ToDate, Found = row.Found, ResolvedOnSpot = row.ResolvedOnSpot, Nil = row.Found == 0,
        SignedBy = new ScreeningPerson(row.SignedBy, row.SignerName), Note = row.Note, FiledBy = new ScreeningPerson(row.AccountId, row.AccountName),
        FiledAt = row.FiledAt, DeviceTime = row.DeviceTime, Replaces = row.Replaces, Reason = row.Reason, ReplacedBy = row.ReplacedBy,
    };
}

public sealed record ScreeningPerson(Guid Id, string Name);
