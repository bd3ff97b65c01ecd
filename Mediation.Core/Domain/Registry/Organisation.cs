using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Registry;

/// <summary>A mediation committee or a governance centre, with its area; the short name stands in case numbers (海口村人调字).</summary>
public sealed record Organisation
{
    public required Guid Id { get; init; }

    public required OrganisationKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>Unique in the district.</summary>
    public required string ShortName { get; init; }

    public required AreaCode Area { get; init; }

    public required Tier Tier { get; init; }

    /// <summary>The dispute types a sector committee takes (人民调解法 34); empty for all others.</summary>
    public IReadOnlyList<DisputeType> Types { get; init; } = [];

    public CommitteeMembers? Members { get; init; }

    public DateOnly? TermFrom { get; init; }

    public DateOnly? TermTo { get; init; }

    public string? OnCallPhone { get; init; }

    public DateOnly? DissolvedOn { get; init; }

    public bool IsCommittee => Kind != OrganisationKind.GovernanceCenter;

    public Desk Desk => new(Id, Tier, Kind, Types);

    /// <summary>What breaks article 8 or has run out; it warns and never refuses, for the committee keeps working (domain 12).</summary>
    public IEnumerable<(string Field, string Code, string Text)> Warnings(DateOnly today)
    {
        if (IsCommittee && Members is { Count: < 3 or > 9 })
            yield return ("members.count", "committee.size", "调委会由三至九人组成（人民调解法8条）。");
        if (IsCommittee && Members is { Women: 0 })
            yield return ("members.women", "committee.no-woman", "调委会应当有妇女成员（人民调解法8条）。");
        if (TermTo < today)
            yield return ("termTo", "committee.term-expired", "任期已满，新一届产生前继续履职（人民调解法9条）。");
    }
}

public sealed record CommitteeMembers(int Count, int Women);
