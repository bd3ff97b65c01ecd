using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Data;

/// <summary>The monthly reports of the units on their way up, and the sealed ones, which never change.</summary>
[Scoped]
public class FilingStore(DbSession db)
{
    const string Columns = "body, version";

    /// <summary>Which of the two reports it keeps.</summary>
    public virtual ReportForm Form => ReportForm.Screening;

    protected virtual string Reports => "monthly_report";

    protected virtual string Seals => "sealed_report";

    public async Task<FiledReport?> Find(AreaCode district, Guid id, CancellationToken ct = default) => (await db.Find<Row>(
        $"select {Columns} from {Reports} where district_code = @district and id = @id", new { district = district.Value, id }, ct))?.ToReport();

    public async Task<FiledReport?> OfUnit(AreaCode unit, int month, CancellationToken ct = default) => (await db.Find<Row>(
        $"select {Columns} from {Reports} where district_code = @district and month = @month and area_code = @unit",
        new { district = unit.District.Value, month, unit = unit.Value }, ct))?.ToReport();

    /// <summary>The reports of a month within an area, by area.</summary>
    public async Task<IReadOnlyList<FiledReport>> Within(AreaCode area, int month, CancellationToken ct = default) => [.. (await db.Query<Row>(
        $"""
        select {Columns}
        from {Reports}
        where district_code = @district and month = @month and area_code >= @First and area_code < @End
        order by area_code
        """, new { district = area.District.Value, month, First = area.Value, End = area.End.Value }, ct)).Select(row => row.ToReport())];

    /// <summary>Latest month first, then by area.</summary>
    public async Task<IReadOnlyList<FiledReport>> List(AreaCode area, FilingFilter filter, CancellationToken ct) => [.. (await db.Query<Row>(
        $"""
        select {Columns}
        from {Reports}
        where district_code = @district and area_code >= @First and area_code < @End
            {(filter.Month is null ? "" : "and month = @Month")} {(filter.State is null ? "" : "and state = @State")}
            {(filter.After is null ? "" : "and (month < @AfterMonth or month = @AfterMonth and area_code > @AfterArea)")}
        order by month desc, area_code
        limit @Take
        """, new
        {
            district = area.District.Value, First = area.Value, End = area.End.Value, Month = filter.Month ?? 0, State = filter.State?.ToString() ?? "",
            AfterMonth = filter.After?.Month ?? 0, AfterArea = filter.After?.Area ?? 0, filter.Take,
        }, ct)).Select(row => row.ToReport())];

    /// <summary>On PostgreSQL the steps of a month take turns; in the lane they do anyway.</summary>
    public async Task Lock(AreaCode district, int month)
    {
        if (!db.IsSqlite)
            await db.Execute(
                $"select 1 from {Reports} where district_code = @district and month = @month order by id for update", new { district = district.Value, month });
    }

    public Task Add(MonthlyFiling filing) => db.Execute(
        $"""
        insert into {Reports} (district_code, id, area_code, organisation_id, month, state, parent_id, body, version)
        values (@District, @Id, @Area, @OrganisationId, @Month, @State, @ParentId, @body, 1)
        """, Parameters(filing, 0));

    /// <summary>Writes the version after the one that was loaded; figures stand from the submission until a return.</summary>
    public async Task<int> Save(MonthlyFiling filing, int version, object? figures = null)
    {
        if (await db.Execute(
            $"update {Reports} set state = @State, parent_id = @ParentId, body = @body, version = @version + 1 where district_code = @District and id = @Id and version = @version",
            Parameters(filing, version)) == 0)
            throw new InvalidOperationException($"{filing.Id} was changed between its load and its save.");
        if (figures is not null)
            await db.Execute(
                $"update {Reports} set figures = @figures where district_code = @District and id = @Id",
                new { figures = StorageJson.Write(figures), District = filing.Area.District.Value, filing.Id });
        return version + 1;
    }

    /// <summary>The figures that a report was submitted with.</summary>
    public async Task<T> Figures<T>(MonthlyFiling filing, CancellationToken ct = default) => StorageJson.Read<T>((await db.Find<string>(
        $"select figures from {Reports} where district_code = @district and id = @Id", new { district = filing.Area.District.Value, filing.Id }, ct))!);

    /// <summary>Puts the figures of a report beyond any change.</summary>
    public Task Seal(MonthlyFiling filing, DateTimeOffset at) => db.Execute(
        $"""
        insert into {Seals} (district_code, month, area_code, report_id, figures, sealed_at)
        select district_code, month, area_code, id, figures, @at
        from {Reports}
        where district_code = @District and id = @Id
        """, new { District = filing.Area.District.Value, filing.Id, at });

    /// <summary>The sealed report of a unit; null where there is none.</summary>
    public async Task<T?> Sealed<T>(AreaCode unit, int month, CancellationToken ct = default) where T : class => await db.Find<string>(
        $"select figures from {Seals} where district_code = @district and month = @month and area_code = @unit",
        new { district = unit.District.Value, month, unit = unit.Value }, ct) is { } figures ? StorageJson.Read<T>(figures) : null;

    /// <summary>The first and the last sealed month of a district; 0 where none is.</summary>
    public async Task<(int First, int Last)> SealedMonths(AreaCode district, CancellationToken ct = default)
    {
        var row = await db.Find<MonthsRow>(
            $"select min(month) as first, max(month) as last from {Seals} where district_code = @district", new { district = district.District.Value }, ct);
        return ((int)(row?.First ?? 0), (int)(row?.Last ?? 0));
    }

    static object Parameters(MonthlyFiling filing, int version) => new
    {
        District = filing.Area.District.Value, filing.Id, Area = filing.Area.Value, filing.OrganisationId, filing.Month, State = filing.State.ToString(),
        filing.ParentId, body = StorageJson.Write(filing), version,
    };

    sealed record Row
    {
        public required string Body { get; init; }
        public required int Version { get; init; }

        public FiledReport ToReport() => new(StorageJson.Read<MonthlyFiling>(Body), Version);
    }

    sealed record MonthsRow
    {
        public long? First { get; init; }
        public long? Last { get; init; }
    }
}

/// <summary>Return A of the justice bureau on its way up: the same way, in tables of its own.</summary>
[Scoped]
public sealed class ReturnStore(DbSession db) : FilingStore(db)
{
    public override ReportForm Form => ReportForm.Justice;

    protected override string Reports => "justice_return";

    protected override string Seals => "sealed_return";
}

/// <summary>A monthly report with its version.</summary>
public sealed record FiledReport(MonthlyFiling Filing, int Version);

/// <summary>Which reports are asked for.</summary>
public sealed record FilingFilter(int? Month, FilingState? State, (int Month, long Area)? After, int Take);
