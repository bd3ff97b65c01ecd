using System.Net;
using System.Net.Sockets;

namespace Mediation.Benchmarks.Start;

/// <summary>Free ports, and who listens there.</summary>
static class Ports
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Without an exception for every try: a connection that is refused says so by its state.</summary>
    public static async Task<bool> Listens(int port)
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        using var args = new SocketAsyncEventArgs { RemoteEndPoint = new IPEndPoint(IPAddress.Loopback, port) };
        var done = new TaskCompletionSource();
        args.Completed += (_, _) => done.TrySetResult();
        if (socket.ConnectAsync(args))
            await done.Task;
        return args.SocketError == SocketError.Success;
    }
}
