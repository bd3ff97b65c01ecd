using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Screening;

namespace Mediation.Core.Data;

/// <summary>Emerging signs found on rounds, and what became of them.</summary>
[Scoped]
public sealed class LeadStore(DbSession db)
{
    const string Columns =
        """
        screening_lead.id, screening_lead.village_code as area_code, area.name as area_name, screening_lead.organisation_id, organisation.name as organisation_name,
        organisation.tier, screening_lead.account_id, account.display_name as account_name, screening_lead.campaign_id, screening_campaign.name as campaign_name,
        screening_lead.found_on, screening_lead.place, screening_lead.people, screening_lead.brief, screening_lead.type, screening_lead.triggers,
        screening_lead.level, screening_lead.rules, screening_lead.recorded_at, screening_lead.device_time, screening_lead.outcome, screening_lead.words,
        screening_lead.dispute_id, decider.display_name as decider_name, screening_lead.decided_at, screening_lead.erased_on
        from screening_lead
        join organisation on organisation.id = screening_lead.organisation_id
        join account on account.id = screening_lead.account_id
        left join account as decider on decider.id = screening_lead.decided_by
        left join area on area.code = screening_lead.village_code
        left join screening_campaign on screening_campaign.district_code = screening_lead.district_code and screening_campaign.id = screening_lead.campaign_id
        """;

    public Task<LeadRow?> Find(AreaCode district, Guid id, CancellationToken ct = default) => db.Find<LeadRow>(
        $"select {Columns} where screening_lead.district_code = @district and screening_lead.id = @id", new { district = district.Value, id }, ct);

    /// <summary>For a change: on PostgreSQL two people take turns; in the lane they do anyway.</summary>
    public async Task<LeadRow?> FindForChange(AreaCode district, Guid id)
    {
        if (!db.IsSqlite)
            await db.Execute("select 1 from screening_lead where district_code = @district and id = @id for update", new { district = district.Value, id });
        return await Find(district, id);
    }

    public Task Add(LeadRow row, AreaCode area) => db.Execute(
        """
        insert into screening_lead (district_code, id, town_code, village_code, organisation_id, account_id, campaign_id, found_on, place, people, brief, type,
            triggers, level, rules, recorded_at, device_time)
        values (@district, @Id, @town, @village, @OrganisationId, @AccountId, @CampaignId, @FoundOn, @Place, @People, @Brief, @Type,
            @Triggers, @Level, @Rules, @RecordedAt, @DeviceTime)
        """, new
        {
            district = area.District.Value, row.Id, town = area.Level == AreaLevel.District ? area.Value : area.Town.Value, village = area.Value, row.OrganisationId,
            row.AccountId, row.CampaignId, row.FoundOn, row.Place, row.People, row.Brief, row.Type, row.Triggers, row.Level, row.Rules, row.RecordedAt, row.DeviceTime,
        });

    public Task Decide(AreaCode district, Guid id, LeadOutcome outcome, string? words, Guid? disputeId, Guid account, DateTimeOffset at) => db.Execute(
        """
        update screening_lead set outcome = @outcome, words = @words, dispute_id = @disputeId, decided_by = @account, decided_at = @at
        where district_code = @district and id = @id
        """, new { district = district.Value, id, outcome = outcome.ToString(), words, disputeId, account, at });

    /// <summary>Place, brief and words go for good; what it counted as stays.</summary>
    public Task Erase(AreaCode district, Guid id, DateOnly on) => db.Execute(
        "update screening_lead set place = null, brief = null, words = null, erased_on = @on where district_code = @district and id = @id",
        new { district = district.Value, id, on });

    /// <summary>The texts of the signs that became a dispute go with the dispute's own.</summary>
    public Task EraseOf(AreaCode district, Guid disputeId, DateOnly on) => db.Execute(
        """
        update screening_lead set place = null, brief = null, words = null, erased_on = @on
        where district_code = @district and dispute_id = @disputeId and erased_on is null
        """, new { district = district.Value, disputeId, on });

