using System.Diagnostics;

namespace Mediation.Tests.Support;

/// <summary>Runs PostgreSQL's own programs, each within a time limit and never as root, which they refuse.</summary>
static class PostgresTool
{
    public static string Run(ProcessStartInfo start, TimeSpan limit)
    {
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{start.FileName} did not end within {limit.TotalSeconds:0} s.");
        }
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{start.FileName} ended with {process.ExitCode}: {output.Result}{errors.Result}");
        return output.Result;
    }

    public static ProcessStartInfo Unprivileged(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder };
        if (Environment.IsPrivilegedProcess) start.UserName = "nobody";
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);     // PGDATA, PGPORT and the like would point at somebody's real server
        return start;
    }
}
