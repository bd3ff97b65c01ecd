using System.Net.Sockets;
using System.Text;

namespace Mediation.Tests.Faults;

/// <summary>A client that keeps to no manners: it says what it is told, as slowly as it likes, and need not read.</summary>
sealed class RawClient : IDisposable
{
    readonly Socket socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4_096, NoDelay = true };

    public static async Task<RawClient> Connect(Uri address)
    {
        var client = new RawClient();
        await client.socket.ConnectAsync(address.Host, address.Port);
        return client;
    }

    public async Task Send(string text) => await socket.SendAsync(Encoding.ASCII.GetBytes(text));

    /// <summary>One byte after the other until the other side will have no more of it.</summary>
    public async Task Trickle(TimeSpan between, CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            await Task.Delay(between, CancellationToken.None);
            try
            {
                await socket.SendAsync(" "u8.ToArray());
            }
            catch (SocketException)
            {
                return;
            }
        }
    }

    /// <summary>Reads what comes until the other side closes; null when it did not in time.</summary>
    public async Task<string?> ReadToEnd(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        var (text, buffer) = (new StringBuilder(), new byte[16_384]);
        try
        {
            while (await socket.ReceiveAsync(buffer, limit.Token) is > 0 and var count)
                text.Append(Encoding.Latin1.GetString(buffer, 0, count));
            return text.ToString();
        }
        catch (SocketException)
        {
            return text.ToString();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public void Dispose() => socket.Dispose();
}
