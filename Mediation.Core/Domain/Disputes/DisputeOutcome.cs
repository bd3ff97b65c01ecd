using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Domain.Disputes;

/// <summary>What became of a matter so far, as published tables tell it.</summary>
public enum DisputeOutcome { Open, Succeeded, Failed, ReferredOut, Ended }

public static class DisputeOutcomes
{
    /// <summary>A matter that left the stock is what it left as; one that is in it may have its agreement or its failure already.</summary>
    public static DisputeOutcome Of(DisputeFile file)
    {
        var report = file.Report;
        if (report.Exits.Count <= report.Reopenings.Count)
            return file.Status switch
            {
                DisputeStatus.Agreed or DisputeStatus.Performing or DisputeStatus.Performed => DisputeOutcome.Succeeded,
                DisputeStatus.Unresolved => report.Conclusions.Count > 0 ? DisputeOutcome.Failed : DisputeOutcome.Open,
                _ => DisputeOutcome.Open,
            };
        return report.Exits[^1].Kind switch
        {
            StockExitKind.Resolved => DisputeOutcome.Succeeded,
            StockExitKind.ReferredOut => DisputeOutcome.ReferredOut,
            StockExitKind.LawfullyEnded => report.Conclusions is [.., { Success: false }] ? DisputeOutcome.Failed : DisputeOutcome.Ended,
        };
    }
}
