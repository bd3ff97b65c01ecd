using Mediation.Core.Domain.Areas;

namespace Mediation.Core.Domain.Assessment;

/// <summary>一票否决 (domain 8): a flag beside the score, never points of it.</summary>
public enum VetoKind { CivilToCriminalHomicide, MassIncident, ConcealedReport }

/// <summary>That such a thing happened in an area, as the district found; taken back with a reason, never deleted.</summary>
public sealed record VetoFlag
{
    const string Basis = "domain 8 (一票否决)";

    public required Guid Id { get; init; }

    public required VetoKind Kind { get; init; }

    public required AreaCode Area { get; init; }

    public required DateOnly HappenedOn { get; init; }

    /// <summary>The matter from which it came, where there is one.</summary>
    public Guid? DisputeId { get; init; }

    /// <summary>What was found and where it stands written; without names of parties.</summary>
    public required string Evidence { get; init; }

    public required Hand RaisedBy { get; init; }

    public Withdrawal? Withdrawn { get; init; }

    public VetoFlag Withdraw(string reason, Hand by) => Withdrawn is null
        ? this with { Withdrawn = new Withdrawal(reason, by) }
        : throw new RuleViolationException("veto.withdrawn", "It was taken back already.", Basis);
}

/// <summary>Who did it, and when.</summary>
public sealed record Hand(Guid AccountId, string Name, DateTimeOffset At);

/// <summary>Why an entry of a register no longer counts; the entry stays to be seen.</summary>
public sealed record Withdrawal(string Reason, Hand By);
