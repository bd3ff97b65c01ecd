using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Domain.Screening;

namespace Mediation.Core.Data;

/// <summary>Campaigns beside the usual rounds, and the reminders of returns that are owed.</summary>
[Scoped]
public sealed class CampaignStore(DbSession db)
{
    const string Columns =
        """
        screening_campaign.id, screening_campaign.area_code, area.name as area_name, screening_campaign.name, screening_campaign.kind, screening_campaign.from_date,
        screening_campaign.to_date, screening_campaign.cadence, screening_campaign.sensitive, screening_campaign.organisation_id,
        organisation.name as organisation_name, screening_campaign.tier, screening_campaign.launched_at, screening_campaign.ended_on, screening_campaign.end_reason
        from screening_campaign
        join organisation on organisation.id = screening_campaign.organisation_id
        left join area on area.code = screening_campaign.area_code
        """;

    public Task<CampaignRow?> Find(AreaCode district, Guid id, CancellationToken ct = default) => db.Find<CampaignRow>(
        $"select {Columns} where screening_campaign.district_code = @district and screening_campaign.id = @id", new { district = district.Value, id }, ct);

    /// <summary>Those that concern an area, in it or around it, and share a day with these days; latest first.</summary>
    public Task<IReadOnlyList<CampaignRow>> Of(AreaCode area, DateOnly from, DateOnly to, CancellationToken ct) => db.Query<CampaignRow>(
        $"""
        select {Columns}
        where screening_campaign.district_code >= @FirstDistrict and screening_campaign.district_code < @EndDistrict
            and (screening_campaign.area_code >= @First and screening_campaign.area_code < @End or screening_campaign.area_code in (@Town, @District))
            and screening_campaign.from_date <= @to and screening_campaign.to_date >= @from
        order by screening_campaign.from_date desc, screening_campaign.id desc
        """, new
        {
            AreaRange.Of(area).FirstDistrict, AreaRange.Of(area).EndDistrict, First = area.Value, End = area.End.Value, Town = area.Town.Value,
            District = area.District.Value, from, to,
        }, ct);

    public Task Add(CampaignRow row, AreaCode office, Guid account) => db.Execute(
        """
        insert into screening_campaign (district_code, id, area_code, name, kind, from_date, to_date, cadence, sensitive, organisation_id, tier, office_code,
            account_id, launched_at)
        values (@district, @Id, @AreaCode, @Name, @Kind, @FromDate, @ToDate, @Cadence, @Sensitive, @OrganisationId, @Tier, @office, @account, @LaunchedAt)
        """, new
        {
            district = office.District.Value, row.Id, row.AreaCode, row.Name, row.Kind, row.FromDate, row.ToDate, row.Cadence, row.Sensitive, row.OrganisationId,
            row.Tier, office = office.Value, account, row.LaunchedAt,
        });

    public Task End(AreaCode district, Guid id, DateOnly on, string reason) => db.Execute(
        "update screening_campaign set ended_on = @on, end_reason = @reason where district_code = @district and id = @id",
        new { district = district.Value, id, on, reason });

    /// <summary>Row 52 (domain 12): each campaign once, in the month in which it began, for the office that launched it; `own`: for this very area's alone.</summary>
    public async Task<IReadOnlyList<CampaignCount>> Launched(AreaCode area, int from, int to, bool own, CancellationToken ct) => [..
        (await db.Query<LaunchRow>(
            $"""
            select tier, from_date
            from screening_campaign
            where district_code >= @FirstDistrict and district_code < @EndDistrict and (ended_on is null or ended_on >= from_date)
                and {(own ? "office_code = @First" : "office_code >= @First and office_code < @End")} and from_date >= @Begin and from_date < @Close
            order by from_date, id
            """, new
            {
                AreaRange.Of(area).FirstDistrict, AreaRange.Of(area).EndDistrict, First = area.Value, End = area.End.Value,
                Begin = new DateOnly(from / 100, from % 100, 1), Close = new DateOnly(to / 100, to % 100, 1).AddMonths(1),
            }, ct))
        .GroupBy(row => (Month: Tallies.MonthOf(row.FromDate), row.Tier))
        .Select(group => new CampaignCount(group.Key.Month, Enum.Parse<Tier>(group.Key.Tier), group.Count()))];

    public Task Chase(ChaseRow row, AreaCode area, Guid account) => db.Execute(
        """
        insert into screening_chase (district_code, id, area_code, organisation_id, campaign_id, from_date, to_date, account_id, note, at)
        values (@district, @Id, @area, @OrganisationId, @CampaignId, @FromDate, @ToDate, @account, @Note, @At)
        """, new
        {
            district = area.District.Value, row.Id, area = area.Value, row.OrganisationId, row.CampaignId, row.FromDate, row.ToDate, account, row.Note, row.At,
        });

    public Task<IReadOnlyList<ChaseRow>> Chases(AreaCode area, DateOnly from, CancellationToken ct) => db.Query<ChaseRow>(
        """
        select screening_chase.id, screening_chase.organisation_id, screening_chase.campaign_id, screening_chase.from_date, screening_chase.to_date,
            screening_chase.note, screening_chase.at, account.display_name as account_name
        from screening_chase
        join account on account.id = screening_chase.account_id
        where screening_chase.district_code >= @FirstDistrict and screening_chase.district_code < @EndDistrict
            and screening_chase.area_code >= @First and screening_chase.area_code < @End and screening_chase.to_date >= @from
        order by screening_chase.at, screening_chase.id
        """, new { AreaRange.Of(area).FirstDistrict, AreaRange.Of(area).EndDistrict, First = area.Value, End = area.End.Value, from }, ct);

    sealed record LaunchRow
    {
        public required string Tier { get; init; }
        public required DateOnly FromDate { get; init; }
    }
}

/// <summary>A campaign with the names behind its ids.</summary>
public sealed record CampaignRow
{
    public required Guid Id { get; init; }
    public required long AreaCode { get; init; }
    public string? AreaName { get; init; }
    public required string Name { get; init; }
    public required string Kind { get; init; }
    public required DateOnly FromDate { get; init; }
    public required DateOnly ToDate { get; init; }
    public string? Cadence { get; init; }
    public required int Sensitive { get; init; }
    public required Guid OrganisationId { get; init; }
    public string OrganisationName { get; init; } = "";
    public required string Tier { get; init; }
    public required DateTimeOffset LaunchedAt { get; init; }
    public DateOnly? EndedOn { get; init; }
    public string? EndReason { get; init; }

    public ScreeningCampaign ToCampaign() => new()
    {
        Id = Id, Kind = Enum.Parse<ScreeningKind>(Kind), Area = new AreaCode(AreaCode), From = FromDate, To = ToDate,
        Cadence = Cadence is null ? null : Enum.Parse<ScreeningCadence>(Cadence), Sensitive = Sensitive == 1, EndedOn = EndedOn,
    };
}

/// <summary>A reminder of a return that is owed.</summary>
public sealed record ChaseRow
{
    public required Guid Id { get; init; }
    public required Guid OrganisationId { get; init; }
    public Guid? CampaignId { get; init; }
    public required DateOnly FromDate { get; init; }
    public required DateOnly ToDate { get; init; }
    public string? Note { get; init; }
    public required DateTimeOffset At { get; init; }
    public string AccountName { get; init; } = "";
}
