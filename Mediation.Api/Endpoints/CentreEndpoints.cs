using Mediation.Api.Http;
using Mediation.Core.Data;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Features.Audit;
using Mediation.Core.Features.Journal;
using Mediation.Core.Features.Ledger;
using Mediation.Core.Features.Reports;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>What a centre works with: the queue, the month, and the auditor's page.</summary>
static class CentreEndpoints
{
    public static void MapCentre(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").RequireAuthorization();

        api.MapGet("/triage", Triage).WithName("Triage").WithTags("Triage");
        api.MapGet("/reminders", Reminders).WithName("ListReminders").WithTags("Triage");
        api.MapGet("/overview", Overview).WithName("GetOverview").WithTags("Reports");
        api.MapGet("/reports/monthly/{month}", Report).WithName("GetMonthlyReport").WithTags("Reports");
        api.MapGet("/reports/monthly/{month}/disputes", Cell).WithName("ListReportDisputes").WithTags("Reports");
        api.MapGet("/reports/monthly/{month}.xlsx", Workbook).WithName("GetMonthlyReportWorkbook").WithTags("Reports")
            .Produces<Stream>(StatusCodes.Status200OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .ProducesProblem(403).WithSummary("The month as the official workbook, with numbers as numbers and notes on how they were counted.");
        api.MapGet("/reports/monthly/{month}.csv", Csv).WithName("GetMonthlyReportCsv").WithTags("Reports")
            .Produces<Stream>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(403).WithSummary("The month as CSV.");
        api.MapGet("/reports/periods", Period).WithName("GetPeriodReport").WithTags("Reports");
        api.MapGet("/reports/justice", Justice).WithName("GetJusticeReturn").WithTags("Reports");
        api.MapGet("/reports/justice.xlsx", JusticeWorkbook).WithName("GetJusticeReturnWorkbook").WithTags("Reports")
            .Produces<Stream>(StatusCodes.Status200OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .ProducesProblem(403).ProducesProblem(404).WithSummary("Return A as a workbook.");
        api.MapGet("/reports/justice.csv", JusticeCsv).WithName("GetJusticeReturnCsv").WithTags("Reports").Produces<Stream>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(403).ProducesProblem(404).WithSummary("Return A as CSV.");
        api.MapGet("/reports/justice/disputes", JusticeCell).WithName("ListJusticeDisputes").WithTags("Reports");
        api.MapGet("/indicators", Indicators).WithName("GetIndicators").WithTags("Reports");
        api.MapGet("/indicators/disputes", IndicatorDisputes).WithName("ListIndicatorDisputes").WithTags("Reports");
        api.MapGet("/indicators/returns", IndicatorReturns).WithName("ListIndicatorReturns").WithTags("Reports");
        api.MapGet("/reports/shares", Shares).WithName("GetShares").WithTags("Reports");
        api.MapGet("/reports/tallies/verification", Verify).WithName("VerifyTallies").WithTags("Reports");
        api.MapGet("/access-log", AccessLog).WithName("ListAccessLog").WithTags("Audit");
        api.MapGet("/journal/heads", JournalHeads).WithName("GetJournalHeads").WithTags("Audit");
    }

    static async Task<Ok<TriagePage>> Triage(QueryArea? under, QueryWord<TriageFlag>? flag, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new Triage { Under = under?.Code, Flag = flag?.Value, Cursor = cursor, Limit = limit ?? 50 }, ct));

    static async Task<Ok<Page<Reminder>>> Reminders(QueryArea? under, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListReminders { Under = under?.Code, Cursor = cursor, Limit = limit ?? 50 }, ct));

