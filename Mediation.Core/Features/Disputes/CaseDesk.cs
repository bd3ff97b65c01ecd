using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Opens cases: finds an eligible host and gives the gap-free number of the host's committee.</summary>
[Scoped]
public sealed class CaseDesk(CurrentUser user, OrganisationStore organisations, MediatorStore mediators, CaseNumberStore numbers, FormSerialStore serials)
{
    public async Task<MediationCase> Open(Dispute dispute, Guid? hostId, IReadOnlyList<Guid> assistantIds, Step step)
    {
        var file = dispute.File;
        var host = await RequireMediator(file, hostId ?? file.PerformedBy ?? user.Account.MediatorId, "hostId", step);
        foreach (var assistant in assistantIds)
            _ = await RequireMediator(file, assistant, "assistantIds", step);
        var committee = (await organisations.Get(host.OrganisationId))!;
        return new MediationCase
        {
            Id = Guid.CreateVersion7(), OrganisationId = committee.Id, DeskId = await DeskOf(file), Tier = file.Tier, HostId = host.Id, AssistantIds = assistantIds,
            Number = NumberToKeep(file, committee.Id) ?? await numbers.Next(committee, step.On.Year, file.Id), State = CaseState.Accepted, AcceptedOn = step.On,
        };
    }

    /// <summary>One's own desk, or, where a sheet is entered for a committee below, that committee's.</summary>
    async Task<Guid> DeskOf(DisputeFile file) =>
        await organisations.Get(file.ResponsibleId) is { } responsible && !user.Account.ActsFor(responsible) && responsible.Tier < user.Account.Tier
            ? responsible.Id : user.Account.OrganisationId;

    /// <summary>A mediator of the responsible organisation, or of the committees behind a centre, who is in office on the day (domain 3.2).</summary>
    public async Task<Mediator> RequireMediator(DisputeFile file, Guid? id, string field, Step step)
    {
        if (id is null)
            throw new RuleViolationException("host.missing", "Name the mediator who hosts.", "若干规定 25", field);
        if (await mediators.Get(id.Value) is not { } mediator)
            throw new RuleViolationException("mediator.unknown", "There is no such mediator.", "registry", field);
        if (mediator.StatusOn(step.On) != MediatorStatus.Active)
            throw new RuleViolationException("mediator.not-eligible", $"On {step.On:yyyy-MM-dd} this mediator is {mediator.StatusOn(step.On)}.", "人民调解法 15", field);
        if (!await Belongs(mediator, file))
            throw new RuleViolationException("mediator.other-organisation", "This mediator belongs to another organisation.", "人民调解法 19", field);
        return mediator;
    }

    public async Task SettleOnTheSpot(Dispute dispute, SettlementBody settlement, Step step)
    {
        // A number is drawn only for a case that is opened now, and the lifecycle is asked before it is drawn.
        _ = DisputeLifecycle.After(dispute.File.Status, DisputeAction.SettleOnTheSpot);
        var opened = dispute.OpenCase ?? await Open(dispute, null, [], step);
        dispute.SettleOnTheSpot(opened, settlement.Terms, [.. (settlement.Obligations ?? []).Select(o => o.ToObligation())],
            settlement.Performance == SpotPerformance.Continuing, step, settlement.FormSerial);
        await serials.Use(settlement.FormSerial, opened, PaperKind.SpotSheet, dispute.File);
    }

    /// <summary>One case, one number, one dossier: what was agreed and is mediated again by the same committee keeps its number (domain 6).</summary>
    static string? NumberToKeep(DisputeFile file, Guid committeeId) =>
        file.Cases.LastOrDefault(c => c.IsAgreed && c.State != CaseState.Voided && c.OrganisationId == committeeId)?.Number;

    async Task<bool> Belongs(Mediator mediator, DisputeFile file)
    {
        if (mediator.OrganisationId == file.ResponsibleId)
            return true;
        var (responsible, own) = (await organisations.Get(file.ResponsibleId), await organisations.Get(mediator.OrganisationId));
        return responsible is { Types.Count: 0 } && own is not null && own.Area == responsible.Area && own.Tier == responsible.Tier;
    }
}
