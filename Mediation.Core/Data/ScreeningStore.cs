using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Screening;

namespace Mediation.Core.Data;

/// <summary>The screening returns of the committees: one valid return per committee and period.</summary>
[Scoped]
public sealed class ScreeningStore(DbSession db)
{
    const string Columns =
        """
        screening_return.id, screening_return.organisation_id, organisation.name as organisation_name, organisation.tier, screening_return.village_code as area_code,
        screening_return.account_id, account.display_name as account_name, screening_return.from_date, screening_return.to_date, screening_return.found,
        screening_return.resolved_on_spot, screening_return.signed_by, mediator.name as signer_name, screening_return.note, screening_return.device_time,
        screening_return.filed_at, screening_return.replaces, screening_return.reason, screening_return.replaced_by, screening_return.campaign_id,
        screening_campaign.name as campaign_name, screening_campaign.kind as campaign_kind, screening_return.households, screening_return.grids,
        screening_return.workers, screening_return.leader_id, leader.name as leader_name, screening_return.due_on, screening_return.first_filed_at
        from screening_return
        join organisation on organisation.id = screening_return.organisation_id
        join account on account.id = screening_return.account_id
        join mediator on mediator.id = screening_return.signed_by
        left join mediator as leader on leader.id = screening_return.leader_id
        left join screening_campaign on screening_campaign.district_code = screening_return.district_code and screening_campaign.id = screening_return.campaign_id
        """;

    public Task<ScreeningRow?> Find(long district, Guid id, CancellationToken ct = default) => db.Find<ScreeningRow>(
        $"select {Columns} where screening_return.district_code = @district and screening_return.id = @id", new { district, id }, ct);

    /// <summary>The committee's valid returns that share a day with this period, of the usual rounds or of one campaign.</summary>
    public Task<IReadOnlyList<ScreeningRow>> Overlapping(Organisation of, Guid? campaign, DateOnly from, DateOnly to) => db.Query<ScreeningRow>(
        $"""
        select {Columns}
        where screening_return.district_code = @district and screening_return.organisation_id = @Id and screening_return.replaced_by is null
            and screening_return.from_date <= @to and screening_return.to_date >= @from
            and {(campaign is null ? "screening_return.campaign_id is null" : "screening_return.campaign_id = @campaign")}
        order by screening_return.from_date, screening_return.id
        """, new { district = of.Area.District.Value, of.Id, campaign = campaign ?? Guid.Empty, from, to });

    /// <summary>What stands for the rounds of an area whose last day lies within these days, replaced returns included.</summary>
    public Task<IReadOnlyList<RoundReturn>> OfRounds(AreaCode area, DateOnly from, DateOnly to, CancellationToken ct) => db.Query<RoundReturn>(
        """
        select id, organisation_id, campaign_id, to_date, filed_at, replaced_by, found, resolved_on_spot
        from screening_return
        where district_code >= @FirstDistrict and district_code < @EndDistrict and village_code >= @First and village_code < @End
            and to_date >= @from and to_date <= @to
        order by filed_at, id
        """, new { AreaRange.Of(area).FirstDistrict, AreaRange.Of(area).EndDistrict, First = area.Value, End = area.End.Value, from, to }, ct);

    /// <summary>The one that is replaced stays, out of force.</summary>
    public async Task Add(ScreeningRow row, Organisation of)
    {
        var district = of.Area.District.Value;
        if (row.Replaces is { } before)
            await db.Execute("update screening_return set replaced_by = @Id where district_code = @district and id = @before", new { row.Id, district, before });
        await db.Execute(
            """
            insert into screening_return (district_code, id, town_code, village_code, organisation_id, account_id, from_date, to_date, found, resolved_on_spot,
                signed_by, note, device_time, filed_at, replaces, reason, campaign_id, households, grids, workers, leader_id, due_on, first_filed_at)
            values (@district, @Id, @town, @village, @OrganisationId, @AccountId, @FromDate, @ToDate, @Found, @ResolvedOnSpot,
                @SignedBy, @Note, @DeviceTime, @FiledAt, @Replaces, @Reason, @CampaignId, @Households, @Grids, @Workers, @LeaderId, @DueOn, @FirstFiledAt)
            """, new
            {
                district, row.Id, town = of.Area.Level == AreaLevel.District ? of.Area.Value : of.Area.Town.Value, village = of.Area.Value, row.OrganisationId,
                row.AccountId, row.FromDate, row.ToDate, row.Found, row.ResolvedOnSpot, row.SignedBy, row.Note, row.DeviceTime, row.FiledAt, row.Replaces, row.Reason,
                row.CampaignId, row.Households, row.Grids, row.Workers, row.LeaderId, row.DueOn, row.FirstFiledAt,
            });
    }

