using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Reports;

/// <summary>
/// What the monthly report needs to know of one dispute, by event dates in Asia/Shanghai. Every journal row that changes it
/// carries it whole, so that a recount of the journal needs nothing else.
/// </summary>
public sealed record ReportFacts
{
    public required DisputeType Type { get; init; }

    /// <summary>The platform's 2+2 digit code, when known.</summary>
    public string? Subtype { get; init; }

    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The tier that answered first.</summary>
    public required Tier Tier { get; init; }

    public required int People { get; init; }

    /// <summary>Red, 30 people or more, death or serious injury, or put on the ledger.</summary>
    public bool Major { get; init; }

    /// <summary>Each change of the responsible tier, oldest first.</summary>
    public IReadOnlyList<TierMove> Moves { get; init; } = [];

    /// <summary>Each mediation that ended, successful or not, oldest first.</summary>
    public IReadOnlyList<Conclusion> Conclusions { get; init; } = [];

    /// <summary>Each time the matter left the stock, oldest first; a reopening brings it back.</summary>
    public IReadOnlyList<StockExit> Exits { get; init; } = [];

    public IReadOnlyList<DateOnly> Reopenings { get; init; } = [];

    /// <summary>Voided and merged matters never count.</summary>
    public bool Excluded { get; init; }
}

public sealed record TierMove(DateOnly On, Tier To);

public sealed record Conclusion(DateOnly On, Tier Tier, bool Success);

public sealed record StockExit(DateOnly On, StockExitKind Kind);

/// <summary>How a matter leaves the stock: settled, sent out to another organ, or lawfully ended without a settlement.</summary>
public enum StockExitKind { Resolved, ReferredOut, LawfullyEnded }
