using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain.Supervision;

namespace Mediation.Core.Data;

/// <summary>Shows a dispute to one person, with the names behind its ids.</summary>
[Scoped]
public sealed class DisputeReader(DbSession db, OrganisationStore organisations, MediatorStore mediators, DisputeStore disputes, ReferenceData reference, AgreementReader agreements,
    RiskReader risks, PlanStore plans, AreaStore areas, TimeProvider clock)
{
    // A page of a pull shows hundreds of disputes of the same few organisations, people and places.
    readonly Dictionary<Guid, Organisation?> known = [];
    readonly Dictionary<Guid, PersonRef?> personNames = [];
    readonly Dictionary<long, string?> areaNames = [];

    public Task<DisputeView> View(Dispute dispute, Account viewer, CancellationToken ct = default) => View(dispute, new DisputeSight(dispute.File, viewer), ct);

    /// <summary>The same with the eyes of a reviewer, who reads the notes of the case that was drawn.</summary>
    public Task<DisputeView> ViewDrawn(Dispute dispute, Guid caseId, Account viewer, CancellationToken ct) =>
        View(dispute, new DisputeSight(dispute.File, viewer) { DrawnCaseId = caseId }, ct);

    /// <summary>
    /// For a pull of many: due on the day that the lists have, which is not computed again for each. In full with ids, phones and addresses for the tablet of
    /// the mediator who hosts the open case.
    /// </summary>
    public Task<DisputeView> ViewPulled(Dispute dispute, DateOnly dueOn, bool inFull, Account viewer, CancellationToken ct) =>
        View(dispute.File, dispute.Version, new DisputeSight(dispute.File, viewer) { InFull = inFull }, dueOn, ct);

    async Task<DisputeView> View(Dispute dispute, DisputeSight sight, CancellationToken ct) =>
        await View(dispute.File, dispute.Version + dispute.News.Count, sight, await disputes.DueOn(dispute.File), ct);

    async Task<DisputeView> View(DisputeFile file, int version, DisputeSight sight, DateOnly due, CancellationToken ct)
    {
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var names = await Names(file, ct);
        var people = await People(file, ct);
        var views = await agreements.Views(file, sight, today, ct);
        // A visit belongs to the case whose agreement it looks after, not to a former host.
        var followed = file.Cases.LastOrDefault(c => c.IsAgreed);
        return new DisputeView
        {
            Id = file.Id, Version = version, Status = file.Status, Tier = file.Tier, Type = file.Type, Subtype = file.Subtype, AreaCode = file.Area,
            AreaName = await AreaName(file.Area.Value, ct),
            RiskLevel = file.Level, Risks = file.Risks, Subject = sight.Subject, Summary = sight.Brief(file.Summary), Place = file.Place,
            OccurredOn = file.OccurredOn, ReceivedAt = file.ReceivedAt, Source = file.Source, ReferredBy = file.ReferredBy,
            ReferralNumber = file.ReferralNumber, Channel = file.Channel, Amount = file.Amount, PeopleInvolved = file.PeopleInvolved,
            PerformedBy = file.PerformedBy, Responsible = names(file.ResponsibleId), Holder = names(file.HolderId), LastStepOn = file.LastStepOn,
            DueOn = due, Late = file.ClosedOn is null && due < today, Routing = await Routing(file, names, people, ct),
            Parties = [.. file.Parties.Select(p => sight.Party(p, today))],
            Cases = [.. file.Cases.Select(c => Case(c, sight.Hosts(c), views.GetValueOrDefault(c.Id), names, people))],
            Handovers = [.. file.Handovers.Select(h => Handover(h, names))],
            FollowUps = [.. file.FollowUps.Select(f => new FollowUpView(f.On, f.By, f.Performed, f.Relapse, f.Satisfaction, followed is not null && sight.Hosts(followed) ? f.Record : null))],
            Referral = file.Referral, ClosedOn = file.ClosedOn, MergedInto = file.MergedInto, Duplicates = file.Duplicates, VoidReason = file.VoidReason,
            Groups = [.. file.Groups.Select(g => sight.Group(g, today))], RiskReports = [.. file.RiskReports.Select(sight.RiskReport)],
            RelapseOf = file.RelapseOf, Relapses = file.Relapses, Leads = file.Leads, VisitId = file.VisitId, LevelHistory = await risks.Levels(file, sight, ct),
            Lowering = await risks.Lowering(file, sight, today, ct), Plans = await plans.Views(file, sight, ct),
            SuggestedPlans = await plans.Suggested(file, today, ct), Strokes = file.Strokes.Where(sight.Sees).ToList() is [_, ..] drawn ? drawn : null,
            Erased = file.Erased, Warnings = [.. DisputeWarnings.Of(file, clock.GetUtcNow())],
            Attachments = [.. file.Attachments.Where(sight.Opens).Select(AttachmentView.Of)], Oversight = Overseen(file, sight.Viewer, names),
        };
    }

    static CaseView Case(MediationCase of, bool hosts, AgreementView? agreement, Func<Guid, OrganisationRef> names, Func<Guid, PersonRef> people) => new()
    {
        Id = of.Id, Organisation = names(of.OrganisationId), Tier = of.Tier, Host = of.HostId is { } host ? people(host) : null,
        Successor = of.SuccessorId is { } successor ? people(successor) : null,
        Assistants = [.. of.AssistantIds.Select(people)], Number = of.Number, State = of.State, AcceptedOn = of.AcceptedOn, EndedOn = of.EndedOn,
        EndReason = of.EndReason, Channels = of.Channels, SessionCount = of.Sessions.Count, OnTheSpot = of.OnTheSpot, Sessions = hosts ? of.Sessions : null,
        Suspensions = hosts ? of.Suspensions : null, ChosenBy = of.ChosenBy, Declarations = hosts ? of.Declarations : null,
        Challenges = hosts ? of.Challenges : null, Investigations = hosts ? of.Investigations : null,
        Agreement = agreement,
    };

    static HandoverView Handover(Handover handover, Func<Guid, OrganisationRef> names) => new()
    {
        Id = handover.Id, Kind = handover.Kind, From = names(handover.FromId), To = names(handover.ToId),
        Reason = handover.Escalation?.ToString() ?? handover.Return?.ToString(), Note = handover.Note, SentOn = handover.SentOn, State = handover.State,
        DecidedOn = handover.DecidedOn, Refusal = handover.Refusal, RefusalNote = handover.RefusalNote,
    };

    async Task<RoutingView> Routing(DisputeFile file, Func<Guid, OrganisationRef> names, Func<Guid, PersonRef> people, CancellationToken ct)
    {
        var rules = (await reference.RuleSets(db, ct)).Versions.First(v => v.Version == file.Routing.RuleSetVersion);
        IReadOnlyList<ReasonView> Words(IEnumerable<string> ids) =>
            [.. ids.Select(id => rules.Rules.FirstOrDefault(r => r.Reason.Rule == id)?.Reason).OfType<RoutingReason>().Select(ReasonView.Of)];
        var reasons = Words(file.Routing.Rules);
        return new RoutingView
        {
            Tier = file.Routing.Tier, Target = file.Routing.Target, RiskLevel = file.Level, Reasons = reasons, Offers = Words(file.Routing.Offers),
            Organisation = file.Routing.OrganisationId is { } id ? new ReasonedOrganisation(id, names(id).Name, names(id).Tier, reasons) : null,
            Mediators = [.. file.Routing.MediatorIds.Select(m => new ReasonedMediator(m, people(m).Name, []))],
            RuleSetVersion = file.Routing.RuleSetVersion, Override = file.Routing.Override,
        };
    }

    async Task<string?> AreaName(long code, CancellationToken ct) =>
        areaNames.TryGetValue(code, out var name) ? name : areaNames[code] = (await areas.Find(new AreaCode(code), ct))?.Name;

    async Task<Func<Guid, OrganisationRef>> Names(DisputeFile file, CancellationToken ct)
    {
        foreach (var id in DisputeSight.Concerned(file).Append(file.Routing.OrganisationId ?? file.ResponsibleId).Concat(file.Oversight.Organisations))
            if (!known.ContainsKey(id))
                known[id] = await organisations.Get(id, ct);
        return id => known.GetValueOrDefault(id) is { } organisation ? new OrganisationRef(id, organisation.Name, organisation.Tier) : new OrganisationRef(id, "", Tier.Village);
    }

    OversightView? Overseen(DisputeFile file, Account viewer, Func<Guid, OrganisationRef> names)
    {
        var can = new SupervisionRights(file, viewer, known.GetValueOrDefault(file.HolderId)).Can;
        return can.Count == 0 && file.Oversight.Equals(Oversight.None) && !MajorLedger.IsOf(file) ? null : OversightView.Of(file, names, can);
    }

    async Task<Func<Guid, PersonRef>> People(DisputeFile file, CancellationToken ct)
    {
        foreach (var id in file.Cases.SelectMany(c => (Guid?[])[c.HostId, c.SuccessorId, .. c.AssistantIds]).OfType<Guid>().Concat(file.Routing.MediatorIds))
            if (!personNames.ContainsKey(id))
                personNames[id] = await mediators.Get(id, ct) is { } mediator ? new PersonRef(id, mediator.Name) : null;
        return id => personNames.GetValueOrDefault(id) ?? new PersonRef(id, "");
    }
}
