using Mediation.Api.Http;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Features.Screening;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>What the committees report when they went round.</summary>
static class ScreeningEndpoints
{
    public static void MapScreening(this IEndpointRouteBuilder app)
    {
        var returns = app.MapGroup("/api/screening-returns").WithTags("Screening").RequireAuthorization();

        returns.MapGet("", List).WithName("ListScreeningReturns");
        returns.MapPut("/{id:guid}", File).WithName("FileScreeningReturn");

        var campaigns = app.MapGroup("/api/screening-campaigns").WithTags("Screening").RequireAuthorization();

        campaigns.MapGet("", Campaigns).WithName("ListCampaigns");
        campaigns.MapPut("/{id:guid}", Launch).WithName("LaunchCampaign");
        campaigns.MapPost("/{id:guid}/end", End).WithName("EndCampaign");

        var rounds = app.MapGroup("/api/screening-rounds").WithTags("Screening").RequireAuthorization();

        rounds.MapGet("", Rounds).WithName("ListRounds");
        rounds.MapPost("/chases", Chase).WithName("ChaseRound").ProducesProblem(404);
        var leads = app.MapGroup("/api/screening-leads").WithTags("Screening").RequireAuthorization();

        leads.MapGet("", Leads).WithName("ListLeads");
        leads.MapPut("/{id:guid}", Record).WithName("RecordLead");
        leads.MapGet("/{id:guid}", Lead).WithName("FindLead");
        leads.MapPost("/{id:guid}/decision", Decide).WithName("DecideLead");
        leads.MapPost("/{id:guid}/erasure", Erase).WithName("EraseLead");

    }

    static async Task<Ok<Page<ScreeningReturnView>>> List(
        QueryArea? under, QueryDate? from, QueryDate? to, bool? replaced, Guid? campaign, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(
            new ListScreeningReturns
            {
                Under = under?.Code, From = from?.Date, To = to?.Date, Replaced = replaced ?? false, Campaign = campaign, Cursor = cursor, Limit = limit ?? 50,
            }, ct));

    static async Task<Results<Created<ScreeningReturnView>, Ok<ScreeningReturnView>>> File(Guid id, Body<FileScreeningReturn> body, ISender sender, CancellationToken ct)
    {
        var filed = await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct);
        return filed.Created ? TypedResults.Created($"/api/screening-returns/{id}", filed.Return) : TypedResults.Ok(filed.Return);
    }

    static async Task<Ok<Page<CampaignView>>> Campaigns(QueryArea? under, QueryDate? from, QueryDate? to, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListCampaigns { Under = under?.Code, From = from?.Date, To = to?.Date }, ct));

    static async Task<Results<Created<CampaignView>, Ok<CampaignView>>> Launch(Guid id, Body<LaunchCampaign> body, ISender sender, CancellationToken ct)
    {
        var launched = await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct);
        return launched.Created ? TypedResults.Created($"/api/screening-campaigns/{id}", launched.Campaign) : TypedResults.Ok(launched.Campaign);
    }

    static async Task<Ok<CampaignView>> End(Guid id, Body<EndCampaign> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { CampaignId = id, Digest = body.Digest }, ct));

    static async Task<Ok<RoundPage>> Rounds(
        QueryArea? under, QueryDate? from, QueryDate? to, Guid? campaign, QueryWord<RoundState>? state, string? cursor, int? limit, ISender sender,
        CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListRounds
        {
            Under = under?.Code, From = from?.Date, To = to?.Date, Campaign = campaign, State = state?.Value, Cursor = cursor, Limit = limit ?? 50,
        }, ct));

    static async Task<Ok<Page<LeadView>>> Leads(
        QueryArea? under, QueryDate? from, QueryDate? to, QueryWord<LeadOutcome>? outcome, bool? open, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListLeads
        {
            Under = under?.Code, From = from?.Date, To = to?.Date, Outcome = outcome?.Value, Open = open ?? false, Cursor = cursor, Limit = limit ?? 50,
        }, ct));

    static async Task<Ok<LeadView>> Lead(Guid id, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new FindLead(id), ct));

    static async Task<Results<Created<LeadView>, Ok<LeadView>>> Record(Guid id, Body<RecordLead> body, ISender sender, CancellationToken ct)
    {
        var recorded = await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct);
        return recorded.Created ? TypedResults.Created($"/api/screening-leads/{id}", recorded.Lead) : TypedResults.Ok(recorded.Lead);
    }

    static async Task<Ok<LeadView>> Decide(Guid id, Body<DecideLead> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { LeadId = id, Digest = body.Digest }, ct));

    static async Task<Ok<LeadView>> Erase(Guid id, Body<EraseLead> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { LeadId = id, Digest = body.Digest }, ct));

    static async Task<Ok<RoundView>> Chase(Body<ChaseRound> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Digest = body.Digest }, ct));
}
