using Mediation.Api.Http;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Exports;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Features.Exports;
using Mediation.Core.Features.Supervision;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>What those above do about a matter, and the lists by which they do it.</summary>
static class SupervisionEndpoints
{
    public static void MapSupervision(this IEndpointRouteBuilder app)
    {
        var disputes = app.MapGroup("/api/disputes").WithTags("Supervision").RequireAuthorization();

        disputes.MapStep<MarkLedger>("ledger-marks");
        disputes.MapStep<AssignSponsor>("sponsorship");
        disputes.MapStep<RecordSponsorVisit>("sponsor-visits");
        disputes.MapStep<AdvanceSponsorship>("sponsorship-stage");
        disputes.MapStep<IssueCard>("cards");
        disputes.MapStep<ReplyToCard>("card-replies");
        disputes.MapStep<CancelCard>("card-cancellations");
        disputes.MapStep<RequestExtension>("extension-requests");
        disputes.MapStep<DecideExtension>("extension-decisions");
        disputes.MapStep<ListPublicly>("public-listings");
        disputes.MapStep<LiftListing>("listing-liftings");
        disputes.MapStep<ClearLedger>("clearance");

        var lists = app.MapGroup("/api").WithTags("Supervision").RequireAuthorization();

        lists.MapGet("/major-matters", Major).WithName("ListMajorMatters");
        lists.MapGet("/supervision-cards", Cards).WithName("ListCards");
        lists.MapGet("/extension-requests", Requests).WithName("ListExtensionRequests");
        lists.MapGet("/ledgers/{book}", Book).WithName("GetLedgerBook");
        lists.MapGet("/ledgers/{book}.xlsx", Workbook).WithName("GetLedgerWorkbook")
            .Produces<Stream>(StatusCodes.Status200OK, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
            .ProducesProblem(403).ProducesProblem(422).WithSummary("A book as a workbook, with the names of parties masked; who takes it away and why is logged. A longer one is written in the background: 202 with the export.");
        lists.MapGet("/ledgers/{book}.csv", Csv).WithName("GetLedgerCsv").Produces<Stream>(StatusCodes.Status200OK, "text/csv")
            .ProducesProblem(403).ProducesProblem(422).WithSummary("A book as CSV, with the names of parties masked; who takes it away and why is logged. A longer one is written in the background: 202 with the export.");
    }

    static async Task<Ok<MajorMatters>> Major(
        QueryArea? under, QueryWord<LedgerKind>? ledger, QueryWord<SponsorshipGap>? without, bool? incomplete, bool? cleared, string? cursor, int? limit, ISender sender,
        CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListMajorMatters
        {
            Under = under?.Code, Ledger = ledger?.Value, Without = without?.Value, Incomplete = incomplete ?? false, Cleared = cleared ?? false, Cursor = cursor, Limit = limit ?? 50,
        }, ct));

    static async Task<Ok<CardPage>> Cards(
        QueryArea? under, QueryWord<CardKind>? kind, bool? cancelled, bool? unanswered, bool? late, bool? answered, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListCards
        {
            Under = under?.Code, Kind = kind?.Value, Cancelled = cancelled ?? false, Unanswered = unanswered ?? false, Late = late ?? false,
            Answered = answered ?? false, Cursor = cursor, Limit = limit ?? 50,
        }, ct));

    static async Task<Ok<Page<WaitingRequest>>> Requests(QueryArea? under, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListExtensionRequests { Under = under?.Code, Cursor = cursor, Limit = limit ?? 50 }, ct));

    static async Task<Ok<LedgerBookPage>> Book(
        QueryWord<LedgerBook> book, QueryArea? under, QueryWord<RiskLevel>? risk, QueryWord<DisputeType>? type, bool? cleared, string? cursor, int? limit, ISender sender,
        CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetLedgerBook
        {
            Book = book.Value, Under = under?.Code, Level = risk?.Value, Type = type?.Value, Cleared = cleared ?? false, Cursor = cursor, Limit = limit ?? 50,
        }, ct));

    static Task<Results<FileContentHttpResult, Accepted<ExportJobView>>> Workbook(
        QueryWord<LedgerBook> book, QueryArea? under, QueryWord<RiskLevel>? risk, QueryWord<DisputeType>? type, bool? cleared, string? reason, ISender sender, CancellationToken ct) =>
        Export(new ExportLedgerBook
        {
            Book = book.Value, Under = under?.Code, Level = risk?.Value, Type = type?.Value, Cleared = cleared ?? false, Reason = reason, Format = BookFormat.Xlsx,
        }, sender, ct);

    static Task<Results<FileContentHttpResult, Accepted<ExportJobView>>> Csv(
        QueryWord<LedgerBook> book, QueryArea? under, QueryWord<RiskLevel>? risk, QueryWord<DisputeType>? type, bool? cleared, string? reason, ISender sender, CancellationToken ct) =>
        Export(new ExportLedgerBook
        {
            Book = book.Value, Under = under?.Code, Level = risk?.Value, Type = type?.Value, Cleared = cleared ?? false, Reason = reason, Format = BookFormat.Csv,
        }, sender, ct);

    static async Task<Results<FileContentHttpResult, Accepted<ExportJobView>>> Export(ExportLedgerBook query, ISender sender, CancellationToken ct)
    {
        if (await sender.Send(query, ct) is not { } file)
            return TypedResults.Accepted((string?)null, (await sender.Send(InBackground(query), ct)).Job);
        await sender.Send(new LogLedgerExport(query.Book, query.Format, query.Under, query.Reason!), ct);
        return TypedResults.File(file.Bytes, file.ContentType, file.FileName);
    }

    static AskExport InBackground(ExportLedgerBook query) => new()
    {
        Id = Guid.CreateVersion7(), Kind = ExportKind.LedgerBook, Format = query.Format == BookFormat.Xlsx ? ExportFormat.Xlsx : ExportFormat.Csv, Reason = query.Reason,
        Parameters = new ExportParameters { Book = query.Book, Under = query.Under, Risk = query.Level, Type = query.Type, Cleared = query.Cleared },
    };
}
