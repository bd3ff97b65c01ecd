using System.Security.Claims;
using System.Text.Json;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Features.Sync;
using Mediation.Core.Messaging;
using MediatR;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Mediation.Api.Http;

/// <summary>What all entries of a batch share, and what became of the earlier ones.</summary>
sealed record SyncRun(ClaimsPrincipal User, Account Account, Guid DeviceId, string RuleSet, IReadOnlyDictionary<Guid, Exception> Faults)
{
    public Dictionary<Guid, string> Answered { get; } = [];
}

/// <summary>
/// Sends the entries of a batch to the endpoints of their kinds, each in a scope and so in a transaction of its own, and turns what comes of it into an
/// answer by the one failure table.
/// </summary>
sealed class SyncRunner(IServiceScopeFactory scopes, EndpointDataSource endpoints, BodyDigest digests, ILogger<SyncRunner> log)
{
    const string Waits = SyncWord.Held;

    readonly Lazy<Dictionary<string, RouteEndpoint>> byKind = new(() => endpoints.Endpoints.OfType<RouteEndpoint>()
        .Where(e => e.Metadata.GetMetadata<IEndpointNameMetadata>() is { } named && CommandKinds.All.ContainsKey(named.EndpointName))
        .ToDictionary(e => e.Metadata.GetMetadata<IEndpointNameMetadata>()!.EndpointName));

    public async Task<SyncAnswer> Run(SyncEntry entry, SyncRun run)
    {
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        services.GetRequiredService<CurrentUser>().SignIn(run.Account);
        services.GetRequiredService<CommandOrigin>().OtherRules = entry.RuleSet == run.RuleSet ? null : entry.RuleSet;
        var context = new DefaultHttpContext { RequestServices = services, User = run.User };
        var answer = await Attempt(entry, context, () => Send(entry, run, context));
        run.Answered[entry.CommandId] = answer.Answer;
        return answer;
    }

    async Task<SyncAnswer> Send(SyncEntry entry, SyncRun run, HttpContext context)
    {
        if (run.Faults.GetValueOrDefault(entry.CommandId) is { } fault)
        {
            context.Features.Set(new BodyBeingRead());
            return Failed(entry, fault, context);
        }
        RequireShape(entry);
        var sender = context.RequestServices.GetRequiredService<ISender>();
        var before = await Before(entry, run, sender);
        if (before == Waits)
            return new SyncAnswer
            {
                CommandId = entry.CommandId, Answer = SyncWord.Held, Code = "sync.chain-waits", Title = "The entry before it in its chain was not carried out.",
            };
        var endpoint = byKind.Value[entry.Kind!];
        var body = SyncRequest.Fill(context, endpoint, entry);
        var digest = digests.Of(context.Request, body);
        var known = await sender.Send(new FindEntry(entry.CommandId));
        if (known.Digest is not null && !known.Digest.AsSpan().SequenceEqual(digest))
            throw new ConflictException("command.reused", "This command id was used for something else.");
        if (known.Holder is { } holder)
            return Forwarded(entry, holder);
        var late = entry.DisputeId is not { } disputeId ? null : new ForwardLate
        {
            CommandId = entry.CommandId, DisputeId = disputeId, DeviceId = run.DeviceId, Kind = entry.Kind!, Digest = digest, Words = body.GetRawText(),
            DeviceTime = entry.DeviceTime,
        };
        // What follows on words that went to another desk goes there too.
        if (before == SyncWord.Forwarded && late is not null && await sender.Send(late) is { } desk)
            return Forwarded(entry, desk);
        var answer = await Attempt(entry, context, () => Carry(entry, endpoint, context));
        if (answer.Code is not ("not-found" or "dispute.not-your-turn"))
            return answer;
        // It was carried out, and the matter is out of sight since.
        if (known.Version is { } version)
            return new SyncAnswer { CommandId = entry.CommandId, Answer = SyncWord.Replayed, Version = version };
        return late is not null && await sender.Send(late) is { } present ? Forwarded(entry, present) : answer;
    }

