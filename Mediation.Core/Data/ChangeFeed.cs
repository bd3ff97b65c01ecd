using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Data;

/// <summary>
/// Numbers what a transaction changed, for tablets that pull what is new. The district's counter is drawn when everything else is written and stays locked
/// until the commit: whoever sees a number sees all smaller ones, on PostgreSQL too, where a sequence would be overtaken.
/// </summary>
[Scoped]
public sealed class ChangeFeed(DbSession db, TimeProvider clock)
{
    const string Involved =
        """
        update involvement set number = (select last from change_counter where district_code = @District)
        where district_code = @District and organisation_id in (@One, @Two, @Three, @Four) and dispute_id = @Id
        """;

    readonly List<Changed> noted = [];
    readonly List<Left> gone = [];

    /// <summary>An attempt begins; what an earlier one noted was rolled back with it.</summary>
    public void Begin()
    {
        noted.Clear();
        gone.Clear();
    }

    public void Note(DisputeFile? before, DisputeFile after, int version)
    {
        noted.RemoveAll(one => one.File.Id == after.Id);
        noted.Add(new Changed(after, version));
        if (before is not null && before.Area != after.Area)
            gone.Add(new Left(after.Id, Guid.Empty, before));
    }

    /// <summary>What was taken back leaves the desk that it was sent to by mistake.</summary>
    public void NoteLeft(DisputeFile file, Guid organisationId) => gone.Add(new Left(file.Id, organisationId, null));

    /// <summary>The last statements before the commit.</summary>
    public async Task Write()
    {
        foreach (var (file, version) in noted)
            await Write(file, version);
        Begin();
    }

    /// <summary>Draws and writes in one round trip: the counter is what everybody of the district waits for. Few matters concern more than four.</summary>
    async Task Write(DisputeFile file, int version)
    {
        Guid[][] concerned = [.. DisputeSight.Concerned(file).Chunk(4)];
        var one = new
        {
            District = file.Area.District.Value, file.Id, Town = DisputeStore.TownOf(file), Village = file.Area.Value, version, At = clock.GetUtcNow(),
            One = concerned[0][0], Two = concerned[0][^1], Three = concerned[0].ElementAtOrDefault(1), Four = concerned[0].ElementAtOrDefault(2),
        };
        await db.Add(
            """
            insert into change_counter (district_code, last) values (@District, 1)
            on conflict (district_code) do update set last = change_counter.last + 1
            """, one);
        await db.Add(
            """
            insert into dispute_change (district_code, dispute_id, town_code, village_code, number, version, at)
            select @District, @Id, @Town, @Village, last, @version, @At from change_counter where district_code = @District
            on conflict (district_code, dispute_id) do update set town_code = excluded.town_code, village_code = excluded.village_code, number = excluded.number,
                version = excluded.version, at = excluded.at
            """, one);
        await db.Add(Involved, one);
        foreach (var more in concerned[1..])
            await db.Add(Involved, new
            {
                District = file.Area.District.Value, file.Id, One = more[0], Two = more[^1], Three = more.ElementAtOrDefault(1), Four = more.ElementAtOrDefault(2),
            });
        foreach (var left in gone.Where(one => one.DisputeId == file.Id))
            await db.Add(
                """
                insert into dispute_left (district_code, dispute_id, organisation_id, number, town_code, village_code, version)
                select @District, @Id, @OrganisationId, last, @Town, @Village, @version from change_counter where district_code = @District
                """, new
                {
                    District = file.Area.District.Value, file.Id, left.OrganisationId, version,
                    Town = left.From is null ? 0 : DisputeStore.TownOf(left.From), Village = left.From?.Area.Value ?? 0,
                });
    }

    sealed record Changed(DisputeFile File, int Version);

    sealed record Left(Guid DisputeId, Guid OrganisationId, DisputeFile? From);
}
