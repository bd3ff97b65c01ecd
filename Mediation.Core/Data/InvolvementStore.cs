using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Data;

/// <summary>The organisations a dispute concerns beside those of its area: its former holders keep sight of it.</summary>
[Scoped]
public sealed class InvolvementStore(DbSession db, ChangeFeed changes)
{
    public async Task Add(DisputeFile file, IEnumerable<Guid> organisations)
    {
        foreach (var organisation in organisations)
            await db.Add(
                """
                insert into involvement (district_code, organisation_id, received_at, dispute_id)
                values (@District, @organisation, @ReceivedAt, @Id) on conflict do nothing
                """, new { District = file.Area.District.Value, organisation, file.ReceivedAt, file.Id });
    }

    /// <summary>What was sent by mistake and taken back is no matter of the receiver any more.</summary>
    public async Task Remove(DisputeFile file, IEnumerable<Guid> organisations)
    {
        foreach (var organisation in organisations)
        {
            await db.Execute(
                "delete from involvement where district_code = @District and organisation_id = @organisation and dispute_id = @Id",
                new { District = file.Area.District.Value, organisation, file.Id });
            changes.NoteLeft(file, organisation);
        }
    }
}
