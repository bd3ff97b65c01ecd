namespace Mediation.Core.Data.Backup;

/// <summary>A database beside the one that is wanted. It takes its place in one step when it is whole; until then the place stays empty.</summary>
abstract class Staging
{
    public abstract string Engine { get; }

    /// <summary>Of the database beside.</summary>
    public abstract string ConnectionString { get; }

    public static Staging Beside(string connectionString)
    {
        TypeHandlers.Register();
        return Engines.IsPostgres(connectionString) ? new PostgresStaging(connectionString) : new SqliteStaging(connectionString);
    }

    /// <summary>Refuses a place where something is.</summary>
    public abstract Task RequireEmpty(CancellationToken ct);

    /// <summary>Takes away what an interrupted run left beside it.</summary>
    public abstract Task Clear(CancellationToken ct);

    public abstract Task Load(BackupReader archive, TellProgress tell, CancellationToken ct);

    public abstract Task Switch(CancellationToken ct);
}
