using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Mediators;

/// <summary>What a mediator would leave behind; for himself, his director, and who keeps the registry.</summary>
[Needs(Permission.Mediate, Permission.Direct, Permission.ManageRegistry)]
public sealed record FindMediatorDesk(Guid Id) : IQuery<MediatorDesk>;

sealed class FindMediatorDeskHandler(MediatorStore mediators, DeskReader desk, CurrentUser user) : IQueryHandler<FindMediatorDesk, MediatorDesk>
{
    public async Task<MediatorDesk> Handle(FindMediatorDesk query, CancellationToken ct)
    {
        if (await mediators.Read(query.Id, ct) is not { } row || !user.Account.Sees(row))
            throw new NotFoundException("The mediator");
        if (user.Account.MediatorId != query.Id && !user.Account.May(Permission.Direct) && !user.Account.May(Permission.ManageRegistry))
            throw new ForbiddenException("role.not-allowed", "Another mediator's desk is for the director.");
        var (cases, followUps, reminders) = (new List<DeskItem>(), new List<DeskItem>(), new List<DeskReminder>());
        foreach (var dispute in await desk.OnDesk(query.Id, ct))
        {
            (dispute.OpenCase is null ? followUps : cases).Add(await desk.Item(dispute));
            reminders.AddRange(await desk.Reminders(dispute));
        }
        return new MediatorDesk(
            row.Id, row.Mediator.Name, [.. cases.OrderBy(one => one.DueOn).ThenBy(one => one.DisputeId)],
            [.. followUps.OrderBy(one => one.DueOn).ThenBy(one => one.DisputeId)],
            [.. reminders.OrderBy(one => one.DueOn ?? DateOnly.MaxValue).ThenBy(one => one.DisputeId).ThenBy(one => one.Kind)]);
    }
}
