using System.Diagnostics;
using Npgsql;

namespace Mediation.Core.Data;

/// <summary>One process migrates at a time; a second one waits and then finds nothing to do.</summary>
static class MigrationLock
{
    const long ServerKey = 0x4D656469;
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public static IDisposable OfFile(string path)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException taken) when (FileVault.IsTaken(taken) && waited.Elapsed < Patience)
            {
                Thread.SpinWait(100_000);
            }
        }
    }

    public static IDisposable OfServer(NpgsqlDataSource source)
    {
        var connection = source.OpenConnection();
        using var command = connection.CreateCommand();
        command.CommandText = $"select pg_advisory_lock({ServerKey})";
        command.CommandTimeout = (int)Patience.TotalSeconds;
        command.ExecuteNonQuery();
        return new ServerTurn(connection);
    }

    sealed class ServerTurn(NpgsqlConnection connection) : IDisposable
    {
        public void Dispose()
        {
            using (var command = connection.CreateCommand())
            {
                command.CommandText = $"select pg_advisory_unlock({ServerKey})";
                command.ExecuteNonQuery();
            }
            connection.Dispose();
        }
    }
}
