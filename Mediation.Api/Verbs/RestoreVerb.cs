using System.Globalization;
using Mediation.Core.Data;
using Mediation.Core.Data.Backup;
using Mediation.Core.Features.Disputes;
using Mediation.Core.Features.Operations;

namespace Mediation.Api.Verbs;

sealed class RestoreVerb : Verb
{
    public override string Name => "restore";

    public override string Usage => "restore FILE [--without-erasures]";

    public override string Does => "Puts a backup back where no database is, erases anew what was lawfully erased since, and verifies it.";

    public override string Details =>
        """
        FILE                 what the verb backup wrote, on the same engine; every checksum is read before anything is touched
        --without-erasures   go on without the register of erasures (folder erasures beside the attachments, or Erasures:Folder):
                             what was erased after the backup comes back then
        Database and attachments are laid beside their places and take them at the end; ended before, nothing is there. Everybody is
        signed out, and tablets whose cursor is newer than the backup pull everything again.
        """;

    public override string Refuses => "refused and nothing changed, or restored and something is wrong in it, which is named";

    public override string Example => "restore /srv/backup/mediation-2026-12-01.zip";

    public override async Task<int> Run(IReadOnlyList<string> options, CancellationToken ct)
    {
        var said = VerbOptions.Read(options, [], ["--without-erasures"], words: 1);
        var (progress, applied) = (new VerbProgress(), 0);
        await using var place = VerbHost.Look();
        await using (var restoration = await Restoration.Open(place.ConnectionString, said.Words[0], ct))
        {
            if (!said.Has("--without-erasures"))
                restoration.RequireRegister(place.Services.GetRequiredService<FileVault>(), place.Services.GetRequiredService<ErasureRegister>());
            await restoration.Load(progress.Tell, ct);
            FileVault vault;
            await using (var beside = VerbHost.Open(restoration.ConnectionString))
            {
                vault = await beside.Vault();
                applied = await PutRight(beside, ct);
                await restoration.Unpack(vault, progress.Tell, ct);
            }
            await restoration.Switch(vault, ct);
            progress.End();
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"Restored as of {restoration.Manifest.TakenAt:yyyy-MM-dd HH:mm:ss}Z; {applied} erasures were carried out anew."));
        }
        return await VerifyVerb.Verify(place, ct);
    }

    static async Task<int> PutRight(VerbHost beside, CancellationToken ct)
    {
        var applied = 0;
        foreach (var erasure in await beside.Services.GetRequiredService<ErasureRegister>().Read(ct))
            applied += await beside.Ask(sender => sender.Send(new ApplyErasure(erasure), ct)) ? 1 : 0;
        await beside.Ask(sender => sender.Send(new SettleRestored(), ct));
        return applied;
    }
}
