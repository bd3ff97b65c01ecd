using Mediation.Core.Domain.Exports;
using Mediation.Core.Features.Exports;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>What would be refused as a list is refused when it is asked for as a file, and not an hour later.</summary>
static class ExportCheck
{
    public static async Task Require(AskExport command, ISender sender, CancellationToken ct)
    {
        // Whatever lacks a part is refused by the command itself.
        if (command is not { Format: not null, Reason.Length: > 0, Parameters: { } asked })
            return;
        switch (command.Kind)
        {
            case ExportKind.Disputes:
                await sender.Send(ExportWriting.Ledger(asked) with { Limit = 1 }, ct);
                break;
            case ExportKind.LedgerBook when asked.Book is not null:
                await sender.Send(ExportWriting.Book(asked) with { Limit = 1 }, ct);
                break;
            case ExportKind.MonthlyReports or ExportKind.JusticeReturns or ExportKind.JusticeReturn:
                await sender.Send(new FindExportUnit(asked.Under), ct);
                break;
        }
    }
}
