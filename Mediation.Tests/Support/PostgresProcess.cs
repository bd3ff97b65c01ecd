using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Mediation.Tests.Support;

/// <summary>A running PostgreSQL on a free port of 127.0.0.1, gone when disposed or when the test process dies.</summary>
sealed class PostgresProcess : IDisposable
{
    const string User = "mediation";
    static readonly TimeSpan StepLimit = TimeSpan.FromSeconds(60);

    /// <summary>The shell's standard input is our pipe: when the tests are killed it closes, and the server stops too.</summary>
    const string WhileInputIsOpen =
        """
        log=$1; shift
        exec 3<&0
        "$@" </dev/null >"$log" 2>&1 3<&- &
        server=$!
        (read -r closed <&3; kill -INT $server) >/dev/null 2>&1 &
        wait $server
        """;

    readonly PostgresFolder folder;
    readonly string[] settings;
    string programs = "";
    Process? shell;

    PostgresProcess(string? keptAt, string[] settings)
    {
        folder = new PostgresFolder(keptAt);
        this.settings = settings;
    }

    /// <summary>With data that are kept at a path, or of its own for as long as it runs; `settings` are PostgreSQL's, as name=value.</summary>
    public static PostgresProcess Start(PostgresInstallation installation, string? keptAt = null, params string[] settings)
    {
        var server = new PostgresProcess(keptAt, settings);
        var ready = false;
        try
        {
            server.programs = server.folder.Programs(installation);
            if (!Directory.Exists(server.folder.Data)) server.Initialise();
            server.Launch(attempts: 3);
            ready = true;
            return server;
        }
        finally
        {
            if (!ready) server.Dispose();
        }
    }

    /// <summary>A copy of this quiet server that streams its log, replays it and answers reads.</summary>
    public async Task<PostgresProcess> StartStandby()
    {
        var standby = new PostgresProcess(null, []) { programs = programs };
        await using (var connection = new NpgsqlConnection(ConnectionTo("postgres", poolSize: 1)))
        {
            await connection.OpenAsync();
            await using var begin = new NpgsqlCommand("select pg_backup_start('standby', true)", connection);
            await begin.ExecuteNonQueryAsync();
            PostgresTool.Run(PostgresTool.Unprivileged("/bin/cp", folder.Path, "-a", folder.Data, standby.folder.Data), StepLimit);
            await using var end = new NpgsqlCommand("select labelfile from pg_backup_stop()", connection);
            standby.folder.Write("backup_label", (string)(await end.ExecuteScalarAsync())!);
        }
        File.Delete(Path.Combine(standby.folder.Data, "postmaster.pid"));
        standby.folder.Write("standby.signal", "");
        await File.AppendAllTextAsync(Path.Combine(standby.folder.Data, "postgresql.auto.conf"), $"primary_conninfo = 'host=127.0.0.1 port={Port} user={User}'\n");
        standby.Launch(attempts: 3);
        return standby;
    }

    public int Port { get; private set; }

    public string ConnectionTo(string database, int poolSize = 40) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Username = User,
        Database = database,
        MaxPoolSize = poolSize,
    }.ConnectionString;

    /// <summary>It stops at once, without a word to its clients and without tidying up, as when somebody pulls the plug.</summary>
    public void Crash()
    {
        var leader = File.ReadLines(Path.Combine(folder.Data, "postmaster.pid")).First();
        Kernel.Signal(int.Parse(leader, CultureInfo.InvariantCulture), Kernel.Quit);
        Stop();
    }

    /// <summary>Starts again where it was, after a crash.</summary>
    public void Resume()
    {
        Run();
        if (!IsReadyInTime()) throw new InvalidOperationException($"PostgreSQL did not start again: {LogText}");
    }

    /// <summary>One file of its data, to be spoiled while it does not run.</summary>
    public string FileOf(string relation) => Path.Combine(folder.Data, relation);

    public void Dispose()
    {
        Stop();
        folder.Dispose();
    }

    void Initialise() => PostgresTool.Run(
        PostgresTool.Unprivileged(Path.Combine(programs, "initdb"), folder.Path,
            "-D", folder.Data, "--username", User, "--auth=trust", "--locale=C", "--encoding=UTF8", "--no-sync"),
        StepLimit);

    /// <summary>Another process may take the free port before the server does: then it is tried with another.</summary>
    void Launch(int attempts)
    {
        Port = FreePort();
        Run();
        if (IsReadyInTime()) return;

        Stop();
        if (attempts == 1) throw new InvalidOperationException($"PostgreSQL did not start: {LogText}");
        Launch(attempts - 1);
    }

    void Run()
    {
        // That of the last run on kept data says already that it is ready.
        File.Delete(folder.Log);
        var start = PostgresTool.Unprivileged("/bin/sh", folder.Path, "-c", WhileInputIsOpen, "sh", folder.Log,
            Path.Combine(programs, "postgres"), "-D", folder.Data, "-p", $"{Port}", "-c", "listen_addresses=127.0.0.1",
            "-c", "unix_socket_directories=", "-c", "max_connections=300", "-c", "fsync=off", "-c", "full_page_writes=off");
        foreach (var setting in settings)
        {
            start.ArgumentList.Add("-c");
            start.ArgumentList.Add(setting);
        }
        start.RedirectStandardInput = true;
        shell = Process.Start(start)!;
    }

    bool IsReadyInTime()
    {
        var waiting = Stopwatch.StartNew();
        while (!LogText.Contains("ready to accept connections", StringComparison.Ordinal) && !LogText.Contains("ready to accept read-only connections", StringComparison.Ordinal))
            if (shell!.WaitForExit(TimeSpan.FromMilliseconds(20)) || waiting.Elapsed > StepLimit)
                return false;
        return true;
    }

    public string LogText => File.Exists(folder.Log) ? File.ReadAllText(folder.Log) : "";

    void Stop()
    {
        if (shell is null) return;
        shell.StandardInput.Close();
        if (!shell.WaitForExit(StepLimit)) shell.Kill(entireProcessTree: true);
        shell.Dispose();
        shell = null;
    }

    static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
