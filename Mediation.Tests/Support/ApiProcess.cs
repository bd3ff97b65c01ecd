using System.Diagnostics;
using System.Net;
using System.Text;

namespace Mediation.Tests.Support;

/// <summary>The real executable in a process of its own, which can be killed like any other.</summary>
sealed class ApiProcess : IDisposable
{
    const string Listening = "Now listening on: ";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

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

    /// <summary>A client of a demo user, with the headers and cookies of a browser.</summary>
    public static async Task<HttpClient> SignIn(Uri address, string user)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, DefaultRequestHeaders = { { "X-CSRF", "1" } } };
        (await client.Post("/api/session", new { userName = user, password = ApiServer.Password })).Expect(HttpStatusCode.OK);
        return client;
    }

    /// <summary>SIGKILL: nothing of the process runs any more, no handler, no flush.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit(Patience);
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
