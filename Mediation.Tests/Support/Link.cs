using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Mediation.Tests.Support;

/// <summary>The line between a tablet and the server, which can be cut: while it is, connections break and no new one comes about.</summary>
sealed class Link : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly ConcurrentDictionary<TcpClient, byte> open = new();
    readonly CancellationTokenSource ending = new();
    readonly Uri server;
    readonly Task accepting;
    volatile bool cut;
    volatile bool swallowing;
    volatile string? awaited;

    public Link(Uri server)
    {
        this.server = server;
        listener.Start();
        // Browsers treat localhost as a secure place, as they do TLS: service workers and cryptography work.
        Address = new Uri($"http://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}");
        accepting = Task.Run(Accept);
    }

    public Uri Address { get; }

    public void Cut()
    {
        cut = true;
        foreach (var connection in open.Keys)
            connection.Dispose();
    }

    public void Mend() => (cut, swallowing, awaited) = (false, false, null);

    /// <summary>Requests still reach the server, and no answer comes back: the worst moment for a line to break.</summary>
    public void SwallowAnswers() => swallowing = true;

    /// <summary>The same from the request that begins so ("POST /api/sync/commands"): it arrives, its answer is lost, and then the line is cut.</summary>
    public void SwallowAnswerTo(string request) => awaited = request;

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        ending.Dispose();
    }

    async Task Accept()
    {
        while (!ending.IsCancellationRequested)
        {
            var coming = listener.AcceptTcpClientAsync(ending.Token).AsTask();
            await ((Task)coming).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (!coming.IsCompletedSuccessfully)
                return;
            var client = await coming;
            if (cut)
                client.Dispose();
            else
                _ = Task.Run(() => Carry(client));
        }
    }

    async Task Carry(TcpClient client)
    {
        using var there = new TcpClient();
        open[client] = open[there] = 0;
        // A broken line is what this is for.
        await CarryBothWays(client, there).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        open.TryRemove(client, out _);
        open.TryRemove(there, out _);
        client.Dispose();
    }

    async Task CarryBothWays(TcpClient client, TcpClient there)
    {
        await there.ConnectAsync(server.Host, server.Port, ending.Token);
        await Task.WhenAny(Copy(client, there, answers: false), Copy(there, client, answers: true));
    }

    async Task Copy(TcpClient from, TcpClient to, bool answers)
    {
        var buffer = new byte[16_384];
        int read;
        while ((read = await from.GetStream().ReadAsync(buffer, ending.Token)) > 0)
        {
            if (!answers && awaited is { } request && Encoding.Latin1.GetString(buffer, 0, read).Contains(request, StringComparison.Ordinal))
                swallowing = true;
            if (answers && swallowing)
            {
                Cut();
                return;
            }
            await to.GetStream().WriteAsync(buffer.AsMemory(0, read), ending.Token);
        }
    }
}
