using Microsoft.AspNetCore.HttpOverrides;

namespace Mediation.Api.Http;

/// <summary>
/// Behind a proxy the caller's address and whether he came by TLS stand in X-Forwarded-For and X-Forwarded-Proto. Anybody can write them, so they count
/// only from the addresses that `Proxy:Trusted` names (127.0.0.1, 10.0.0.0/8); without it nobody is believed.
/// </summary>
static class TrustedProxies
{
    public static void UseTrustedProxies(this WebApplication app)
    {
        if (app.Configuration["Proxy:Trusted"] is not { Length: > 0 } trusted)
            return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var name in trusted.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries))
            if (name.Contains('/'))
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(name));
            else
                options.KnownProxies.Add(System.Net.IPAddress.Parse(name));
        app.UseForwardedHeaders(options);
    }
}
