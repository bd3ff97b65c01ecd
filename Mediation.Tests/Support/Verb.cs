using System.Diagnostics;

namespace Mediation.Tests.Support;

/// <summary>The real executable with a verb, in a process of its own that may be killed.</summary>
sealed class Verb : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    readonly Process process;
    readonly Task<string> output, errors;

    Verb(string connectionString, IEnumerable<KeyValuePair<string, string>> settings, string typed, string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(AppContext.BaseDirectory, "Mediation.Api.dll"), .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            // Not that of the tests: the host looks through the folder it was started in.
            WorkingDirectory = Empty.FullName,
            Environment = { ["ConnectionStrings__Mediation"] = connectionString, ["ASPNETCORE_ENVIRONMENT"] = "Production" },
        };
        foreach (var (key, value) in settings)
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        process = Process.Start(start)!;
        (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        process.StandardInput.WriteLine(typed);
        process.StandardInput.Close();
    }

    static DirectoryInfo Empty { get; } = Directory.CreateTempSubdirectory("mediation-verbs-");

    public static Verb Start(string connectionString, IEnumerable<KeyValuePair<string, string>> settings, params string[] arguments) =>
        new(connectionString, settings, "", arguments);

    public static Task<(int Code, string Said)> Run(string connectionString, params string[] arguments) => Run(connectionString, [], arguments);

    public static async Task<(int Code, string Said)> Run(string connectionString, IEnumerable<KeyValuePair<string, string>> settings, params string[] arguments)
    {
        using var verb = Start(connectionString, settings, arguments);
        return await verb.Ended();
    }

    public static async Task<(int Code, string Said)> RunTyped(string connectionString, string typed, params string[] arguments)
    {
        using var verb = new Verb(connectionString, [], typed, arguments);
        return await verb.Ended();
    }

    public async Task<(int Code, string Said)> Ended()
    {
        await process.WaitForExitAsync(new CancellationTokenSource(Patience).Token);
        return (process.ExitCode, await output + await errors);
    }

    /// <summary>SIGKILL after a while; false when it had ended by itself before.</summary>
    public async Task<bool> KillAfter(TimeSpan after)
    {
        await Task.WhenAny(process.WaitForExitAsync(), Task.Delay(after));
        if (process.HasExited)
            return false;
        process.Kill();
        await process.WaitForExitAsync();
        return true;
    }

    /// <summary>SIGKILL as soon as something can be seen; false when it had ended by itself before.</summary>
    public async Task<bool> KillWhen(Func<Task<bool>> seen)
    {
        while (!process.HasExited && !await seen())
            await Task.Delay(5);
        return await KillAfter(TimeSpan.Zero);
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }
}
