using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Data;

/// <summary>Keeps beside a dispute's file what must be found across files: whose bytes are named, and which dossiers are archived.</summary>
[Scoped]
public sealed class DossierStore(DbSession db)
{
    /// <summary>Never renewed again, so the next sweep takes it.</summary>
    static readonly DateTimeOffset LongAgo = DateTimeOffset.UnixEpoch;

    /// <summary>What a step changed, in its own transaction.</summary>
    public async Task Follow(Dispute dispute)
    {
        var (before, after) = (dispute.Version == 0 ? null : dispute.Before, dispute.File);
        if (!ReferenceEquals(before?.Attachments, after.Attachments))
            await FollowFiles(before?.Attachments ?? [], after);
        if (!ReferenceEquals(before?.Cases, after.Cases))
            await FollowArchive(before?.Cases ?? [], after);
    }

    async Task FollowFiles(IReadOnlyList<Attachment> before, DisputeFile file)
    {
        var named = before.Where(a => a.ErasedOn is null).Select(a => a.Id).ToHashSet();
        foreach (var attachment in file.Attachments)
        {
            var key = new { District = file.Area.District.Value, attachment.Sha256, file.Id, Attachment = attachment.Id };
            if (attachment.ErasedOn is null && !named.Contains(attachment.Id))
                await db.Add(
                    "insert into content_use (district_code, sha256, dispute_id, attachment_id) values (@District, @Sha256, @Id, @Attachment) on conflict do nothing", key);
            else if (attachment.ErasedOn is not null && named.Contains(attachment.Id))
                await Unname(attachment.Sha256, key);
        }
    }

    /// <summary>Bytes that nobody else names are due for the next sweep.</summary>
    async Task Unname(string sha256, object key)
    {
        await db.Execute(
            "delete from content_use where district_code = @District and sha256 = @Sha256 and dispute_id = @Id and attachment_id = @Attachment", key);
        await db.Execute(
            "update content set kept_at = @LongAgo where sha256 = @sha256 and not exists (select 1 from content_use where content_use.sha256 = content.sha256)",
            new { LongAgo, sha256 });
    }

    async Task FollowArchive(IReadOnlyList<MediationCase> before, DisputeFile file)
    {
        var district = file.Area.District.Value;
        var known = before.Where(c => c.Dossier is not null).Select(c => c.Id).ToHashSet();
        var archived = file.Cases.Where(c => c.Dossier is not null).ToList();
        foreach (var of in archived.Where(c => !known.Contains(c.Id)))
            await db.Execute(
                """
                insert into dossier_archive (district_code, dispute_id, case_id, organisation_id, archived_on, term, ends_on)
                values (@district, @Id, @CaseId, @OrganisationId, @ArchivedOn, @Term, @EndsOn)
                """, new { district, file.Id, CaseId = of.Id, of.OrganisationId, of.Dossier!.ArchivedOn, of.Dossier.Term, of.Dossier.EndsOn });
        foreach (var gone in known.Except(archived.Select(c => c.Id)))
            await db.Execute(
                "delete from dossier_archive where district_code = @district and dispute_id = @Id and case_id = @gone", new { district, file.Id, gone });
    }
}
