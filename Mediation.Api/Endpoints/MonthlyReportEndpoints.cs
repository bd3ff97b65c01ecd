using Mediation.Api.Http;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Features.Reports;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>The monthly report on its way up: opened, drafted, checked, submitted, merged, sealed.</summary>
static class MonthlyReportEndpoints
{
    public static void MapMonthlyReports(this IEndpointRouteBuilder app)
    {
        var reports = app.MapGroup("/api/monthly-reports").WithTags("Reports").RequireAuthorization();

        reports.MapGet("", List).WithName("ListMonthlyFilings");
        reports.MapPut("/{id:guid}", Open).WithName("OpenMonthlyReport");
        reports.MapGet("/{id:guid}", Get).WithName("GetMonthlyFiling");
        reports.MapPost("/{id:guid}/steps", Move).WithName("MoveMonthlyReport");
        reports.MapGet("/{id:guid}/disputes", Cell).WithName("ListFilingDisputes");
        reports.MapPut("/{id:guid}/narrative", Write).WithName("WriteReportNarrative");
        reports.MapGet("/{id:guid}.xlsx", Workbook).WithName("GetFilingWorkbook").ProducesProblem(403)
            .Produces<Stream>(StatusCodes.Status200OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .WithSummary("The report as the official workbook, with the columns of corrections and of opening figures.");
        reports.MapGet("/{id:guid}.csv", Csv).WithName("GetFilingCsv").ProducesProblem(403)
            .Produces<Stream>(StatusCodes.Status200OK, "text/csv").WithSummary("The report as CSV.");
        reports.MapGet("/{id:guid}.docx", Document).WithName("GetFilingDocument").ProducesProblem(403)
            .Produces<Stream>(StatusCodes.Status200OK, "application/vnd.openxmlformats-officedocument.wordprocessingml.document")
            .WithSummary("The report as a Word file in words: counts, shares by type, hot spots, forecast, measures.");
        reports.MapGet("/chase", Chase).WithName("ListReportChase");
        reports.MapPost("/chase", Remind).WithName("RemindReporter");

        var subsidies = app.MapGroup("/api/subsidies").WithTags("Reports").RequireAuthorization();
        subsidies.MapGet("", Subsidies).WithName("ListSubsidies");
        subsidies.MapPost("", Pay).WithName("PaySubsidy");

        var openings = app.MapGroup("/api/opening-figures").WithTags("Reports").RequireAuthorization();
        openings.MapGet("", Openings).WithName("ListOpeningFigures");
        openings.MapPut("/{id:guid}", Sign).WithName("SignOpeningFigures");
    }

    static async Task<Ok<Page<FilingItem>>> List(
        QueryArea? under, string? month, QueryWord<FilingState>? state, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(
            new ListMonthlyFilings { Under = under?.Code, Month = month, State = state?.Value, Cursor = cursor, Limit = limit ?? 50 }, ct));

    static async Task<Results<Created<FilingPage>, Ok<FilingPage>>> Open(Guid id, Body<OpenMonthlyReport> body, ISender sender, CancellationToken ct)
    {
        var opened = await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct);
        return opened.Created ? TypedResults.Created($"/api/monthly-reports/{id}", opened.Report) : TypedResults.Ok(opened.Report);
    }

    static async Task<Ok<FilingPage>> Get(Guid id, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetMonthlyFiling(id), ct));

    static async Task<Ok<FilingPage>> Move(Guid id, Body<MoveMonthlyReport> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct));

    static async Task<Ok<FilingCell>> Cell(
        Guid id, int? row, QueryWord<ReportColumn>? column, bool? correction, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(
            new ListFilingDisputes { Id = id, Row = row, Column = column?.Value, Correction = correction ?? false, Cursor = cursor, Limit = limit ?? 50 }, ct));

    static async Task<Ok<ChaseList>> Chase(string? month, QueryArea? under, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListReportChase(month, under?.Code), ct));

    static async Task<Ok<ChaseReminder>> Remind(Body<RemindReporter> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Digest = body.Digest }, ct));

    static async Task<Ok<Page<SubsidyItem>>> Subsidies(string? month, QueryArea? area, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListSubsidies(month, area?.Code, cursor, limit ?? 50), ct));

    static async Task<Ok<SubsidyPaid>> Pay(Body<PaySubsidy> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Digest = body.Digest }, ct));

    static async Task<Ok<OpeningList>> Openings(int? year, QueryArea? under, TimeProvider clock, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListOpeningFigures(under?.Code, year ?? Shanghai.DateOf(clock.GetUtcNow()).Year), ct));

    static async Task<Results<Created<OpeningView>, Ok<OpeningView>>> Sign(Guid id, Body<SignOpeningFigures> body, ISender sender, CancellationToken ct)
    {
        var signed = await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct);
        return signed.Created ? TypedResults.Created($"/api/opening-figures/{id}", signed.Figures) : TypedResults.Ok(signed.Figures);
    }

    static async Task<Ok<FilingPage>> Write(Guid id, Body<WriteReportNarrative> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct));

    static Task<FileContentHttpResult> Workbook(Guid id, string? reason, ISender sender, CancellationToken ct) => Export(id, FilingFormat.Xlsx, reason, sender, ct);

    static Task<FileContentHttpResult> Csv(Guid id, string? reason, ISender sender, CancellationToken ct) => Export(id, FilingFormat.Csv, reason, sender, ct);

    static Task<FileContentHttpResult> Document(Guid id, string? reason, ISender sender, CancellationToken ct) => Export(id, FilingFormat.Docx, reason, sender, ct);

    static async Task<FileContentHttpResult> Export(Guid id, FilingFormat format, string? reason, ISender sender, CancellationToken ct)
    {
        var filing = await sender.Send(new WriteFiling(id, format, reason), ct);
        await sender.Send(new LogExport($"monthly report {filing.Month} {format}: {reason!.Trim()}", filing.Area), ct);
        return TypedResults.File(filing.File.Bytes, filing.File.ContentType, filing.File.FileName);
    }
}
