namespace Mediation.Api.Verbs;

/// <summary>Something the program does instead of serving.</summary>
abstract class Verb
{
    public abstract string Name { get; }

    /// <summary>How it is called, behind the program's name.</summary>
    public abstract string Usage { get; }

    /// <summary>One sentence for the table.</summary>
    public abstract string Does { get; }

    /// <summary>The options, and what has to be known of it.</summary>
    public abstract string Details { get; }

    public abstract string Example { get; }

    /// <summary>Which refusals there are, for the exit code 1.</summary>
    public virtual string Refuses => "refused; nothing was changed";

    public string Help =>
        $"""
        Mediation.Api {Usage}

        {Does}

        {Details}

        Exit codes: 0 done; 1 {Refuses}; 2 wrong use; 3 failed.
        Example:    Mediation.Api {Example}
        """;

    /// <summary>Answers the exit code.</summary>
    public abstract Task<int> Run(IReadOnlyList<string> options, CancellationToken ct);
}

static class ExitCode
{
    public const int Done = 0, Refused = 1, WrongUse = 2, Failed = 3;
}
