using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;

namespace Mediation.Api.Http;

/// <summary>
/// Opens each sign-in ticket once a minute: a tablet sends the same one with every request, and opening it costs more than most of what follows. Whether
/// it is still valid, and for whom, is asked with each request as before.
/// </summary>
sealed class RememberedTickets(ISecureDataFormat<AuthenticationTicket> inner, TimeProvider clock) : ISecureDataFormat<AuthenticationTicket>
{
    const int Most = 10_000;

    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    readonly ConcurrentDictionary<string, Opened> opened = new(StringComparer.Ordinal);

    public string Protect(AuthenticationTicket data) => inner.Protect(data);

    public string Protect(AuthenticationTicket data, string? purpose) => inner.Protect(data, purpose);

    public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, null);

    public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
    {
        if (protectedText is null)
            return null;
        var (key, now) = ($"{purpose} {protectedText}", clock.GetUtcNow());
        if (opened.TryGetValue(key, out var known) && now - known.At < Fresh && now >= known.At)
            return known.Ticket;
        if (inner.Unprotect(protectedText, purpose) is not { } ticket)
            return null;
        if (opened.Count >= Most)
            opened.Clear();
        opened[key] = new Opened(ticket, now);
        return ticket;
    }

    sealed record Opened(AuthenticationTicket Ticket, DateTimeOffset At);
}
