using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.FrontDesk;

namespace Mediation.Core.Data;

/// <summary>The visit log of the front desks, and what other offices sent there.</summary>
[Scoped]
public sealed class DeskStore(DbSession db)
{
    const string Columns =
        """
        desk_visit.id, desk_visit.village_code as office_code, desk_visit.organisation_id, organisation.name as organisation_name, organisation.tier,
        account.display_name as account_name, desk_visit.area_code, area.name as area_name, desk_visit.kind, desk_visit.source, desk_visit.outside_number,
        desk_visit.received_on, desk_visit.due_on, desk_visit.type, desk_visit.visitor, desk_visit.phone, desk_visit.brief, desk_visit.answer, desk_visit.state,
        desk_visit.dispute_id, closer.display_name as closer_name, desk_visit.closed_at, desk_visit.feedback, desk_visit.feedback_on, desk_visit.recorded_at,
        desk_visit.erased_on
        from desk_visit
        join organisation on organisation.id = desk_visit.organisation_id
        join account on account.id = desk_visit.account_id
        left join account as closer on closer.id = desk_visit.closed_by
        left join area on area.code = desk_visit.area_code
        """;

    public Task<VisitRow?> Find(AreaCode district, Guid id, CancellationToken ct = default) => db.Find<VisitRow>(
        $"select {Columns} where desk_visit.district_code = @district and desk_visit.id = @id", new { district = district.Value, id }, ct);

    /// <summary>For a change: on PostgreSQL two people take turns; in the lane they do anyway.</summary>
    public async Task<VisitRow?> FindForChange(AreaCode district, Guid id)
    {
        if (!db.IsSqlite)
            await db.Execute("select 1 from desk_visit where district_code = @district and id = @id for update", new { district = district.Value, id });
        return await Find(district, id);
    }

    public async Task<bool> Knows(AreaCode district, DeskSource source, string number) => await db.Find<long?>(
        "select 1 from desk_visit where district_code = @district and source = @source and outside_number = @number",
        new { district = district.Value, source = source.ToString(), number }) is not null;

    public Task Add(VisitRow row, AreaCode office, Guid account) => db.Execute(
        """
        insert into desk_visit (district_code, id, town_code, village_code, organisation_id, account_id, area_code, kind, source, outside_number, received_on,
            due_on, type, visitor, phone, brief, state, recorded_at)
        values (@district, @Id, @town, @village, @OrganisationId, @account, @AreaCode, @Kind, @Source, @OutsideNumber, @ReceivedOn,
            @DueOn, @Type, @Visitor, @Phone, @Brief, @State, @RecordedAt)
        """, new
        {
            district = office.District.Value, row.Id, town = office.Level == AreaLevel.District ? office.Value : office.Town.Value, village = office.Value,
            row.OrganisationId, account, row.AreaCode, row.Kind, row.Source, row.OutsideNumber, row.ReceivedOn, row.DueOn, row.Type, row.Visitor, row.Phone,
            row.Brief, row.State, row.RecordedAt,
        });

    public Task End(AreaCode district, Guid id, DeskState state, string? answer, Guid? disputeId, Guid account, DateTimeOffset at) => db.Execute(
        """
        update desk_visit set state = @state, answer = @answer, dispute_id = @disputeId, closed_by = @account, closed_at = @at
        where district_code = @district and id = @id
        """, new { district = district.Value, id, state = state.ToString(), answer, disputeId, account, at });

    public Task Tell(AreaCode district, Guid id, string feedback, DateOnly on) => db.Execute(
        "update desk_visit set feedback = @feedback, feedback_on = @on where district_code = @district and id = @id",
        new { district = district.Value, id, feedback, on });

    /// <summary>Who came, the number to call, and all words go for good; that somebody came stays counted.</summary>
    public Task Erase(AreaCode district, Guid id, DateOnly on) => db.Execute(
        """
        update desk_visit set visitor = null, phone = null, brief = null, answer = null, feedback = null, erased_on = @on
        where district_code = @district and id = @id
        """, new { district = district.Value, id, on });

    /// <summary>The same for what became a dispute whose own texts are erased.</summary>
    public Task EraseOf(AreaCode district, Guid disputeId, DateOnly on) => db.Execute(
        """
        update desk_visit set visitor = null, phone = null, brief = null, answer = null, feedback = null, erased_on = @on
        where district_code = @district and dispute_id = @disputeId and erased_on is null
        """, new { district = district.Value, disputeId, on });

    public Task<IReadOnlyList<VisitRow>> List(Account viewer, AreaCode under, VisitFilter filter, CancellationToken ct) => db.Query<VisitRow>(
        $"""
        select {Columns}
        where {AreaCondition.Of("desk_visit", under.Level)} {(viewer.SeesArea ? "" : "and desk_visit.organisation_id = @Own")}
            {(filter.Kind is null ? "" : "and desk_visit.kind = @Kind")} {(filter.Source is null ? "" : "and desk_visit.source = @Source")}
            {(filter.State is null ? "" : "and desk_visit.state = @State")}
            {(filter.From is null ? "" : "and desk_visit.received_on >= @From")} {(filter.To is null ? "" : "and desk_visit.received_on <= @To")}
            {(filter.After is null ? "" : "and (desk_visit.received_on < @AfterDay or desk_visit.received_on = @AfterDay and desk_visit.id < @AfterId)")}
        order by desk_visit.received_on desc, desk_visit.id desc
        limit @Take
        """, new
        {
            First = under.Value, End = under.End.Value, Own = viewer.OrganisationId, Kind = filter.Kind?.ToString() ?? "", Source = filter.Source?.ToString() ?? "",
            State = filter.State?.ToString() ?? "", From = filter.From ?? default, To = filter.To ?? default, AfterDay = filter.After?.Day ?? default,
            AfterId = filter.After?.Id ?? default, filter.Take,
        }, ct);
}

/// <summary>Which visits are asked for.</summary>
public sealed record VisitFilter(DeskKind? Kind, DeskSource? Source, DeskState? State, DateOnly? From, DateOnly? To, (DateOnly Day, Guid Id)? After, int Take);

/// <summary>A visit with the names behind its ids.</summary>
public sealed record VisitRow
{
    public required Guid Id { get; init; }
    public long OfficeCode { get; init; }
    public required Guid OrganisationId { get; init; }
    public string OrganisationName { get; init; } = "";
    public string Tier { get; init; } = "";
    public string AccountName { get; init; } = "";
    public required long AreaCode { get; init; }
    public string? AreaName { get; init; }
    public required string Kind { get; init; }
    public required string Source { get; init; }
    public string? OutsideNumber { get; init; }
    public required DateOnly ReceivedOn { get; init; }
    public DateOnly? DueOn { get; init; }
    public string? Type { get; init; }
    public string? Visitor { get; init; }
    public string? Phone { get; init; }
    public string? Brief { get; init; }
    public string? Answer { get; init; }
    public required string State { get; init; }
    public Guid? DisputeId { get; init; }
    public string? CloserName { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public string? Feedback { get; init; }
    public DateOnly? FeedbackOn { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateOnly? ErasedOn { get; init; }

    public DeskSource SourceWord => Enum.Parse<DeskSource>(Source);

    public DeskState StateWord => Enum.Parse<DeskState>(State);
}
