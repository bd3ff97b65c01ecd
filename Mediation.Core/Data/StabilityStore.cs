using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;

namespace Mediation.Core.Data;

/// <summary>The register of stability risk assessments.</summary>
[Scoped]
public sealed class StabilityStore(DbSession db)
{
    public async Task<StabilityAssessment?> Find(AreaCode district, Guid id, CancellationToken ct = default) => await db.Find<string>(
        "select body from stability_assessment where district_code = @district and id = @id", new { district = district.Value, id }, ct) is { } body
        ? StorageJson.Read<StabilityAssessment>(body) : null;

    /// <summary>On PostgreSQL two commands on one assessment take turns; in the lane they do anyway.</summary>
    public async Task<StabilityAssessment?> FindForChange(AreaCode district, Guid id)
    {
        if (!db.IsSqlite)
            await db.Execute("select 1 from stability_assessment where district_code = @district and id = @id for update", new { district = district.Value, id });
        return await Find(district, id);
    }

    /// <summary>Those of an area that were due in these days.</summary>
    public async Task<IReadOnlyList<StabilityAssessment>> Due(AreaCode area, DateOnly from, DateOnly to, CancellationToken ct) => [.. (await db.Query<string>(
        """
        select body
        from stability_assessment
        where district_code = @district and area_code >= @First and area_code < @End and due_on >= @from and due_on <= @to
        order by due_on, id
        """, new { district = area.District.Value, First = area.Value, End = area.End.Value, from, to }, ct)).Select(StorageJson.Read<StabilityAssessment>)];

    /// <summary>The one that is due last first.</summary>
    public async Task<IReadOnlyList<StabilityAssessment>> List(
        AreaCode area, StabilityState? state, StabilityGrade? grade, DateOnly today, (DateOnly On, Guid Id)? after, int take, CancellationToken ct)
    {
        string?[] filters =
        [
            state switch
            {
                StabilityState.Due => "standing = 1 and done = 0 and due_on >= @today", StabilityState.Overdue => "standing = 1 and done = 0 and due_on < @today",
                StabilityState.Done => "done = 1", StabilityState.Withdrawn => "standing = 0", null => null,
            },
            grade is null ? null : "grade = @grade",
            after is null ? null : "(due_on < @on or due_on = @on and id < @id)",
        ];
        return [.. (await db.Query<string>(
            $"""
            select body
            from stability_assessment
            where district_code = @district and area_code >= @First and area_code < @End {string.Concat(filters.OfType<string>().Select(filter => $" and {filter}"))}
            order by due_on desc, id desc
            limit @take
            """, new
            {
                district = area.District.Value, First = area.Value, End = area.End.Value, today, grade = grade?.ToString() ?? "", on = after?.On ?? default,
                id = after?.Id ?? Guid.Empty, take,
            }, ct)).Select(StorageJson.Read<StabilityAssessment>)];
    }

    public Task Add(StabilityAssessment one) => db.Execute(
        """
        insert into stability_assessment (district_code, id, area_code, due_on, done, standing, grade, body)
        values (@district, @Id, @area, @DueOn, @done, @standing, @grade, @body)
        """, Parameters(one));

    public Task Save(StabilityAssessment one) => db.Execute(
        "update stability_assessment set done = @done, standing = @standing, grade = @grade, body = @body where district_code = @district and id = @Id", Parameters(one));

    static object Parameters(StabilityAssessment one) => new
    {
        district = one.Area.District.Value, one.Id, area = one.Area.Value, one.DueOn, done = one.Report is null ? 0 : 1, standing = one.Counts ? 1 : 0,
        grade = one.Report?.Grade.ToString(), body = StorageJson.Write(one),
    };
}
