using Microsoft.Extensions.Logging;

namespace Mediation.Core.Data;

/// <summary>
/// What is known to be wrong with the database, for those who ask whether the service is ready. It heals by what succeeds; damage stays until the service
/// is started again on a sound database, and nothing is written meanwhile.
/// </summary>
public sealed class DatabaseCondition(ILogger<DatabaseCondition> log)
{
    DatabaseException? present;

    /// <summary>Null when nothing is.</summary>
    public DatabaseException? Present => Volatile.Read(ref present);

    /// <summary>Throws where a write would make damage worse.</summary>
    public void RequireSound()
    {
        if (Present is DatabaseCorruptException)
            throw new DatabaseCorruptException();
    }

    public void Note(DatabaseException trouble)
    {
        if (trouble is BusyException || Present is DatabaseCorruptException)
            return;
        if (Interlocked.Exchange(ref present, trouble)?.GetType() != trouble.GetType())
            log.LogError(trouble, "The database is in trouble: {Kind}", trouble.GetType().Name);
    }

    /// <summary>Something was read: it is there.</summary>
    public void NoteRead()
    {
        if (Present is DatabaseGoneException gone)
            Heal(gone);
    }

    /// <summary>Something was written: there is room, and it may be written to.</summary>
    public void NoteWritten()
    {
        if (Present is { } trouble and not DatabaseCorruptException)
            Heal(trouble);
    }

    void Heal(DatabaseException trouble)
    {
        if (Interlocked.CompareExchange(ref present, null, trouble) == trouble)
            log.LogWarning("The database is well again after {Kind}", trouble.GetType().Name);
    }
}
