using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;

namespace Mediation.Core.Data;

/// <summary>Schemes, adjustments, frozen results, appeals and what was corrected. Results and corrections are written once.</summary>
[Scoped]
public sealed class ScoreStore(DbSession db)
{
    /// <summary>A district's own scheme of a year, else the one that the program brings under version 0.</summary>
    public async Task<(ScoringScheme Scheme, int Version)?> Scheme(AreaCode district, int year, CancellationToken ct = default) => await db.Find<SchemeRow>(
        "select version, body from scoring_scheme where district_code = @district and year = @year order by version desc limit 1", new { district = district.Value, year }, ct) is { } own
            ? (StorageJson.Read<ScoringScheme>(own.Body), (int)own.Version)
            : (await Brought(ct)).FirstOrDefault(scheme => scheme.Year == year) is { } seed ? (seed, 0) : null;

    /// <summary>The years that have a scheme, the latest first.</summary>
    public async Task<IReadOnlyList<int>> Years(AreaCode district, CancellationToken ct) => [..
        (await db.Query<long>("select distinct year from scoring_scheme where district_code = @district order by year", new { district = district.Value }, ct)).Select(year => (int)year)
            .Union((await Brought(ct)).Select(scheme => scheme.Year)).OrderDescending()];

    async Task<IReadOnlyList<ScoringScheme>> Brought(CancellationToken ct) =>
        await ReferenceData.Text(db, ReferenceKind.ScoringSchemes, ct) is { } text ? SchemeFile.Parse(text) : [];

    public Task AddScheme(AreaCode district, ScoringScheme scheme, int version, Guid savedBy, DateTimeOffset at) => db.Execute(
        "insert into scoring_scheme (district_code, year, version, body, saved_by, saved_at) values (@district, @Year, @version, @body, @savedBy, @at)",
        new { district = district.Value, scheme.Year, version, body = StorageJson.Write(scheme), savedBy, at });

    /// <summary>Whether results of a year were frozen; then its scheme stands.</summary>
    public async Task<bool> IsFrozen(AreaCode district, int year) => await db.Find<long?>(
        "select 1 from score_result where district_code = @district and year = @year limit 1", new { district = district.Value, year }) is not null;

    /// <summary>On PostgreSQL what concerns a district's scores takes turns; in the lane it does anyway.</summary>
    public async Task Lock(AreaCode district)
    {
        if (!db.IsSqlite)
            await db.Execute("select pg_advisory_xact_lock(@key)", new { key = district.Value });
    }

    public async Task<ScoreAdjustment?> Adjustment(AreaCode district, Guid id, CancellationToken ct = default) => await db.Find<string>(
        "select body from score_adjustment where district_code = @district and id = @id", new { district = district.Value, id }, ct) is { } body
        ? StorageJson.Read<ScoreAdjustment>(body) : null;

    /// <summary>Of an area's units in a period, withdrawn ones among them.</summary>
    public async Task<IReadOnlyList<ScoreAdjustment>> Adjustments(AreaCode under, string period, CancellationToken ct = default) => [.. (await db.Query<string>(
        """
        select body from score_adjustment
        where district_code = @district and period = @period and area_code >= @First and area_code < @End
        order by area_code, id
        """, new { district = under.District.Value, period, First = under.Value, End = under.End.Value }, ct)).Select(StorageJson.Read<ScoreAdjustment>)];

    public Task Add(ScoreAdjustment one) => db.Execute(
        "insert into score_adjustment (district_code, id, period, area_code, body) values (@district, @Id, @Period, @area, @body)",
        new { district = one.AreaCode.District.Value, one.Id, one.Period, area = one.AreaCode.Value, body = StorageJson.Write(one) });

    public Task Save(ScoreAdjustment one) => db.Execute(
        "update score_adjustment set body = @body where district_code = @district and id = @Id", new { body = StorageJson.Write(one), district = one.AreaCode.District.Value, one.Id });

