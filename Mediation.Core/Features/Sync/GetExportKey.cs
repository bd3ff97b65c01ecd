using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Sync;

/// <summary>The public key of one's town, with which a tablet closes a file of unsent work; kept on the tablet for when there is no network.</summary>
[Needs(Permission.SignedIn)]
public sealed record GetExportKey : ICommand<ExportKey>;

public sealed record ExportKey(string KeyId, string Algorithm, EcKey PublicKey);

sealed class GetExportKeyHandler(CurrentUser user, ExportStore exports) : ICommandHandler<GetExportKey, ExportKey>
{
    const string Algorithm = "ECDH-P256+HKDF-SHA256+A256GCM";

    public async Task<ExportKey> Handle(GetExportKey command, CancellationToken ct)
    {
        var key = ExportKeys.PublicOf(await exports.Key(TownOf(user.Account), ExportKeys.Make));
        return new ExportKey(ExportKeys.IdOf(key), Algorithm, key);
    }

    /// <summary>What lies above a town has a key of its own.</summary>
    public static AreaCode TownOf(Account account) => account.Area.Level == AreaLevel.Village ? account.Area.Town : account.Area;
}
