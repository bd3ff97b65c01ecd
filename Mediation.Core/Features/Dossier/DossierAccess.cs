using Mediation.Core.Data;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>
/// Who opens a dossier (domain 12, 人民调解法 15(4)): the committee that hosted the case, and a reviewer's office that drew it. A matter in scope
/// whose case is another's is seen, its dossier is not.
/// </summary>
[Scoped]
public sealed class DossierAccess(CurrentUser user, DisputeStore disputes, SampleStore samples, AccessLog log, TimeProvider clock)
{
    public async Task<DisputeFile> File(Guid disputeId, CancellationToken ct) =>
        await disputes.Find(disputeId, ct) is { } dispute && DisputeSight.Includes(dispute.File, user.Account) ? dispute.File : throw new NotFoundException("The dispute");

    /// <summary>The case that is named, or the last one of this desk.</summary>
    public MediationCase Hosted(DisputeFile file, Guid? caseId)
    {
        if (caseId is { } named && file.Cases.All(c => c.Id != named))
            throw new NotFoundException("The case");
        var sight = new DisputeSight(file, user.Account);
        return file.Cases.LastOrDefault(c => (caseId is null || c.Id == caseId) && sight.Hosts(c))
            ?? throw new ForbiddenException("dossier.not-yours", "A dossier is opened by the committee that hosted its case.");
    }

    /// <summary>Of this desk, or of a case that was drawn.</summary>
    public async Task<Attachment> Attachment(DisputeFile file, Guid attachmentId, CancellationToken ct)
    {
        var attachment = file.Attachments.FirstOrDefault(a => a.Id == attachmentId) ?? throw new NotFoundException("The file");
        if (new DisputeSight(file, user.Account).Opens(attachment))
            return attachment;
        var drawn = user.Account.May(Domain.Access.Permission.ReviewDossiers) ? await samples.Drawn(user.Account.OrganisationId, file.Area.District.Value, file.Id, ct) : [];
        // A dossier whose archiving was undone is live again, and no reviewer's.
        return file.Cases.Where(c => drawn.Contains(c.Id) && c.Dossier is not null).Any(c => DossierMatter.FilesOf(file, c).Contains(attachment))
            ? attachment
            : throw new NotFoundException("The file");
    }

    /// <summary>Says who looked, in the transaction of the command; answered after it is on disk.</summary>
    public Task Log(DisputeFile file, string kind, string detail) => log.Add(new AccessRow
    {
        Id = Guid.CreateVersion7(), At = clock.GetUtcNow(), AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = kind,
        DistrictCode = file.Area.District.Value, DisputeId = file.Id, Detail = detail,
    });
}
