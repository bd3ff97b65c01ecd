using Mediation.Api.Http;
using Mediation.Core.Data;
using Mediation.Core.Features.Sync;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Mediation.Api.Endpoints;

/// <summary>What a tablet sends and pulls.</summary>
static class SyncEndpoints
{
    public static void MapSync(this IEndpointRouteBuilder app)
    {
        var sync = app.MapGroup("/api/sync").WithTags("Sync").RequireAuthorization();

        sync.MapPost("/commands", Send).WithName("SendCommands").RequireRateLimiting(ApiSetup.SyncLimit).ProducesProblem(404).ProducesProblem(503);
        sync.MapGet("/changes", Pull).WithName("GetChanges").ProducesProblem(404).ProducesProblem(410);
        sync.MapGet("/late-submissions", Late).WithName("ListLateSubmissions").ProducesProblem(403);
        sync.MapPost("/late-submissions/{lateId:guid}/decision", Decide).WithName("DecideLateSubmission");
        sync.MapGet("/export-key", Key).WithName("GetExportKey");
        sync.MapPost("/exports", Keep).WithName("KeepExport").ProducesProblem(422);
        sync.MapGet("/exports", Exports).WithName("ListExports");
        sync.MapPost("/exports/opening", Open).WithName("OpenExport").ProducesProblem(404).ProducesProblem(422);
    }

    static async Task<Ok<SyncAnswers>> Send(SyncBody body, HttpContext context, CurrentUser user, SyncRunner runner, ISender sender, CancellationToken ct)
    {
        var terms = await sender.Send(body.Batch, ct);
        var run = new SyncRun(context.User, user.Account, body.Batch.DeviceId, terms.RuleSet, body.Faults);
        var answers = new List<SyncAnswer>();
        // Once begun it is finished, whether or not the tablet still listens: it asks again and is told.
        foreach (var entry in body.Batch.Entries!)
            answers.Add(await runner.Run(entry, run));
        var skew = SkewOf(body.Batch.SentAt!.Value, terms.Now);
        var kept = body.Batch.Entries.Zip(answers).Where(pair => IsKept(pair.First, pair.Second, terms)).Select(pair => Row(pair.First, pair.Second, body.Batch, terms));
        await sender.Send(new KeepBatch(body.Batch.DeviceId, skew, body.Batch.Pending ?? 0, body.Batch.Attention ?? 0, [.. kept]), CancellationToken.None);
        return TypedResults.Ok(new SyncAnswers { ServerTime = terms.Now, SkewSeconds = skew, SkewFlagged = DeviceSettings.IsSkewed(skew), Answers = answers });
    }

    static async Task<Ok<Changes>> Pull(string? after, int? limit, HttpContext context, ISender sender, CancellationToken ct)
    {
        var device = DeviceContact.Of(context);
        var changes = await sender.Send(new GetChanges(after, limit ?? 100, device), ct);
        if (changes.InFull.Count > 0)
            await sender.Send(new LogDeviceCopies(changes.InFull, device!.Value), ct);
        return TypedResults.Ok(changes);
    }

    static int SkewOf(DateTimeOffset sentAt, DateTimeOffset now) => (int)Math.Clamp(Math.Round((sentAt - now).TotalSeconds), int.MinValue, int.MaxValue);

    static bool IsKept(SyncEntry entry, SyncAnswer answer, BatchTerms terms) =>
        answer.Answer is not (SyncWord.Accepted or SyncWord.Replayed) || entry.RuleSet is { } rules && rules != terms.RuleSet;

    static SyncEntryRow Row(SyncEntry entry, SyncAnswer answer, SendCommands batch, BatchTerms terms) => new()
    {
        CommandId = entry.CommandId, DeviceId = batch.DeviceId, Kind = entry.Kind is { } kind && CommandKinds.All.ContainsKey(kind) ? kind : "", Answer = answer.Answer,
        Code = answer.Code, RuleSet = answer.Errors?.ContainsKey("ruleSet") == true || entry.RuleSet is { Length: > 50 } ? null : entry.RuleSet,
        DeviceTime = entry.DeviceTime?.ToUniversalTime(), ReceivedAt = terms.Now,
    };

    static async Task<Ok<Page<LateSubmission>>> Late(QueryArea? under, bool? mine, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListLateSubmissions(under?.Code, mine ?? false, cursor, limit ?? 50), ct));

    static async Task<Ok<LateSubmission>> Decide(Guid lateId, Body<DecideLateSubmission> body, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(body.Value with { Id = lateId, Digest = body.Digest }, ct));

    static async Task<Ok<ExportKey>> Key(ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(new GetExportKey(), ct));

    static async Task<Ok<ExportItem>> Keep(Body<KeepExport> body, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(body.Value, ct));

    static async Task<Ok<Page<ExportItem>>> Exports(QueryArea? under, string? cursor, int? limit, ISender sender, CancellationToken ct) =>
        TypedResults.Ok(await sender.Send(new ListExports(under?.Code, cursor, limit ?? 50), ct));

    static async Task<Ok<ExportContent>> Open(Body<OpenExport> body, ISender sender, CancellationToken ct) => TypedResults.Ok(await sender.Send(body.Value, ct));
}