    /// <summary>Latest period first; a committee that answers for no area sees its own.</summary>
    public Task<IReadOnlyList<ScreeningRow>> List(Account viewer, AreaCode under, ScreeningFilter filter, CancellationToken ct) => db.Query<ScreeningRow>(
        $"""
        select {Columns}
        where {(viewer.SeesArea ? AreaCondition.Of("screening_return", under.Level) : "screening_return.organisation_id = @Own")}
            {(filter.From is null ? "" : "and screening_return.to_date >= @From")} {(filter.To is null ? "" : "and screening_return.from_date <= @To")}
            {(filter.Replaced ? "" : "and screening_return.replaced_by is null")} {(filter.Campaign is null ? "" : "and screening_return.campaign_id = @Campaign")}
            {(filter.After is null ? "" : "and (screening_return.to_date < @AfterDay or screening_return.to_date = @AfterDay and screening_return.id < @AfterId)")}
        order by screening_return.to_date desc, screening_return.id desc
        limit @Take
        """, new
        {
            First = under.Value, End = under.End.Value, Own = viewer.OrganisationId, From = filter.From ?? default, To = filter.To ?? default,
            AfterDay = filter.After?.Day ?? default, AfterId = filter.After?.Id ?? default, filter.Take, Campaign = filter.Campaign ?? default,
        }, ct);
}

/// <summary>Which returns are asked for: those with a day between two days, replaced ones too or not.</summary>
public sealed record ScreeningFilter(DateOnly? From, DateOnly? To, bool Replaced, (DateOnly Day, Guid Id)? After, int Take, Guid? Campaign = null);

/// <summary>A screening return with the names behind its ids.</summary>
public sealed record ScreeningRow
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public string OrganisationName { get; init; } = "";
    public string Tier { get; init; } = "";
    public long AreaCode { get; init; }
    public required Guid AccountId { get; init; }
    public string AccountName { get; init; } = "";
    public required DateOnly FromDate { get; init; }
    public required DateOnly ToDate { get; init; }
    public required int Found { get; init; }
    public required int ResolvedOnSpot { get; init; }
    public required Guid SignedBy { get; init; }
    public string SignerName { get; init; } = "";
    public string? Note { get; init; }
    public DateTimeOffset? DeviceTime { get; init; }
    public required DateTimeOffset FiledAt { get; init; }
    public Guid? Replaces { get; init; }
    public string? Reason { get; init; }
    public Guid? ReplacedBy { get; init; }
    public Guid? CampaignId { get; init; }
    public string? CampaignName { get; init; }
    public string? CampaignKind { get; init; }
    public int? Households { get; init; }
    public int? Grids { get; init; }
    public int? Workers { get; init; }
    public Guid? LeaderId { get; init; }
    public string? LeaderName { get; init; }
    public DateOnly? DueOn { get; init; }

    /// <summary>When the first of a chain of replaced returns came in: a correction does not make a punctual committee late.</summary>
    public DateTimeOffset? FirstFiledAt { get; init; }
}

/// <summary>A return as the rounds see it.</summary>
public sealed record RoundReturn
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public Guid? CampaignId { get; init; }
    public required DateOnly ToDate { get; init; }
    public required DateTimeOffset FiledAt { get; init; }
    public Guid? ReplacedBy { get; init; }
    public required int Found { get; init; }
    public required int ResolvedOnSpot { get; init; }

    public bool Answers(ScreeningRound round) => OrganisationId == round.Organisation.Id && CampaignId == round.Campaign?.Id
        && ToDate >= round.Period.From && ToDate <= round.Period.To;
}
