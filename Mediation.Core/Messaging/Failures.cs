namespace Mediation.Core.Messaging;

/// <summary>Nobody is signed in.</summary>
public sealed class NotSignedInException() : Exception("Please sign in.");

/// <summary>The role does not allow it.</summary>
public sealed class ForbiddenException(string code, string message) : Exception(message)
{
    public string Code => code;
}

/// <summary>There is no such thing, or it lies out of scope, which is told alike.</summary>
public sealed class NotFoundException(string what, string code = "not-found") : Exception($"{what} was not found.")
{
    public string Code => code;
}

/// <summary>The base version is not the present one; the present state comes along and a person or client decides.</summary>
public sealed class StaleException(string code, object current) : Exception("It was changed in the meantime; please look at the current state.")
{
    public string Code => code;

    public object Current => current;
}

/// <summary>A known id with other content, or one that is taken elsewhere.</summary>
public sealed class ConflictException(string code, string message) : Exception(message)
{
    public string Code => code;
}

/// <summary>Rows of an import that were refused; nothing of the file was taken.</summary>
public sealed class ImportException(IReadOnlyList<ImportFault> rows) : Exception($"{rows.Count} rows were refused; nothing was taken.")
{
    public IReadOnlyList<ImportFault> Rows => rows;
}

/// <summary>One fault of an import: the line in the file (the header is line 1), its field, and why.</summary>
public sealed record ImportFault(int Line, string Field, string Code);

/// <summary>It was here, and its time is over.</summary>
public sealed class GoneException(string what, string code = "gone") : Exception($"{what} has expired.")
{
    public string Code => code;
}

/// <summary>Somebody else is writing to it at this moment.</summary>
public sealed class LockedException(string what) : Exception($"{what} is being written to; try again.");

/// <summary>Larger than is taken here.</summary>
public sealed class TooLargeException(long bytes) : Exception($"At most {bytes} bytes are taken.");

/// <summary>The bytes are not those that were announced.</summary>
public sealed class ChecksumException(string message) : Exception(message);
