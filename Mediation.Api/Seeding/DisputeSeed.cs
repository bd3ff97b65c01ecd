using System.Globalization;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Features.Disputes;

namespace Mediation.Api.Seeding;

/// <summary>How a fictional dispute goes.</summary>
enum StoryKind
{
    Spot, SpotContinuing, OralPerformed, WrittenPerformed, WrittenPerforming, Failed, Terminated, Withdrawn, Rejected, Referred, Voided, Merged, Open, Suspended,
    Registered, PendingUp, RefusedUp, Returned, EscalatedTown, EscalatedDistrict, Sector, Reopened,
}

/// <summary>An entry of disputes.json: what is told, and how it goes on, in days from its registration.</summary>
sealed record DisputeSeed
{
    public required Guid Id { get; init; }
    public required int DaysAgo { get; init; }
    public required StoryKind Story { get; init; }

    /// <summary>Why it was sent on, rejected, terminated, suspended, voided or reopened.</summary>
    public string? Reason { get; init; }
    /// <summary>The other entry of the same matter, when this one is merged into it.</summary>
    public Guid? SurvivorId { get; init; }
    public required DisputeType Type { get; init; }
    public string? Subtype { get; init; }
    public required AreaCode AreaCode { get; init; }
    public required IReadOnlyList<Risk> Risks { get; init; }
    public required IReadOnlyList<PartyBody> Parties { get; init; }
    public required string Subject { get; init; }
    public required string Summary { get; init; }
    public string? Place { get; init; }
    public decimal? Amount { get; init; }
    public int PeopleInvolved { get; init; }
    public Source Source { get; init; }
    public ReferringOrgan? ReferredBy { get; init; }
    public IntakeChannel Channel { get; init; }
    public string? Terms { get; init; }
    public required IReadOnlyList<ObligationSeed> Obligations { get; init; }

    /// <summary>Null when the story is still going on.</summary>
    public int? ClosedAfterDays { get; init; }

    /// <summary>What those above do beside it.</summary>
    public IReadOnlyList<OversightSeed> Oversight { get; init; } = [];

    /// <summary>The same choice at every start: no two stories look alike, and none changes.</summary>
    public int Dice(int throwing, int sides) => SeedId.Of($"{Id}/dice/{throwing.ToString(CultureInfo.InvariantCulture)}").ToByteArray()[0] % sides;

    public Guid PartyId(int index) => SeedId.Of($"{Id}/party/{index.ToString(CultureInfo.InvariantCulture)}");

    public Guid ObligationId(int index) => SeedId.Of($"{Id}/obligation/{index.ToString(CultureInfo.InvariantCulture)}");

    public TReason ReasonAs<TReason>() where TReason : struct, Enum => Enum.Parse<TReason>(Reason!);
}

/// <summary>Who owes what to whom; parties are numbered from 0, days run from the agreement.</summary>
sealed record ObligationSeed(int Debtor, int Creditor, string Act, decimal? Amount, int DueInDays, bool Continuing);
