using System.Globalization;
using Mediation.Core.Features.Operations;

namespace Mediation.Api.Verbs;

sealed class BackupVerb : Verb
{
    public override string Name => "backup";

    public override string Usage => "backup FILE [--force]";

    public override string Does => "Writes database and attachments, as they are at one moment, into one archive while the service goes on.";

    public override string Details =>
        """
        FILE      where to; it gets its name when it is whole and on disk, and holds a checksum of every part
        --force   write over a file that is there
        Beside FILE there must be room for a second copy of a SQLite database while it runs. Everything that was acknowledged before
        it began is in it. Keep it as safe as the database: it holds personal data, and the keys of the sessions.
        """;

    public override string Refuses => "refused, or attachments are missing or damaged (the rest is in FILE)";

    public override string Example => "backup /srv/backup/mediation-2026-12-01.zip";

    public override async Task<int> Run(IReadOnlyList<string> options, CancellationToken ct)
    {
        var said = VerbOptions.Read(options, [], ["--force"], words: 1);
        await using var host = VerbHost.Look();
        var progress = new VerbProgress();
        var written = await host.Ask(sender => sender.Send(new WriteBackup(host.ConnectionString, said.Words[0], said.Has("--force"), progress.Tell), ct));
        progress.End();
        var told = string.Create(CultureInfo.InvariantCulture, $"{said.Words[0]}: {written.Rows:N0} rows and {written.Contents:N0} files as of {written.TakenAt:yyyy-MM-dd HH:mm:ss}Z.");
        return written.Damaged.Count == 0
            ? VerbTable.Say(told)
            : VerbTable.Complain(ExitCode.Refused, $"{told}\n{written.Damaged.Count} attachments are not there or hold other bytes: {string.Join(' ', written.Damaged.Take(10))}");
    }
}
