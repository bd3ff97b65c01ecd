using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Mediators;

/// <summary>Shows what lies on a mediator's desk, with names and subjects only for those who may read the matter.</summary>
[Scoped]
sealed class DeskReader(MediatorStore mediators, DisputeStore disputes, CurrentUser user, TimeProvider clock)
{
    /// <summary>The open matters that this mediator looks after.</summary>
    public async Task<IReadOnlyList<Dispute>> OnDesk(Guid mediatorId, CancellationToken ct)
    {
        var found = new List<Dispute>();
        foreach (var id in await mediators.OpenDisputes(mediatorId, ct))
            if (await disputes.Find(id, ct) is { } dispute && IsOnDesk(dispute, mediatorId))
                found.Add(dispute);
        return found;
    }

    public static bool IsOnDesk(Dispute dispute, Guid mediatorId) =>
        dispute.File.ClosedAt is null && Dispute.CaseOnDesk(dispute.File)?.OwnerId == mediatorId;

    public async Task<DeskItem> Item(Dispute dispute)
    {
        var (file, account) = (dispute.File, user.Account);
        var (sight, today) = (new DisputeSight(file, account), Shanghai.DateOf(clock.GetUtcNow()));
        var reads = account.May(Permission.ReadMatters) && DisputeSight.Includes(file, account);
        var hosted = Dispute.CaseOnDesk(file);
        return new DeskItem
        {
            DisputeId = file.Id, Version = dispute.Version + dispute.News.Count, Status = file.Status, Tier = file.Tier, AreaCode = file.Area,
            Subject = reads ? sight.Subject : null, CaseNumber = hosted?.Number, DueOn = await disputes.DueOn(file), OwnerId = hosted?.OwnerId ?? Guid.Empty,
            PartiesToBeTold = [.. dispute.PresentParties.Select(p => new PersonRef(p.Id, reads ? sight.Party(p, today).Name ?? p.Description ?? "" : ""))],
        };
    }

    public async Task<IEnumerable<DeskReminder>> Reminders(Dispute dispute)
    {
        var file = dispute.File;
        var due = await disputes.DueOn(file);
        if (dispute.OpenCase is not null)
            return [new(file.Id, DeskReminderKind.CaseLimit, due, null)];
        var agreement = Dispute.CaseOnDesk(file)!.Agreement!;
        var promises = agreement.Obligations.Where(o => !o.IsPerformed).Select(o => new DeskReminder(file.Id, DeskReminderKind.Obligation, o.DueOn, o.Id));
        var signatures = agreement.EffectiveOn(DisputeWarnings.Signatories(file)) is null
            ? (DeskReminder[])[new(file.Id, DeskReminderKind.Signatures, null, null)] : [];
        return [.. promises, .. signatures, new(file.Id, DeskReminderKind.FollowUp, due, null)];
    }
}