    public async Task<ScoreResult?> Result(AreaCode district, Guid id, CancellationToken ct = default) => await db.Find<string>(
        "select body from score_result where district_code = @district and id = @id", new { district = district.Value, id }, ct) is { } body ? StorageJson.Read<ScoreResult>(body) : null;

    public async Task<bool> HasResult(AreaCode unit, string period, CancellationToken ct = default) => await db.Find<long?>(
        "select 1 from score_result where district_code = @district and period = @period and area_code = @area", new { district = unit.District.Value, period, area = unit.Value }, ct) is not null;

    /// <summary>The frozen results of an area's units in a period, by area.</summary>
    public async Task<IReadOnlyList<ScoreResult>> Results(AreaCode under, string period, CancellationToken ct = default) => [.. (await db.Query<string>(
        """
        select body from score_result
        where district_code = @district and period = @period and area_code >= @First and area_code < @End
        order by area_code
        """, new { district = under.District.Value, period, First = under.Value, End = under.End.Value }, ct)).Select(StorageJson.Read<ScoreResult>)];

    /// <summary>Periods with frozen results in an area, the latest first.</summary>
    public Task<IReadOnlyList<string>> Periods(AreaCode under, CancellationToken ct) => db.Query<string>(
        """
        select period from score_result
        where district_code = @district and area_code >= @First and area_code < @End
        group by period
        order by max(frozen_at) desc, period desc
        """, new { district = under.District.Value, First = under.Value, End = under.End.Value }, ct);

    public Task Add(ScoreResult one) => db.Execute(
        """
        insert into score_result (district_code, period, area_code, year, id, body, frozen_at)
        values (@district, @Period, @area, @Year, @Id, @body, @At)
        """, new
        {
            district = one.Area.District.Value, one.Period, area = one.Area.Value, one.Scheme.Year, one.Id, body = StorageJson.Write(one), one.FrozenBy.At,
        });

    public async Task<ScoreAppeal?> Appeal(AreaCode district, Guid id, CancellationToken ct = default) => await db.Find<string>(
        "select body from score_appeal where district_code = @district and id = @id", new { district = district.Value, id }, ct) is { } body ? StorageJson.Read<ScoreAppeal>(body) : null;

    public async Task<IReadOnlyList<ScoreAppeal>> Appeals(AreaCode district, Guid resultId, CancellationToken ct = default) => [.. (await db.Query<string>(
        "select body from score_appeal where district_code = @district and result_id = @resultId order by id", new { district = district.Value, resultId }, ct))
        .Select(StorageJson.Read<ScoreAppeal>)];

    public Task Add(AreaCode district, ScoreAppeal appeal) => db.Execute(
        "insert into score_appeal (district_code, id, result_id, body) values (@district, @Id, @ResultId, @body)",
        new { district = district.Value, appeal.Id, appeal.ResultId, body = StorageJson.Write(appeal) });

    public Task Save(AreaCode district, ScoreAppeal appeal) => db.Execute(
        "update score_appeal set body = @body where district_code = @district and id = @Id", new { body = StorageJson.Write(appeal), district = district.Value, appeal.Id });

    public async Task<IReadOnlyList<ScoreCorrection>> Corrections(AreaCode district, Guid resultId, CancellationToken ct = default) => [.. (await db.Query<string>(
        "select body from score_correction where district_code = @district and result_id = @resultId order by appeal_id", new { district = district.Value, resultId }, ct))
        .Select(StorageJson.Read<ScoreCorrection>)];

    public Task Add(AreaCode district, Guid resultId, ScoreCorrection correction) => db.Execute(
        "insert into score_correction (district_code, appeal_id, result_id, body) values (@district, @AppealId, @resultId, @body)",
        new { district = district.Value, correction.AppealId, resultId, body = StorageJson.Write(correction) });

    sealed record SchemeRow
    {
        public required long Version { get; init; }
        public required string Body { get; init; }
    }
}
