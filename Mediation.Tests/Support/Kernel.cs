using System.ComponentModel;
using System.Runtime.InteropServices;

namespace Mediation.Tests.Support;

/// <summary>What the kernel does to a process, for root and for everybody else alike.</summary>
static class Kernel
{
    public const int Quit = 3, Kill = 9, Terminate = 15;

    const int FileSize = 1;
    const ulong Unlimited = ulong.MaxValue;

    public static void Signal(int process, int signal) => Require(SendSignal(process, signal));

    /// <summary>No file of the process grows beyond this many bytes; without a number it may again. To whoever writes that is a full disk.</summary>
    public static void LimitFiles(int process, ulong? bytes)
    {
        var limit = new Limit(bytes ?? Unlimited, Unlimited);
        Require(SetLimit(process, FileSize, ref limit, 0));
    }

    static void Require(int answer)
    {
        if (answer != 0)
            throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    static extern int SendSignal(int process, int signal);

    [DllImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    static extern int SetLimit(int process, int resource, ref Limit limit, nint before);

    [StructLayout(LayoutKind.Sequential)]
    readonly record struct Limit(ulong Soft, ulong Hard);
}