    /// <summary>Latest first; who answers for no area, and who only finds, see their own.</summary>
    public Task<IReadOnlyList<LeadRow>> List(Account viewer, AreaCode under, LeadFilter filter, CancellationToken ct) => db.Query<LeadRow>(
        $"""
        select {Columns}
        where {AreaCondition.Of("screening_lead", under.Level)}
            {(!viewer.SeesArea ? "and screening_lead.organisation_id = @Own" : viewer.May(Permission.ReadMatters) ? "" : "and screening_lead.account_id = @Me")}
            {(filter.From is null ? "" : "and screening_lead.found_on >= @From")} {(filter.To is null ? "" : "and screening_lead.found_on <= @To")}
            {(filter.Outcome is null ? "" : "and screening_lead.outcome = @Outcome")} {(filter.Open ? "and screening_lead.outcome is null" : "")}
            {(filter.After is null ? "" : "and (screening_lead.found_on < @AfterDay or screening_lead.found_on = @AfterDay and screening_lead.id < @AfterId)")}
        order by screening_lead.found_on desc, screening_lead.id desc
        limit @Take
        """, new
        {
            First = under.Value, End = under.End.Value, Own = viewer.OrganisationId, Me = viewer.Id, From = filter.From ?? default, To = filter.To ?? default,
            Outcome = filter.Outcome?.ToString() ?? "", AfterDay = filter.After?.Day ?? default, AfterId = filter.After?.Id ?? default, filter.Take,
        }, ct);

    /// <summary>What was found per committee and campaign between two days, for whoever files the return of the round.</summary>
    public Task<IReadOnlyList<FoundRow>> Found(AreaCode area, DateOnly from, DateOnly to, CancellationToken ct) => db.Query<FoundRow>(
        """
        select organisation_id, campaign_id, found_on, outcome
        from screening_lead
        where district_code >= @FirstDistrict and district_code < @EndDistrict and village_code >= @First and village_code < @End
            and found_on >= @from and found_on <= @to
        order by found_on, id
        """, new { AreaRange.Of(area).FirstDistrict, AreaRange.Of(area).EndDistrict, First = area.Value, End = area.End.Value, from, to }, ct);
}

/// <summary>Which signs are asked for.</summary>
public sealed record LeadFilter(DateOnly? From, DateOnly? To, LeadOutcome? Outcome, bool Open, (DateOnly Day, Guid Id)? After, int Take);

/// <summary>A sign as the rounds count it.</summary>
public sealed record FoundRow
{
    public required Guid OrganisationId { get; init; }
    public Guid? CampaignId { get; init; }
    public required DateOnly FoundOn { get; init; }
    public string? Outcome { get; init; }
}

/// <summary>A sign with the names behind its ids.</summary>
public sealed record LeadRow
{
    public required Guid Id { get; init; }
    public long AreaCode { get; init; }
    public string? AreaName { get; init; }
    public required Guid OrganisationId { get; init; }
    public string OrganisationName { get; init; } = "";
    public string Tier { get; init; } = "";
    public required Guid AccountId { get; init; }
    public string AccountName { get; init; } = "";
    public Guid? CampaignId { get; init; }
    public string? CampaignName { get; init; }
    public required DateOnly FoundOn { get; init; }
    public string? Place { get; init; }
    public required int People { get; init; }
    public string? Brief { get; init; }
    public required string Type { get; init; }
    public required string Triggers { get; init; }
    public required string Level { get; init; }
    public required string Rules { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
    public DateTimeOffset? DeviceTime { get; init; }
    public string? Outcome { get; init; }
    public string? Words { get; init; }
    public Guid? DisputeId { get; init; }
    public string? DeciderName { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
    public DateOnly? ErasedOn { get; init; }

    public IReadOnlyList<LeadTrigger> TriggerList => [.. Triggers.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<LeadTrigger>)];
}
