using System.Net.ServerSentEvents;
using Mediation.Core.Data;
using Microsoft.AspNetCore.Authentication;

namespace Mediation.Api.Http;

/// <summary>What is told of a change: which dispute and when; without an id something was missed, and the reader looks at everything again.</summary>
sealed record ChangeNotice(Guid? DisputeId, DateTimeOffset At);

/// <summary>
/// A watch as server-sent events. It ends with the client, with the session (looked at with every ping; it never makes one last longer), and at once when
/// the service stops.
/// </summary>
sealed class EventStream(IServiceScopeFactory scopes, TimeProvider clock, IHostApplicationLifetime lifetime)
{
    public const string Path = "/api/events";

    static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    public async IAsyncEnumerable<SseItem<ChangeNotice>> Read(ChangeWatch watch, HttpContext context)
    {
        using var ended = watch;
        using var gone = context.RequestAborted.Register(watch.Dispose);
        using var stopping = lifetime.ApplicationStopping.Register(watch.Dispose);
        using var timer = new PeriodicTimer(Every, clock);
        var (user, expires) = (context.User, (await context.AuthenticateAsync()).Properties?.ExpiresUtc);
        var (changed, tick) = (watch.Changed.WaitToReadAsync().AsTask(), timer.WaitForNextTickAsync().AsTask());
        yield return Item("ping", null);
        while (true)
        {
            if (await Task.WhenAny(changed, tick) == changed)
            {
                if (!await changed)
                    yield break;
                while (watch.Changed.TryRead(out var id))
                    yield return Item("change", id == ChangeWatch.Unknown ? null : id);
                if (watch.TakeMissed())
                    yield return Item("change", null);
                changed = watch.Changed.WaitToReadAsync().AsTask();
                continue;
            }
            if (clock.GetUtcNow() >= expires || !await IsSignedIn(user))
                yield break;
            yield return Item("ping", null);
            tick = timer.WaitForNextTickAsync().AsTask();
        }
    }

    async Task<bool> IsSignedIn(System.Security.Claims.ClaimsPrincipal user)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await CookieSession.Known(user, scope.ServiceProvider, CancellationToken.None) is not null;
    }

    SseItem<ChangeNotice> Item(string kind, Guid? id) => new(new ChangeNotice(id, clock.GetUtcNow()), kind);
}
