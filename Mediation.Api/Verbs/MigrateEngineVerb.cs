using Mediation.Core.Data;
using Mediation.Core.Data.Backup;

namespace Mediation.Api.Verbs;

sealed class MigrateEngineVerb : Verb
{
    public override string Name => "migrate-engine";

    public override string Usage => "migrate-engine --from \"Data Source=...\" --to \"Host=...\" [--from-attachments FOLDER] [--attachments FOLDER]";

    public override string Does => "Copies an installation from SQLite to an empty PostgreSQL database, and verifies it before it says done.";

    public override string Details =>
        """
        --from               the SQLite file, whose service is stopped; it is held while it is read, and stays as it is
        --to                 an empty database; the tables appear in it in one step at the end
        --from-attachments   where the files lie now; Attachments:Folder or the folder beside the SQLite file by default
        --attachments        where they shall lie; Attachments:Folder by default
        Ended at any moment, the same command goes on where it was; if the source was written to meanwhile, it begins anew.
        """;

    public override string Refuses => "refused, or the copy is not what the source is, which is named; the target is still empty then";

    public override string Example => "migrate-engine --from \"Data Source=/srv/mediation/mediation.db\" --to \"Host=db;Database=mediation;Username=mediation\"";

    public override async Task<int> Run(IReadOnlyList<string> options, CancellationToken ct)
    {
        var said = VerbOptions.Read(options, ["--from", "--to", "--from-attachments", "--attachments"], []);
        var (from, to) = (said.Required("--from", "the source"), said.Required("--to", "the target"));
        using var copy = await EngineCopy.Begin(from, to, ct);
        if (copy.IsDone)
            return VerbTable.Say("This installation was copied there before, whole. Nothing was done.");
        var progress = new VerbProgress();
        if (copy.Resumed > 0)
            Console.Error.WriteLine($"It goes on behind {copy.Resumed} rows.");
        await copy.Copy(progress.Tell, ct);
        await using var host = VerbHost.Look(copy.ConnectionString, said["--attachments"]);
        var missing = await new FileCopy(await host.Vault()).Bring(
            said["--from-attachments"] ?? host.Configuration["Attachments:Folder"] ?? FileVault.Beside(from), copy.Contents(), progress.Tell, ct);
        progress.End();
        foreach (var sha256 in missing.Take(CheckOutcome.Shown))
            Console.Error.WriteLine($"{sha256} was not found");
        if (await VerifyVerb.Verify(host, ct) is not ExitCode.Done and var code)
            return code;
        await copy.Switch(ct);
        return VerbTable.Say("Done. Start the service with the new connection string; the SQLite file was not changed.");
    }
}
