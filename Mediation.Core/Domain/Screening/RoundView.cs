using System.Globalization;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Screening;

/// <summary>A round of one committee, its return if there is one, the reminders, and what the caller may do next.</summary>
public sealed record RoundView
{
    public required OrganisationRef Organisation { get; init; }

    public required AreaCode AreaCode { get; init; }

    public required ScreeningKind Kind { get; init; }

    /// <summary>Null for the usual round.</summary>
    public CampaignRef? Campaign { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; init; }

    /// <summary>The last day on which its return is in time.</summary>
    public required DateOnly DueOn { get; init; }

    public required RoundState State { get; init; }

    /// <summary>The return in force.</summary>
    public Guid? ReturnId { get; init; }

    public DateTimeOffset? FiledAt { get; init; }

    public int? Found { get; init; }

    public int? ResolvedOnSpot { get; init; }

    /// <summary>Signs that were noted in these days, to fill the return with.</summary>
    public required int LeadsFound { get; init; }

    /// <summary>Of those, resolved on the spot.</summary>
    public required int LeadsResolved { get; init; }

    public required IReadOnlyList<ChaseView> Chases { get; init; }

    /// <summary>FileScreeningReturn, ChaseRound.</summary>
    public required IReadOnlyList<string> Can { get; init; }

    /// <summary>Where it stands in the list.</summary>
    internal string Place => string.Create(CultureInfo.InvariantCulture, $"{DueOn:yyyy-MM-dd}/{AreaCode}/{Organisation.Id}/{Campaign?.Id}/{From:yyyy-MM-dd}");
}

public sealed record CampaignRef(Guid Id, string Name);

/// <summary>When a committee was reminded of its return, by whom, and with which words.</summary>
public sealed record ChaseView(DateTimeOffset At, string By, string? Note);
