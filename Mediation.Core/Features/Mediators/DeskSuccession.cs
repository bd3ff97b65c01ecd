using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Features.Mediators;

/// <summary>Moves every matter on a desk to its successor; one that cannot go refuses the whole.</summary>
[Scoped]
sealed class DeskSuccession(MediatorStore mediators, OrganisationStore organisations, DisputeStore disputes, JournalStore journal)
{
    readonly Dictionary<Guid, (Mediator Mediator, Organisation Organisation)> successors = [];

    public async Task<IReadOnlyList<Dispute>> Run(HandOverMediatorDesk command, Mediator leaver, Step step, CancellationToken ct)
    {
        var (left, moved) = ((await organisations.Get(leaver.OrganisationId, ct))!, new List<Dispute>());
        foreach (var id in await mediators.OpenDisputes(leaver.Id, ct))
        {
            if (await disputes.FindForChange(id) is not { } dispute || !DeskReader.IsOnDesk(dispute, leaver.Id))
                continue;
            var (successor, joins) = await Successor(command.SuccessorOf(id) ?? throw new RuleViolationException(
                "desk.not-covered", $"{id} has no successor; everything on the desk is handed over.", "desk handover", "assignments"), ct);
            // The successor is appointed after what was done last, even when that was after the leaving.
            var appointing = step with { On = step.On < dispute.File.LastStepOn ? dispute.File.LastStepOn : step.On };
            Succession.Check(successor, joins, leaver, left, [appointing.On, step.Today]);
            Succession.CheckParties(successor, joins.Area, dispute.PresentParties);
            dispute.HandOverDesk(leaver.Id, successor.Id, joins.Id, command.CommandId, appointing);
            await disputes.Save(dispute, appointing);
            moved.Add(dispute);
        }
        if (command.Assignments?.FirstOrDefault(one => moved.All(dispute => dispute.File.Id != one.DisputeId)) is { } stranger)
            throw new RuleViolationException("desk.not-on-desk", $"{stranger.DisputeId} does not lie on this desk.", "desk handover", "assignments");
        return moved;
    }

    /// <summary>What a command moved before, as it stands now: the journal lines bear the command's id.</summary>
    public async Task<IReadOnlyList<Dispute>> Done(HandOverMediatorDesk command, CancellationToken ct)
    {
        var candidates = (command.Assignments ?? []).Select(one => one.DisputeId).ToHashSet();
        if (command.ToMediatorId is { } to)
            candidates.UnionWith(await mediators.OpenDisputes(to, ct));
        var moved = new List<Dispute>();
        foreach (var id in candidates.Order())
            if (await disputes.Find(id, ct) is { } dispute && (await journal.Rows(dispute.File.Area.District.Value, id, ct)).Any(row =>
                row.Event == nameof(JournalEvent.DeskHandedOver) && row.Payload.Contains(command.CommandId.ToString(), StringComparison.Ordinal)))
                moved.Add(dispute);
        return moved;
    }

    async Task<(Mediator Mediator, Organisation Organisation)> Successor(Guid id, CancellationToken ct)
    {
        if (successors.TryGetValue(id, out var known))
            return known;
        var successor = await mediators.Get(id, ct)
            ?? throw new RuleViolationException("succession.unknown", "The successor is not in the registry.", "desk handover", "toMediatorId");
        return successors[id] = (successor, (await organisations.Get(successor.OrganisationId, ct))!);
    }
}