    static void RequireShape(SyncEntry entry)
    {
        if (entry.Kind is null || !CommandKinds.All.ContainsKey(entry.Kind))
            throw new RequestException(StatusCodes.Status400BadRequest, "sync.unknown-kind", "No operation that is taken in batches has this name.", "kind");
        if (entry.RuleSet is { } rules && (rules.Length is 0 or > 50 || rules.Any(char.IsControl)))
            throw new RequestException(StatusCodes.Status400BadRequest, "validation", "A version of the rules has at most 50 characters.", "ruleSet");
        if (entry.DeviceTime is null)
            throw new RequestException(StatusCodes.Status400BadRequest, "validation", "Say when it was recorded, by the tablet's clock.", "deviceTime");
    }

    /// <summary>A chain stops at the first of its entries that was not carried out; what became of the one before this, or nothing for none.</summary>
    static async Task<string?> Before(SyncEntry entry, SyncRun run, ISender sender)
    {
        if (entry.After is not { } after)
            return null;
        if (run.Answered.GetValueOrDefault(after) is { } answered)
            return answered is SyncWord.Accepted or SyncWord.Replayed or SyncWord.Forwarded ? answered : Waits;
        var known = await sender.Send(new FindEntry(after));
        return known.Holder is not null ? SyncWord.Forwarded : known.Version is not null ? SyncWord.Replayed : Waits;
    }

    static async Task<SyncAnswer> Carry(SyncEntry entry, RouteEndpoint endpoint, HttpContext context)
    {
        await endpoint.RequestDelegate!(context);
        var outcome = context.RequestServices.GetRequiredService<CommandLog>().Outcome is { } last && last.Row.Id == entry.CommandId ? last : default;
        var isNew = outcome.Row is null ? context.Response.StatusCode == StatusCodes.Status201Created || !HttpMethods.IsPut(context.Request.Method) : outcome.IsNew;
        var dispute = Dispute(endpoint, context);
        return new SyncAnswer
        {
            CommandId = entry.CommandId, Answer = isNew ? SyncWord.Accepted : SyncWord.Replayed, Version = outcome.Row?.Version ?? dispute?.Version, Dispute = dispute,
        };
    }

    static DisputeView? Dispute(RouteEndpoint endpoint, HttpContext context)
    {
        if (!endpoint.Metadata.OfType<IProducesResponseTypeMetadata>().Any(produced => produced.Type == typeof(DisputeView)))
            return null;
        context.Response.Body.Position = 0;
        return JsonSerializer.Deserialize<DisputeView>(context.Response.Body, Json.Options);
    }

    async Task<SyncAnswer> Attempt(SyncEntry entry, HttpContext context, Func<Task<SyncAnswer>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception failure)
        {
            return Failed(entry, failure, context);
        }
    }

    SyncAnswer Failed(SyncEntry entry, Exception failure, HttpContext context)
    {
        var problem = Problems.Of(failure, context);
        if (problem is null)
            log.LogError(failure, "An entry of kind {Kind} failed", entry.Kind is { } kind && CommandKinds.All.ContainsKey(kind) ? kind : "unknown");
        var answer = new SyncAnswer
        {
            CommandId = entry.CommandId, Answer = SyncWord.Refused, Code = Extension(problem, "code") as string ?? "http.500",
            Title = problem?.Title ?? "Something went wrong here; it can be sent again.", Statute = Extension(problem, "rule") as string,
            Errors = Errors(problem),
        };
        return failure switch
        {
            StaleException stale => answer with { Answer = SyncWord.Stale, Current = stale.Current as DisputeView },
            // Nothing is wrong with it; it waits on the tablet and is sent again.
            _ when problem?.Status is >= 500 or StatusCodes.Status423Locked => answer with { Answer = SyncWord.Held },
            _ => answer,
        };
    }

    static Dictionary<string, IReadOnlyList<string>>? Errors(ProblemDetails? problem) =>
        Extension(problem, "errors") is Dictionary<string, string[]> errors
            ? errors.ToDictionary(error => error.Key, error => (IReadOnlyList<string>)error.Value) : null;

    static object? Extension(ProblemDetails? problem, string name) => problem?.Extensions.TryGetValue(name, out var value) == true ? value : null;

    static SyncAnswer Forwarded(SyncEntry entry, HolderView holder) => new()
    {
        CommandId = entry.CommandId, Answer = SyncWord.Forwarded, Code = "sync.forwarded", Title = "Another desk has the matter now and was told of it.", Holder = holder,
    };
}
