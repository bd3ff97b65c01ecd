using Mediation.Api.Http;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Features.Organisations;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

static class OrganisationEndpoints
{
    public static void MapOrganisations(this IEndpointRouteBuilder app)
    {
        var organisations = app.MapGroup("/api/organisations").WithTags("Organisations").RequireAuthorization();

        organisations.MapGet("", List).WithName("ListOrganisations")
            .WithSummary("Committees and centres of the own area and of those above it.").ProducesProblem(400).ProducesProblem(404);
        organisations.MapGet("/{id:guid}", Find).WithName("FindOrganisation")
            .WithSummary("One committee or centre, with warnings on article 8 and its term.").ProducesProblem(404);
        organisations.MapPut("/{id:guid}", Save).WithName("SaveOrganisation")
            .WithSummary("Sets up a committee or centre, or changes it; baseVersion names the version that was seen.").ProducesProblem(400).ProducesProblem(403).ProducesProblem(404).ProducesProblem(409).ProducesProblem(422);
        organisations.MapGet("/{id:guid}/case-numbers", Numbers).WithName("ListCaseNumbers");
        organisations.MapGet("/{id:guid}/form-serials", Serials).WithName("ListFormSerials");
        organisations.MapPost("/{id:guid}/form-serials", Issue).WithName("IssueFormSerials");
        organisations.MapPost("/{id:guid}/form-serials/voiding", Spoil).WithName("VoidFormSerial");
    }

    static async Task<Ok<Page<CaseNumberView>>> Numbers(Guid id, int? year, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListCaseNumbers(id, year, cursor, limit ?? 50), ct));

    static async Task<Ok<Page<FormSerialView>>> Serials(Guid id, QueryWord<FormSerialState>? state, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListFormSerials(id, state?.Value, cursor, limit ?? 50), ct));

    static async Task<Ok<IssuedSerials>> Issue(Guid id, Body<IssueFormSerials> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { OrganisationId = id, Digest = body.Digest }, ct));

    static async Task<Ok<FormSerialView>> Spoil(Guid id, Body<VoidFormSerial> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { OrganisationId = id, Digest = body.Digest }, ct));

    static async Task<Ok<Page<OrganisationView>>> List(
        QueryArea? under, QueryWord<OrganisationKind>? kind, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListOrganisations { Under = under?.Code, Kind = kind?.Value, Cursor = cursor, Limit = limit ?? 50 }, ct));

    static async Task<Ok<OrganisationView>> Find(Guid id, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new FindOrganisation(id), ct));

    static async Task<Results<Created<OrganisationView>, Ok<OrganisationView>>> Save(
        Guid id, Body<SaveOrganisation> body, ISender sender, CancellationToken ct)
    {
        var saved = await sender.Send(body.Value with { Id = id }, ct);
        return saved.Created ? TypedResults.Created($"/api/organisations/{id}", saved.Organisation) : TypedResults.Ok(saved.Organisation);
    }
}
