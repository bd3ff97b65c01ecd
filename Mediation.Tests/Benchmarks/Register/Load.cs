using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Mediation.Benchmarks.Register;

/// <summary>
/// Clients of the service, as lean as they can be, because they run on the same cores: whole requests are made before the clock runs, and each client
/// has one socket, on which it sends the next one when the last answer is there to its end.
/// </summary>
sealed class Load(Uri address, IReadOnlyList<(string Cookie, IReadOnlyList<long> Areas)> people, Intakes intakes)
{
    /// <summary>How many a second are answered with 201, and each client's waits in milliseconds.</summary>
    public async Task<(double PerSecond, IReadOnlyList<double> Waits)> Run(int clients, int requests)
    {
        var each = Math.Max(1, requests / clients);
        var sockets = new Socket[clients];
        var work = new ReadOnlyMemory<byte>[clients][];
        for (var client = 0; client < clients; client++)
        {
            sockets[client] = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await sockets[client].ConnectAsync(address.Host, address.Port);
            work[client] = [.. Enumerable.Range(0, each).Select(at => Request(people[(client + at) % people.Count], client + at))];
        }
        var from = Stopwatch.GetTimestamp();
        var waits = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Client(sockets[client], work[client])));
        var seconds = Stopwatch.GetElapsedTime(from).TotalSeconds;
        foreach (var socket in sockets)
            socket.Dispose();
        return (clients * each / seconds, [.. waits.SelectMany(one => one)]);
    }

    ReadOnlyMemory<byte> Request((string Cookie, IReadOnlyList<long> Areas) person, int at)
    {
        var body = intakes.Next(person.Areas[at % person.Areas.Count]);
        var head = $"PUT /api/disputes/{Guid.CreateVersion7():D} HTTP/1.1\r\nHost: {address.Authority}\r\nCookie: {person.Cookie}\r\nX-CSRF: 1\r\n"
            + $"Content-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n";
        return (byte[])[.. Encoding.ASCII.GetBytes(head), .. body];
    }

    static async Task<double[]> Client(Socket socket, ReadOnlyMemory<byte>[] requests)
    {
        var waits = new double[requests.Length];
        var buffer = new byte[64 * 1024];
        for (var at = 0; at < requests.Length; at++)
        {
            var from = Stopwatch.GetTimestamp();
            await socket.SendAsync(requests[at]);
            var length = 0;
            do
            {
                var received = await socket.ReceiveAsync(buffer.AsMemory(length));
                if (received == 0)
                    throw new InvalidOperationException("The service closed the connection.");
                length += received;
            }
            while (!IsWhole(buffer.AsSpan(0, length)));
            waits[at] = Stopwatch.GetElapsedTime(from).TotalMilliseconds;
            if (!buffer.AsSpan(0, length).StartsWith("HTTP/1.1 201"u8))
                throw new InvalidOperationException(Encoding.UTF8.GetString(buffer, 0, length));
        }
        return waits;
    }

    /// <summary>An answer comes in chunks, the last of them empty, or says its length.</summary>
    static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        if (answer.EndsWith("\r\n0\r\n\r\n"u8))
            return true;
        var end = answer.IndexOf("\r\n\r\n"u8);
        var named = answer.IndexOf("Content-Length: "u8);
        return end > 0 && named > 0 && named < end
            && System.Buffers.Text.Utf8Parser.TryParse(answer[(named + 16)..], out int length, out _) && answer.Length >= end + 4 + length;
    }
}
