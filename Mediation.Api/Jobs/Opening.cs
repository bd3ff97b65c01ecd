using Mediation.Api.Http;
using Mediation.Core.Data;

namespace Mediation.Api.Jobs;

/// <summary>Opens the database before anything listens. What it cannot be opened for is told in a sentence, with an exit code for whoever started the service.</summary>
static class Opening
{
    const int Failed = 3;

    public static async Task<bool> Opened(this WebApplication app)
    {
        if (OpenApiBuild.IsRunning)
            return true;
        try
        {
            await app.Services.GetRequiredService<StartUp>().Open(CancellationToken.None);
            return true;
        }
        catch (Exception failure) when (Sentence(failure) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            Environment.ExitCode = Failed;
            await app.DisposeAsync();
            return false;
        }
    }

    // Anything else is a bug, and its trace is wanted.
    static string? Sentence(Exception failure) => failure switch
    {
        _ when DatabaseTrouble.Of(failure) is { } trouble => $"The service does not start. {Advice(trouble)}{Cause(trouble)}",
        IOException or UnauthorizedAccessException or TimeoutException => $"The service does not start: {failure.Message}",
        ArgumentException or FormatException => $"The service does not start, for ConnectionStrings:Mediation is not understood: {failure.Message}",
        _ => null,
    };

    static string Advice(DatabaseException trouble) => trouble switch
    {
        DatabaseCorruptException => "The database is damaged, or its file is none; put a backup in its place.",
        ForeignDatabaseException => "The file that ConnectionStrings:Mediation names holds the tables of another program; name another one.",
        DatabaseReadOnlyException => "The database may only be read; give the service the right to write to the file and its folder.",
        DatabaseFullException => "The disk of the database is full.",
        DatabaseGoneException => "The database does not answer, or its file cannot be opened.",
        _ => "Another process holds the database.",
    };

    static string Cause(DatabaseException trouble) => trouble.InnerException is { } cause ? $" ({cause.Message})" : "";
}
