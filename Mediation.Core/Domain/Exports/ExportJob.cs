using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;

namespace Mediation.Core.Domain.Exports;

/// <summary>What is taken away: the dispute ledger, a book, all units' monthly reports or justice returns of a month, the justice return of a period.</summary>
public enum ExportKind { Disputes, LedgerBook, MonthlyReports, JusticeReturns, JusticeReturn }

public enum ExportFormat { Csv, Xlsx, Zip }

/// <summary>Complete has a file, Failed has none and says why; there is nothing between them.</summary>
public enum ExportState { Waiting, Running, Complete, Failed }

/// <summary>What is asked for. Each kind has its own: the filters of the ledger, book and cleared, month, period; `under` is for all.</summary>
public sealed record ExportParameters
{
    public AreaCode? Under { get; init; }

    public Tier? Tier { get; init; }

    public DisputeStatus? Status { get; init; }

    public DisputeType? Type { get; init; }

    public RiskLevel? Risk { get; init; }

    public bool? Overdue { get; init; }

    public Guid? Holder { get; init; }

    public string? Q { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    /// <summary>receivedAt or dueOn, as in the list.</summary>
    public string? Sort { get; init; }

    public LedgerBook? Book { get; init; }

    public bool? Cleared { get; init; }

    /// <summary>yyyy-MM.</summary>
    public string? Month { get; init; }

    /// <summary>2026-11, 2026-Q4, 2026-H2 or 2026.</summary>
    public string? Period { get; init; }
}

/// <summary>The rules of exports that run by themselves.</summary>
public static class ExportRules
{
    /// <summary>Of one person at a time.</summary>
    public const int MostUnfinished = 5;

    /// <summary>How often a job is begun whose process died over it.</summary>
    public const int MostAttempts = 3;

    /// <summary>The limit of the format itself, less title, note and heads.</summary>
    public const int MostSheetRows = 1_048_576 - 3;

    public static IReadOnlyList<ExportFormat> Formats(ExportKind kind) => kind switch
    {
        ExportKind.Disputes or ExportKind.LedgerBook or ExportKind.JusticeReturn => [ExportFormat.Csv, ExportFormat.Xlsx],
        ExportKind.MonthlyReports or ExportKind.JusticeReturns => [ExportFormat.Zip],
    };
}
