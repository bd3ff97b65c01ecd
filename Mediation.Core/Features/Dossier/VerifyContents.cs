using System.Security.Cryptography;
using Mediation.Core.Data;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>Reads every file that a dossier names and holds it against its digest, for the operator's verb.</summary>
public sealed record VerifyContents(TellProgress Tell) : IQuery<CheckOutcome>;

sealed class VerifyContentsHandler(DbSession db, FileVault vault) : IQueryHandler<VerifyContents, CheckOutcome>
{
    const int Slice = 1_000;

    public async Task<CheckOutcome> Handle(VerifyContents query, CancellationToken ct)
    {
        var count = new CheckCount("attachments", await db.Find<long>("select count(distinct sha256) from content_use", ct: ct), query.Tell);
        for (var after = ""; ;)
        {
            var slice = await db.Query<string>("select distinct sha256 from content_use where sha256 > @after order by sha256 limit @Slice", new { after, Slice }, ct);
            foreach (var sha256 in slice)
            {
                if (await Fault(sha256, ct) is { } fault)
                    count.Fault(fault);
                count.Look();
            }
            if (slice.Count < Slice)
                return count.Outcome;
            after = slice[^1];
        }
    }

    async Task<string?> Fault(string sha256, CancellationToken ct)
    {
        // A file of a running service may be lawfully erased between the list and the look.
        if (!vault.Has(sha256))
            return await db.Find<long?>("select 1 from content_use where sha256 = @sha256 limit 1", new { sha256 }, ct) is null ? null : $"{sha256} is not there";
        await using var bytes = vault.Open(sha256);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(bytes, ct)) == sha256 ? null : $"{sha256} holds other bytes";
    }
}
