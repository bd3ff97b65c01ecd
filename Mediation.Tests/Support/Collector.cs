using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Mediation.Tests.Support;

/// <summary>Takes traces as a collector does, by HTTP, and keeps the bytes: names in them stand as they are.</summary>
sealed class Collector : IAsyncDisposable
{
    readonly ConcurrentQueue<byte[]> taken = new();
    readonly WebApplication app;

    Collector()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v1/traces", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            taken.Enqueue(body.ToArray());
            return Results.Bytes([], "application/x-protobuf");
        });
    }

    public string Address => app.Urls.First();

    public string Text => string.Concat(taken.Select(Encoding.UTF8.GetString));

    public static async Task<Collector> Start()
    {
        var collector = new Collector();
        await collector.app.StartAsync();
        return collector;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
