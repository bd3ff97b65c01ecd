using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>The watch's look at the next open matters whose limit ran out: to which of them does a card fall by the rules (domain 5.3)?</summary>
public sealed record FindFallenCards(long AfterDistrict, Guid AfterId, int Take = 200) : IQuery<FallenCards>;

/// <summary>Which cards fell, and where the next look begins; null behind the last row.</summary>
public sealed record FallenCards(IReadOnlyList<Guid> Disputes, (long District, Guid Id)? Next);

/// <summary>Issues the card that a matter's clock brings today, if it still does. Nobody sends it but the watch.</summary>
public sealed record IssueClockCard(Guid DisputeId) : ICommand<bool>;

sealed class FindFallenCardsHandler(DbSession db, ClockCards cards, TimeProvider clock) : IQueryHandler<FindFallenCards, FallenCards>
{
    const string Sql =
        """
        select dispute.district_code, dispute.id, dispute_file.body
        from dispute
        join dispute_file on dispute_file.district_code = dispute.district_code and dispute_file.id = dispute.id
        where dispute.closed_at is null and dispute.due_on < @Today
            and (dispute.district_code, dispute.id) > (@AfterDistrict, @AfterId)
        order by dispute.district_code, dispute.id
        limit @Take
        """;

    public async Task<FallenCards> Handle(FindFallenCards query, CancellationToken ct)
    {
        var rows = await db.Query<Row>(Sql, new { Today = Shanghai.DateOf(clock.GetUtcNow()), query.AfterDistrict, query.AfterId, query.Take }, ct);
        var fallen = new List<Guid>();
        foreach (var row in rows)
            if (StorageJson.Read<DisputeFile>(row.Body) is var file && await cards.Of(file) is not null && await cards.Above(file) is not null)
                fallen.Add(row.Id);
        return new FallenCards(fallen, rows.Count < query.Take ? null : (rows[^1].DistrictCode, rows[^1].Id));
    }

    sealed record Row
    {
        public required long DistrictCode { get; init; }
        public required Guid Id { get; init; }
        public required string Body { get; init; }
    }
}

sealed class IssueClockCardHandler(DisputeStore disputes, ClockCards cards, TimeProvider clock) : ICommandHandler<IssueClockCard, bool>
{
    public async Task<bool> Handle(IssueClockCard command, CancellationToken ct)
    {
        if (await disputes.FindForChange(command.DisputeId) is not { } dispute || await cards.Of(dispute.File) is not { } card)
            return false;
        var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        if (await cards.Above(dispute.File) is not { } above)
            return false;
        // No person issues it: the rule does, for the centre above.
        var step = new Step { ActorId = Guid.Empty, OrganisationId = above, On = Shanghai.DateOf(now), Now = now };
        if (!dispute.IssueClockCard(card with { IssuedBy = above, Id = Guid.CreateVersion7(now) }, step))
            return false;
        await disputes.Save(dispute, step);
        return true;
    }

}

/// <summary>What card the clocks of a matter bring today.</summary>
[Scoped]
sealed class ClockCards(DbSession db, ClockIndex clocks, ReferenceData reference, OrganisationStore organisations, TimeProvider clock)
{
    /// <summary>The centre that supervises the holder; above the district's own centre there is none here.</summary>
    public async Task<Guid?> Above(DisputeFile file)
    {
        var holder = await organisations.Get(file.HolderId);
        var centre = holder?.Tier == Tier.Village ? await organisations.Centre(file.Area, Tier.Town) : null;
        centre ??= await organisations.Centre(file.Area, Tier.District);
        return centre?.Id == file.HolderId ? null : centre?.Id;
    }

    public async Task<SupervisionCard?> Of(DisputeFile file)
    {
        var today = Shanghai.DateOf(clock.GetUtcNow());
        // Only limits of the matter have a superior (domain 12): its own, and that of a handover.
        var over = (await clocks.Clocks(file)).Where(c => c.Rule.Clock is Clock.Matter or Clock.Handover && c.BindsHolder && c.Due < today).MinBy(c => c.Due);
        if (over is not { Due: { } due, Run.Step: { } limit })
            return null;
        var (rules, calendar) = (await reference.Supervision(db, due), await reference.Calendar(db));
        if (rules.Of(limit).Falls(calendar.WorkdaysBetween(due, today)) is not { } kind)
            return null;
        var cause = limit == LimitStep.Handling ? CardCause.HandlingOverdue : CardCause.AcceptanceOverdue;
        if (file.Oversight.Cards.Any(c => c.Cause == cause && c.LimitOn == due && c.Kind >= kind) || file.Oversight.StandingCard?.Kind >= kind)
            return null;
        return new SupervisionCard
        {
            Id = Guid.Empty, Kind = kind, Cause = cause, IssuedOn = today, IssuedBy = file.HolderId, ToId = file.HolderId, LimitOn = due,
            Opinion = $"{(limit == LimitStep.Handling ? "办理" : "受理")}期限{due:yyyy-MM-dd}已过，请说明原因并尽快{(limit == LimitStep.Handling ? "办理" : "受理")}。",
            DueOn = calendar.Due(today, rules.ReplyWorkdays, Domain.Calendar.TimeUnit.Workday).Due,
        };
    }
}
