namespace Mediation.Core.Data;

/// <summary>The database cannot do it at this moment. Each kind has a name of its own, by which the failure table answers.</summary>
public abstract class DatabaseException(string message, Exception? cause) : Exception(message, cause);

/// <summary>More is waiting than is taken at once, or somebody else holds the lock; the client may try again shortly.</summary>
public sealed class BusyException(Exception? cause = null) : DatabaseException("The service is busy; please try again in a moment.", cause);

/// <summary>The server does not answer, the file is not in its place, or its disk fails.</summary>
public sealed class DatabaseGoneException(Exception? cause = null) : DatabaseException("The database does not answer; please try again in a moment.", cause);

/// <summary>It may be read and not be written to.</summary>
public sealed class DatabaseReadOnlyException(Exception? cause = null) : DatabaseException("The database can only be read at this time; nothing can be recorded.", cause);

/// <summary>There is no room to write.</summary>
public sealed class DatabaseFullException(Exception? cause = null) : DatabaseException("The disk of the database is full; nothing more can be recorded.", cause);

/// <summary>Its content is damaged. It is not written to any more: a backup has to be put in its place.</summary>
public sealed class DatabaseCorruptException(Exception? cause = null) : DatabaseException("The database is damaged; nothing can be recorded until it is repaired.", cause);

/// <summary>A file of another program: it is not written to.</summary>
public sealed class ForeignDatabaseException() : DatabaseException("The file holds the tables of another program.", null);
