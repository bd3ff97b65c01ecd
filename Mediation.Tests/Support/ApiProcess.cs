using System.Diagnostics;

namespace Mediation.Tests.Support;

/// <summary>The real executable in a process of its own, which can be killed like any other.</summary>
sealed class ApiProcess : IDisposable
{
    const string Listening = "Now listening on: ";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    // Empty, because the host watches the folder it was started in with all that lies below.
    readonly string folder = Directory.CreateTempSubdirectory("mediation-run-").FullName;
    readonly Process process;

    ApiProcess(string connectionString, IEnumerable<KeyValuePair<string, string>> settings)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Mediation.Api.dll");
        process = new Process
        {
            StartInfo = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [program, "--urls", "http://127.0.0.1:0"])
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

    string Output { get; set; } = "";

    public static async Task<(ApiProcess Service, Uri Address)> Start(string connectionString, params IEnumerable<KeyValuePair<string, string>> settings)
    {
        var service = new ApiProcess(connectionString, settings);
        return (service, await service.address.Task.WaitAsync(Patience));
    }

    /// <summary>SIGKILL: nothing of the process runs any more, no handler, no flush.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit(Patience);
    }

    /// <summary>The process as the machine sees it: what it takes of processor and memory.</summary>
    public Process Measured() => Process.GetProcessById(process.Id);

    public void Dispose()
    {
        if (!process.HasExited)
            Kill();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    void Read(string? line)
    {
        if (line is null || address.Task.IsCompleted)
            return;
        Output += line + '\n';
        if (line.IndexOf(Listening, StringComparison.Ordinal) is >= 0 and var at)
            address.TrySetResult(new Uri(line[(at + Listening.Length)..]));
    }
}
