namespace Mediation.Api.Verbs;

/// <summary>Only its help is here: Program.cs serves.</summary>
sealed class ServeVerb : Verb
{
    public const string Word = "serve";

    public override string Name => Word;

    public override string Usage => "serve [--urls ADDRESSES] [--KEY VALUE]...";

    public override string Does => "Serves the API and the browser client; the default.";

    public override string Details =>
        """
        --urls ADDRESSES   where to listen, http://localhost:5000 by default
        --KEY VALUE        any key of the configuration, as --Attachments:Folder /srv/files
        The schema brings itself up to date at start. SIGTERM ends it when the requests and the waiting writes are answered.
        """;

    public override string Refuses => "unused";

    public override string Example => "serve --urls http://127.0.0.1:8080";

    public override Task<int> Run(IReadOnlyList<string> options, CancellationToken ct) => throw new InvalidOperationException("The server is not started by its verb.");
}
