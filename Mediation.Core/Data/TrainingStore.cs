using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;

namespace Mediation.Core.Data;

/// <summary>Trainings and who attended them; hours are summed, never typed in.</summary>
[Scoped]
public sealed class TrainingStore(DbSession db)
{
    const int MinutesOfHour = 60;

    public async Task<Training?> Find(AreaCode district, Guid id, CancellationToken ct = default) => await db.Find<string>(
        "select body from training where district_code = @district and id = @id", new { district = district.Value, id }, ct) is { } body ? StorageJson.Read<Training>(body) : null;

    /// <summary>On PostgreSQL two commands on one training take turns; in the lane they do anyway.</summary>
    public async Task<Training?> FindForChange(AreaCode district, Guid id)
    {
        if (!db.IsSqlite)
            await db.Execute("select 1 from training where district_code = @district and id = @id for update", new { district = district.Value, id });
        return await Find(district, id);
    }

    /// <summary>The latest first; of an office and those below it.</summary>
    public async Task<IReadOnlyList<Training>> List(AreaCode under, int year, TrainingKind? kind, (DateOnly On, Guid Id)? after, int take, CancellationToken ct) => [..
        (await db.Query<string>(
            $"""
            select body
            from training
            where district_code = @district and area_code >= @First and area_code < @End and held_on >= @from and held_on <= @to
                {(kind is null ? "" : "and kind = @kind")}
                {(after is null ? "" : "and (held_on < @on or held_on = @on and id < @id)")}
            order by held_on desc, id desc
            limit @take
            """, new
            {
                district = under.District.Value, First = under.Value, End = under.End.Value, from = new DateOnly(year, 1, 1), to = new DateOnly(year, 12, 31),
                kind = kind?.ToString() ?? "", on = after?.On ?? default, id = after?.Id ?? Guid.Empty, take,
            }, ct)).Select(StorageJson.Read<Training>)];

    public async Task Add(Training training)
    {
        await db.Execute(
            """
            insert into training (district_code, id, organisation_id, area_code, held_on, kind, minutes, standing, body)
            values (@district, @Id, @OrganisationId, @area, @HeldOn, @kind, @minutes, 1, @body)
            """, new
            {
                district = training.Area.District.Value, training.Id, training.OrganisationId, area = training.Area.Value, training.HeldOn, kind = training.Kind.ToString(),
                minutes = (int)(training.Hours * MinutesOfHour), body = StorageJson.Write(training),
            });
        foreach (var mediatorId in training.MediatorIds)
            await db.Execute(
                "insert into training_attendance (district_code, training_id, mediator_id) values (@district, @Id, @mediatorId)",
                new { district = training.Area.District.Value, training.Id, mediatorId });
    }

    /// <summary>A voided one stays to be seen, and its hours count no more.</summary>
    public Task Save(Training training) => db.Execute(
        "update training set body = @body, standing = @standing where district_code = @district and id = @Id",
        new { body = StorageJson.Write(training), standing = training.Voided is null ? 1 : 0, district = training.Area.District.Value, training.Id });

    /// <summary>Hours of each mediator of a district from one day to another, by kind.</summary>
    public async Task<IReadOnlyDictionary<(Guid MediatorId, TrainingKind Kind), decimal>> Hours(AreaCode district, DateOnly from, DateOnly to, CancellationToken ct = default) =>
        (await db.Query<HoursRow>(
            """
            select training_attendance.mediator_id, training.kind, sum(training.minutes) as minutes
            from training
            join training_attendance on training_attendance.district_code = training.district_code and training_attendance.training_id = training.id
            where training.district_code = @district and training.held_on >= @from and training.held_on <= @to and training.standing = 1
            group by training_attendance.mediator_id, training.kind
            order by training_attendance.mediator_id, training.kind
            """, new { district = district.Value, from, to }, ct))
        .ToDictionary(row => (row.MediatorId, Enum.Parse<TrainingKind>(row.Kind)), row => row.Minutes / (decimal)MinutesOfHour);

    sealed record HoursRow
    {
        public required Guid MediatorId { get; init; }
        public required string Kind { get; init; }
        public required long Minutes { get; init; }
    }
}
