using System.Collections.Concurrent;
using Mediation.Core.Features.Devices;
using MediatR;

namespace Mediation.Api.Http;

/// <summary>Every call to the API that names its tablet counts as a contact; one in a minute is written down.</summary>
sealed class DeviceContact(RequestDelegate next, TimeProvider clock)
{
    public const string Header = "X-Device";

    const int ManyTablets = 100_000;

    static readonly TimeSpan Between = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<(Guid Device, string Account), DateTimeOffset> noted = new();

    public async Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/api") && Of(context) is { } device && context.User.Identity is { IsAuthenticated: true }
            && IsDue((device, context.User.Claims.FirstOrDefault()?.Value ?? "")))
            await context.RequestServices.GetRequiredService<ISender>().Send(new NoteContact(device), context.RequestAborted);
        await next(context);
    }

    /// <summary>The tablet that a request names; a header that names none is refused.</summary>
    public static Guid? Of(HttpContext context)
    {
        if (context.Request.Headers[Header].ToString() is not { Length: > 0 } text)
            return null;
        return Guid.TryParseExact(text, "D", out var id) && id != Guid.Empty
            ? id
            : throw new RequestException(StatusCodes.Status400BadRequest, "device.header", "X-Device is the UUID of a tablet.", Header);
    }

    bool IsDue((Guid, string) who)
    {
        var now = clock.GetUtcNow();
        if (noted.TryGetValue(who, out var last) && now - last < Between && now >= last)
            return false;
        if (noted.Count > ManyTablets)
            noted.Clear();
        noted[who] = now;
        return true;
    }
}
