using System.Diagnostics;
using System.Text;

namespace Mediation.Tests.Support;

/// <summary>The real executable in a process of its own, which can be killed like any other.</summary>
sealed partial class ApiProcess : IDisposable
{
    const string Listening = "Now listening on: ";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>A file that grows beyond its limit is a failing write, as on a full disk, and not a signal.</summary>
    const string WithoutSignal = "trap '' XFSZ; exec \"$@\"";

    readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // Empty, because the host watches the folder it was started in with all that lies below.
    readonly string folder = Directory.CreateTempSubdirectory("mediation-run-").FullName;
    readonly StringBuilder output = new();
    readonly Process process;

    ApiProcess(string connectionString, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Mediation.Api.dll");
        process = new Process
        {
            StartInfo = new ProcessStartInfo("/bin/sh", ["-c", WithoutSignal, "sh", Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", program, "--urls", "http://127.0.0.1:0"])
            {
                RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder,
                Environment =
                {
                    ["ASPNETCORE_ENVIRONMENT"] = "Development", ["ConnectionStrings__Mediation"] = connectionString, ["MEDIATION_SEED"] = "base",
                    ["SignIn__TriesPerMinute"] = "1000",
                },
            },
            EnableRaisingEvents = true,
        };
        foreach (var (key, value) in settings)
            process.StartInfo.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        process.OutputDataReceived += (_, line) => Read(line.Data);
        process.ErrorDataReceived += (_, line) => Read(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The service ended at start: {Output}"));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public int Id => process.Id;

    /// <summary>All that it has said.</summary>
    public string Output
    {
        get
        {
            lock (output)
                return output.ToString();
        }
    }

    public static async Task<(ApiProcess Service, Uri Address)> Start(string connectionString, params IEnumerable<KeyValuePair<string, string>> settings)
    {
        var service = new ApiProcess(connectionString, settings);
        return (service, await service.address.Task.WaitAsync(Patience));
    }

    /// <summary>A start that is meant to end by itself.</summary>
    public static async Task<(int Code, string Said)> StartInVain(string connectionString, params IEnumerable<KeyValuePair<string, string>> settings)
    {
        using var service = new ApiProcess(connectionString, settings);
        return (await service.End(), service.Output);
    }

    /// <summary>What it has used of the processors.</summary>
    public TimeSpan Worked
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>SIGKILL: nothing of the process runs any more, no handler, no flush.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit(Patience);
    }

    /// <summary>The process as the machine sees it: what it takes of processor and memory.</summary>
    public Process Measured() => Process.GetProcessById(process.Id);

    /// <summary>SIGTERM, as a system does that stops its services.</summary>
    public void Terminate() => Kernel.Signal(process.Id, Kernel.Terminate);

    /// <summary>The exit code, when it has ended.</summary>
    public async Task<int> End()
    {
        await process.WaitForExitAsync().WaitAsync(Patience);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    void Read(string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.AppendLine(line);
        // It may stand inside a line of JSON.
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            address.TrySetResult(new Uri(line[(at + Listening.Length)..].Split('"')[0]));
    }
}
