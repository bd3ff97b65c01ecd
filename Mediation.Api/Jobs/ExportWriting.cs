using System.Globalization;
using System.IO.Compression;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Exports;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Features.Exports;
using Mediation.Core.Features.Ledger;
using Mediation.Core.Features.Reports;
using Mediation.Core.Features.Supervision;
using Mediation.Core.Messaging;
using Mediation.Core.TableFiles;
using MediatR;

namespace Mediation.Api.Jobs;

/// <summary>Writes one export, slice after slice. `hold` says how far it is, and ends the run when the job is another's by now.</summary>
sealed class ExportWriting(TakenExport job, ISender sender, Stream file, Func<int, int, Task> hold)
{
    const int Slice = 200;
    const string ZipType = "application/zip";

    /// <summary>The reason stands in the log since the job was asked for.</summary>
    const string Logged = "export job";

    ExportParameters Asked => job.Parameters;

    /// <summary>The name and the type of the file, and how many rows or reports it has.</summary>
    public async Task<(string Name, string Type, int Rows)> Write(CancellationToken ct) => job.Kind switch
    {
        ExportKind.Disputes => await Table("矛盾纠纷台账", (cursor, token) => sender.Send(new ReadLedgerRows(Ledger(Asked) with { Cursor = cursor, Limit = Slice }, job.CutOff), token), ct),
        ExportKind.LedgerBook => await Table(
            LedgerBooks.Title(Asked.Book!.Value), (cursor, token) => sender.Send(new ReadBookRows(Book(Asked) with { Cursor = cursor, Limit = Slice }, job.CutOff), token), ct),
        ExportKind.MonthlyReports => await Reports(ReportForm.Screening, "月报", ct),
        ExportKind.JusticeReturns => await Reports(ReportForm.Justice, "人民调解案件情况统计表", ct),
        ExportKind.JusticeReturn => await Return(ct),
    };

    public static ListDisputes Ledger(ExportParameters asked) => new()
    {
        Under = asked.Under, Tier = asked.Tier, Status = asked.Status, Type = asked.Type, Risk = asked.Risk, Overdue = asked.Overdue, Holder = asked.Holder, Q = asked.Q,
        From = asked.From, To = asked.To, Sort = asked.Sort,
    };

    public static GetLedgerBook Book(ExportParameters asked) =>
        new() { Book = asked.Book!.Value, Under = asked.Under, Level = asked.Risk, Type = asked.Type, Cleared = asked.Cleared ?? false };

    async Task<(string, string, int)> Table(string title, Func<string?, CancellationToken, Task<TableSlice>> read, CancellationToken ct)
    {
        var slice = await read(null, ct);
        var total = slice.Total!.Value;
        if (job.Format == ExportFormat.Xlsx && total > ExportRules.MostSheetRows)
            throw new RuleViolationException("export.too-many-rows", $"A sheet holds {ExportRules.MostSheetRows} rows; these are {total}. CSV has no such limit.", "format");
        var unit = (await sender.Send(new FindExportUnit(Asked.Under), ct)).Name;
        var note = $"截止时间：{Shanghai.TimeOf(job.CutOff):yyyy-MM-dd HH:mm}。此后登记的不在内；此后有变动的按导出时的状态列出。共 {total} 件。当事人姓名已脱敏。";
        var head = new TableHead($"{unit}{title}", note, ["序号", .. slice.Columns]);
        var done = 0;
        using (var table = job.Format == ExportFormat.Xlsx ? (TableFile)new SheetTable(file, head) : new CsvTable(file, head))
        {
            for (; ; slice = await read(slice.Next, ct))
            {
                foreach (var row in slice.Rows)
                    table.Row([++done, .. row]);
                await hold(done, total);
                if (slice.Next is null)
                    break;
            }
            table.Finish();
        }
        return ($"{unit}-{title}-{Stamp}.{(job.Format == ExportFormat.Xlsx ? "xlsx" : "csv")}", job.Format == ExportFormat.Xlsx ? TableFile.XlsxType : TableFile.CsvType, done);
    }

    /// <summary>A workbook for each unit, and a list of all units that says who has none.</summary>
    async Task<(string, string, int)> Reports(ReportForm form, string title, CancellationToken ct)
    {
        var unit = await sender.Send(new FindExportUnit(Asked.Under), ct);
        var chase = await sender.Send(new ListReportChase(Asked.Month, unit.Code, form), ct);
        var filed = chase.Items.Where(item => item.ReportId is not null).ToList();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            await Put(archive, $"{Asked.Month}-报送情况.csv", (await sender.Send(new WriteChaseList(chase), ct)).Bytes, ct);
            for (var done = 0; done < filed.Count; done++)
            {
                await hold(done, filed.Count);
                var report = await Report(filed[done].ReportId!.Value, form, ct);
                await Put(archive, $"{filed[done].AreaCode}-{report.FileName}", report.Bytes, ct);
            }
        }
        return ($"{unit.Name}-{Asked.Month}-各单位{title}-{Stamp}.zip", ZipType, filed.Count);
    }

    async Task<ReportFile> Report(Guid id, ReportForm form, CancellationToken ct) => form == ReportForm.Screening
        ? (await sender.Send(new WriteFiling(id, FilingFormat.Xlsx, Logged), ct)).File
        : await sender.Send(new WriteJusticeReturn((await sender.Send(new GetReturn(id), ct)).Report, ReportFormat.Xlsx, Logged), ct);

    async Task<(string, string, int)> Return(CancellationToken ct)
    {
        var page = await sender.Send(new GetJusticeReturn(Asked.Period, Asked.Under), ct);
        var written = await sender.Send(new WriteJusticeReturn(page, job.Format == ExportFormat.Xlsx ? ReportFormat.Xlsx : ReportFormat.Csv, Logged), ct);
        await file.WriteAsync(written.Bytes, ct);
        return (written.FileName, written.ContentType, page.Items.Count);
    }

    static async Task Put(ZipArchive archive, string name, byte[] bytes, CancellationToken ct)
    {
        await using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        await entry.WriteAsync(bytes, ct);
    }

    string Stamp => Shanghai.TimeOf(job.CutOff).ToString("'截至'yyyyMMddHHmm", CultureInfo.InvariantCulture);
}