    static async Task<Ok<OverviewPage>> Overview(QueryArea? area, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetOverview(area?.Code), ct));

    static async Task<Ok<MonthlyReport>> Report(string month, QueryArea? area, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetMonthlyReport(month, area?.Code), ct));

    static async Task<Ok<ReportCell>> Cell(
        string month, QueryArea? area, int? row, QueryWord<ReportColumn>? column, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(
            new ListReportDisputes { Month = month, Area = area?.Code, Row = row, Column = column?.Value, Cursor = cursor, Limit = limit ?? 50 }, ct));

    static Task<FileContentHttpResult> Workbook(string month, QueryArea? area, ISender sender, CancellationToken ct) =>
        Export(month, area, ReportFormat.Xlsx, sender, ct);

    static Task<FileContentHttpResult> Csv(string month, QueryArea? area, ISender sender, CancellationToken ct) =>
        Export(month, area, ReportFormat.Csv, sender, ct);

    static async Task<FileContentHttpResult> Export(string month, QueryArea? area, ReportFormat format, ISender sender, CancellationToken ct)
    {
        var report = await sender.Send(new GetMonthlyReport(month, area?.Code), ct);
        var file = await sender.Send(new WriteMonthlyReport(report, format), ct);
        await sender.Send(new LogExport($"monthly report {month} {format}", area?.Code), ct);
        return TypedResults.File(file.Bytes, file.ContentType, file.FileName);
    }

    static async Task<Ok<PeriodReport>> Period(string? period, QueryArea? area, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetPeriodReport(period, area?.Code), ct));

    static async Task<Ok<JusticePage>> Justice(string? period, QueryArea? area, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetJusticeReturn(period, area?.Code), ct));

    static Task<FileContentHttpResult> JusticeWorkbook(string? period, QueryArea? area, string? reason, ISender sender, CancellationToken ct) =>
        JusticeFile(period, area, ReportFormat.Xlsx, reason, sender, ct);

    static Task<FileContentHttpResult> JusticeCsv(string? period, QueryArea? area, string? reason, ISender sender, CancellationToken ct) =>
        JusticeFile(period, area, ReportFormat.Csv, reason, sender, ct);

    static async Task<FileContentHttpResult> JusticeFile(string? period, QueryArea? area, ReportFormat format, string? reason, ISender sender, CancellationToken ct)
    {
        var page = await sender.Send(new GetJusticeReturn(period, area?.Code), ct);
        var file = await sender.Send(new WriteJusticeReturn(page, format, reason), ct);
        await sender.Send(new LogExport($"justice return {page.Period} {format}: {reason!.Trim()}", page.AreaCode), ct);
        return TypedResults.File(file.Bytes, file.ContentType, file.FileName);
    }

    static async Task<Ok<FilingCell>> JusticeCell(string? period, QueryArea? area, int? item, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListJusticeDisputes(period, area?.Code, item, cursor, limit ?? 50), ct));

    static async Task<Ok<IndicatorPage>> Indicators(string? period, QueryArea? area, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetIndicators(period, area?.Code), ct));

    static async Task<Ok<ReturnCell>> IndicatorReturns(string? period, QueryArea? area, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListIndicatorReturns(period, area?.Code), ct));

    static async Task<Ok<IndicatorCell>> IndicatorDisputes(
        string? period, QueryArea? area, QueryWord<Indicator>? indicator, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListIndicatorDisputes(period, area?.Code, indicator?.Value, cursor, limit ?? 50), ct));

    static async Task<Ok<SharesPage>> Shares(
        QueryArea? area, QueryDate? from, QueryDate? to, QueryWord<ShareDay>? on, QueryWord<ShareKey>? by, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(
            new GetShares { Area = area?.Code, From = from?.Date, To = to?.Date, On = on?.Value ?? ShareDay.Registered, By = by?.Value ?? ShareKey.Type }, ct));

    static async Task<Ok<TallyVerification>> Verify(QueryArea? area, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new VerifyTallies(area?.Code), ct));

    static async Task<Ok<Page<AccessLogItem>>> AccessLog(
        Guid? dispute, string? kind, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListAccessLog(dispute, kind, cursor, limit ?? 50), ct));

    static async Task<Ok<JournalHeads>> JournalHeads(DateOnly day, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetJournalHeads(day), ct));
}
