using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Operations;

/// <summary>Finds the folder of this database's files by the mark that the first start made; a verb makes none.</summary>
public sealed record OpenVault : IQuery<string>;

sealed class OpenVaultHandler(DbSession db, FileVault vault) : IQueryHandler<OpenVault, string>
{
    public async Task<string> Handle(OpenVault query, CancellationToken ct)
    {
        vault.Use(Convert.FromBase64String(
            await db.Find<string>("select value from secret where name = 'attachments'", ct: ct) ?? throw new RefusedException("This database was never started; there is nothing in it.")));
        return vault.Folder;
    }
}
