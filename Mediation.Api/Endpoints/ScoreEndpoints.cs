using Mediation.Api.Http;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Features.Assessment;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>The scheme of a year, the scores that it gives, their freezing, and the appeals against them.</summary>
static class ScoreEndpoints
{
    public static void MapScores(this IEndpointRouteBuilder app)
    {
        var schemes = app.MapGroup("/api/scoring-schemes").WithTags("Assessment").RequireAuthorization();
        schemes.MapGet("", Schemes).WithName("ListSchemes");
        schemes.MapGet("/{year}", Scheme).WithName("GetScheme");
        schemes.MapPut("/{year}", Save).WithName("SaveScheme");

        var scores = app.MapGroup("/api/scores").WithTags("Assessment").RequireAuthorization();
        scores.MapGet("", List).WithName("ListScores");
        scores.MapGet("/preview", Preview).WithName("PreviewScores");
        scores.MapGet("/{id:guid}", Get).WithName("GetScore");
        scores.MapPut("/freezes/{id:guid}", Freeze).WithName("FreezeScores");

        var adjustments = app.MapGroup("/api/score-adjustments").WithTags("Assessment").RequireAuthorization();
        adjustments.MapGet("", Adjustments).WithName("ListAdjustments");
        adjustments.MapPut("/{id:guid}", Adjust).WithName("AdjustScore");
        adjustments.MapPost("/{id:guid}/withdrawal", Unadjust).WithName("WithdrawAdjustment");

        var appeals = app.MapGroup("/api/score-appeals").WithTags("Assessment").RequireAuthorization();
        appeals.MapPut("/{id:guid}", Appeal).WithName("FileAppeal");
        appeals.MapPost("/{id:guid}/decision", Decide).WithName("DecideAppeal");

        var vetoes = app.MapGroup("/api/veto-flags").WithTags("Assessment").RequireAuthorization();
        vetoes.MapGet("", Vetoes).WithName("ListVetoes");
        vetoes.MapPut("/{id:guid}", Raise).WithName("RaiseVeto");
        vetoes.MapPost("/{id:guid}/withdrawal", Lower).WithName("WithdrawVeto");
    }

    static async Task<Ok<Page<SchemeYear>>> Schemes(ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new ListSchemes(), ct));

    static async Task<Ok<SchemeView>> Scheme(string year, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetScheme(year), ct));

    static async Task<Ok<SchemeView>> Save(string year, Body<SaveScheme> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Year = year }, ct));

    static async Task<Ok<ScoreList>> List(string? period, QueryWord<Tier>? units, QueryArea? under, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListScores(period, units?.Value, under?.Code), ct));

    static async Task<Ok<ScorePreview>> Preview(string? period, QueryWord<Tier>? units, QueryArea? under, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new PreviewScores(period, units?.Value, under?.Code), ct));

    static async Task<Ok<ScoreView>> Get(Guid id, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetScore(id), ct));

    static async Task<Results<Created<FrozenScores>, Ok<FrozenScores>>> Freeze(Guid id, Body<FreezeScores> body, ISender sender, CancellationToken ct)
    {
        var frozen = await sender.Send(await sender.Send(new CountForFreezing(body.Value with { Id = id, Digest = body.Digest }), ct), ct);
        return frozen.Created ? TypedResults.Created($"/api/scores?period={frozen.Period}&units={frozen.Unit}", frozen) : TypedResults.Ok(frozen);
    }

    static async Task<Ok<Page<ScoreAdjustment>>> Adjustments(string? period, QueryArea? under, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListAdjustments(period, under?.Code), ct));

    static async Task<Results<Created<ScoreAdjustment>, Ok<ScoreAdjustment>>> Adjust(Guid id, Body<AdjustScore> body, ISender sender, CancellationToken ct)
    {
        var adjusted = await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct);
        return adjusted.Created ? TypedResults.Created($"/api/score-adjustments/{id}", adjusted.Adjustment) : TypedResults.Ok(adjusted.Adjustment);
    }

    static async Task<Ok<ScoreAdjustment>> Unadjust(Guid id, Body<WithdrawAdjustment> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct));

    static async Task<Results<Created<ScoreView>, Ok<ScoreView>>> Appeal(Guid id, Body<FileAppeal> body, ISender sender, CancellationToken ct)
    {
        var filed = await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct);
        return filed.Created ? TypedResults.Created($"/api/scores/{filed.Score.Result.Id}", filed.Score) : TypedResults.Ok(filed.Score);
    }

    static async Task<Ok<ScoreView>> Decide(Guid id, Body<DecideAppeal> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct));

    static async Task<Ok<Page<VetoView>>> Vetoes(string? period, QueryArea? under, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListVetoes(period, under?.Code), ct));

    static async Task<Results<Created<VetoView>, Ok<VetoView>>> Raise(Guid id, Body<RaiseVeto> body, ISender sender, CancellationToken ct)
    {
        var raised = await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct);
        return raised.Created ? TypedResults.Created($"/api/veto-flags/{id}", raised.Flag) : TypedResults.Ok(raised.Flag);
    }

    static async Task<Ok<VetoView>> Lower(Guid id, Body<WithdrawVeto> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = id, Digest = body.Digest }, ct));
}
