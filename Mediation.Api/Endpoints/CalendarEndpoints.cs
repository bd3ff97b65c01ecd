using Mediation.Api.Http;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Features.Calendar;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

static class CalendarEndpoints
{
    public static void MapCalendar(this IEndpointRouteBuilder app)
    {
        var calendar = app.MapGroup("/api/calendar").WithTags("Calendar");

        calendar.MapGet("/deadline", Deadline).WithName("GetDeadline").ProducesValidationProblem()
            .WithSummary("The last day of a limit; provisional while it rests on a year whose holidays are not published.");
        calendar.MapPost("/import", Import).WithName("ImportCalendar").ProducesValidationProblem()
            .WithSummary("Takes the holiday notices of one or several years; the other years stay as they are.");
    }

    static async Task<Ok<Deadline>> Deadline(QueryDate? start, int? amount, QueryWord<TimeUnit>? unit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetDeadline(start?.Date, amount, unit?.Value), ct));

    static async Task<Ok<CalendarCoverage>> Import(Body<ImportCalendar> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value, ct));
}
