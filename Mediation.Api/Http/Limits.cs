using Mediation.Core.Data;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Mediation.Api.Http;

/// <summary>
/// What one client may take up, in one place: sizes of bodies and heads, how slow a line may be, how many connections there are, how much is taken on at
/// once, and how long the end of the service waits for what it has begun.
/// </summary>
static class Limits
{
    /// <summary>Of a JSON body.</summary>
    public const int Json = 1 << 20;

    /// <summary>Of a table of mediators, and of a Word template.</summary>
    public const int Table = 4 << 20;

    /// <summary>Of a file of areas.</summary>
    public const int Areas = 64 << 20;

    /// <summary>Of an old ledger.</summary>
    public const int Ledger = 64 << 20;

    /// <summary>Of an attachment, unless configured otherwise.</summary>
    public const long Attachment = 50 << 20;

    /// <summary>Of what the server still takes in when a body was refused, so that its sender hears the answer instead of a broken line.</summary>
    const int Refused = 16 << 20;

    /// <summary>In bytes a second: a line of a village at its worst is faster, somebody who keeps connections open on purpose is not.</summary>
    const double Slowest = 240;

    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var configured = builder.Configuration.GetSection("Limits");
        builder.Services.AddSingleton(new OverloadSettings(
            configured.GetValue("Reads", 64), configured.GetValue("WaitingReads", 1_000), configured.GetValue("WaitSeconds", 10), configured.GetValue("Writes", 4_096)));
        builder.WebHost.ConfigureKestrel(kestrel => Configure(kestrel, configured));
        // What was accepted is answered; nobody holds up the end for longer, and what the lane has taken is written after that.
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(configured.GetValue("DrainSeconds", 20)));
    }

    /// <summary>Lets an endpoint take more than a JSON body.</summary>
    public static TBuilder TakesUpTo<TBuilder>(this TBuilder endpoint, long bytes) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new BodyLimit(bytes));

    static void Configure(KestrelServerOptions kestrel, IConfiguration configured)
    {
        var grace = TimeSpan.FromSeconds(configured.GetValue("GraceSeconds", 10));
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = Refused;
        kestrel.Limits.MaxRequestHeaderCount = 64;
        kestrel.Limits.MaxRequestHeadersTotalSize = 16 << 10;
        kestrel.Limits.MaxRequestLineSize = 8 << 10;
        kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(configured.GetValue("HeadSeconds", 15));
        kestrel.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(configured.GetValue("IdleSeconds", 130));
        kestrel.Limits.MinRequestBodyDataRate = new MinDataRate(Slowest, grace);
        kestrel.Limits.MinResponseDataRate = new MinDataRate(Slowest, grace);
        kestrel.Limits.MaxConcurrentConnections = configured.GetValue("Connections", 10_000);
    }

    sealed record BodyLimit(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
}
