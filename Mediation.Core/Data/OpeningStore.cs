using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Data;

/// <summary>The signed opening figures, and the reminders of reports that are not in.</summary>
[Scoped]
public sealed class OpeningStore(DbSession db)
{
    public async Task<OpeningFigures?> Find(AreaCode unit, int month, CancellationToken ct = default) => await db.Find<string>(
        "select body from opening_figure where district_code = @district and area_code = @unit and month = @month",
        new { district = unit.District.Value, unit = unit.Value, month }, ct) is { } body ? StorageJson.Read<OpeningFigures>(body) : null;

    /// <summary>The signed months of an area's units from one month to another, by unit and month.</summary>
    public async Task<IReadOnlyList<OpeningFigures>> Within(AreaCode area, int from, int to, CancellationToken ct = default) => [.. (await db.Query<string>(
        """
        select body
        from opening_figure
        where district_code = @district and area_code >= @First and area_code < @End and month >= @from and month <= @to
        order by area_code, month
        """, new { district = area.District.Value, First = area.Value, End = area.End.Value, from, to }, ct)).Select(StorageJson.Read<OpeningFigures>)];

    public Task Add(OpeningFigures figures) => db.Execute(
        "insert into opening_figure (district_code, area_code, month, id, organisation_id, body) values (@District, @Area, @Month, @Id, @OrganisationId, @body)",
        new { District = figures.Area.District.Value, Area = figures.Area.Value, figures.Month, figures.Id, figures.OrganisationId, body = StorageJson.Write(figures) });

    /// <summary>Districts that have a centre or committee.</summary>
    public async Task<IReadOnlyList<AreaCode>> Districts(CancellationToken ct = default) =>
        [.. (await db.Query<long>("select distinct district_code from organisation order by district_code", ct: ct)).Select(code => new AreaCode(code))];

    public async Task<IReadOnlyList<ReportReminder>> Reminders(AreaCode area, int month, CancellationToken ct = default) => await db.Query<ReportReminder>(
        """
        select report_reminder.area_code, account.display_name as by_name, report_reminder.note, report_reminder.at
        from report_reminder
        left join account on account.id = report_reminder.account_id
        where report_reminder.district_code = @district and report_reminder.month = @month and report_reminder.area_code >= @First and report_reminder.area_code < @End
        order by report_reminder.at, report_reminder.id
        """, new { district = area.District.Value, month, First = area.Value, End = area.End.Value }, ct);

    /// <summary>The clock reminds once.</summary>
    public async Task<bool> Remind(AreaCode unit, int month, Guid? accountId, string? note, Guid id, DateTimeOffset at) => await db.Execute(
        """
        insert into report_reminder (district_code, id, area_code, month, account_id, note, at) values (@district, @id, @unit, @month, @accountId, @note, @at)
        on conflict do nothing
        """, new { district = unit.District.Value, id, unit = unit.Value, month, accountId, note, at }) == 1;
}

/// <summary>A reminder of a report: who sent it, nobody being the clock.</summary>
public sealed record ReportReminder
{
    public required long AreaCode { get; init; }
    public string? ByName { get; init; }
    public string? Note { get; init; }
    public required DateTimeOffset At { get; init; }
}
