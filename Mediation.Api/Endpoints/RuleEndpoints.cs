using Mediation.Api.Http;
using Mediation.Core.Features.Rules;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>The routing rules by version, and trying them out.</summary>
static class RuleEndpoints
{
    public static void MapRules(this IEndpointRouteBuilder app)
    {
        var sets = app.MapGroup("/api/rule-sets").WithTags("Rules").RequireAuthorization();

        sets.MapGet("", List).WithName("ListRuleSets");
        sets.MapGet("/{version}", Get).WithName("GetRuleSet").ProducesProblem(404);
        sets.MapPut("/{version}", Save).WithName("SaveRuleSet");
        sets.MapPost("/try", Try).WithName("TryRules");
    }

    static async Task<Ok<RuleSetList>> List(ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new ListRuleSets(), ct));

    static async Task<Ok<RuleSetView>> Get(string version, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new GetRuleSet(version), ct));

    static async Task<Results<Created<RuleSetView>, Ok<RuleSetView>>> Save(
        string version, bool? check, Body<SaveRuleSet> body, ISender sender, CancellationToken ct)
    {
        var saved = await sender.Send(body.Value with { Version = version, CheckOnly = check ?? false }, ct);
        return saved.Created ? TypedResults.Created($"/api/rule-sets/{version}", saved.RuleSet) : TypedResults.Ok(saved.RuleSet);
    }

    static async Task<Ok<TriedRules>> Try(Body<TryRules> body, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(body.Value, ct));
}
