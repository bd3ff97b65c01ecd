using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Data;

/// <summary>The organisations a dispute concerns beside those of its area: its former holders keep sight of it.</summary>
[Scoped]
public sealed class InvolvementStore(DbSession db, ChangeFeed changes)
{
    /// <summary>How many codes an organisation's area holds.</summary>
    const string Width =
        """
        case when organisation.area_code % 10000000000 = 0 then 10000000000 when organisation.area_code % 100000000 = 0 then 100000000
            when organisation.area_code % 1000000 = 0 then 1000000 when organisation.area_code % 1000 = 0 then 1000 else 1 end
        """;

    public async Task Add(DisputeFile file, IEnumerable<Guid> organisations)
    {
        foreach (var organisation in organisations)
            await db.Add(
                $"""
                insert into involvement (district_code, organisation_id, received_at, dispute_id, away)
                values (@District, @organisation, @ReceivedAt, @Id, coalesce((
                    select case when @Area >= organisation.area_code and @Area < organisation.area_code + {Width} then 0 else 1 end
                    from organisation
                    where organisation.id = @organisation and organisation.kind not in ('SectorCommittee', 'EnterpriseCommittee')), 1))
                on conflict do nothing
                """, new { District = file.Area.District.Value, organisation, file.ReceivedAt, file.Id, Area = file.Area.Value });
    }

    /// <summary>Place or receipt were put right: who sees it by its area, and where does it stand in the lists?</summary>
    public async Task Follow(DisputeFile file)
    {
        foreach (var organisation in DisputeSight.Concerned(file))
            await db.Execute(
                $"""
                update involvement
                set received_at = @ReceivedAt, away = coalesce((
                    select case when @Area >= organisation.area_code and @Area < organisation.area_code + {Width} then 0 else 1 end
                    from organisation
                    where organisation.id = @organisation and organisation.kind not in ('SectorCommittee', 'EnterpriseCommittee')), 1)
                where district_code = @District and organisation_id = @organisation and dispute_id = @Id
                """, new { District = file.Area.District.Value, organisation, file.ReceivedAt, file.Id, Area = file.Area.Value });
    }

    /// <summary>The organisation stands elsewhere now: which matters does it see by its area?</summary>
    public static Task Follow(DbSession db, Guid organisation) => db.Execute(
        $"""
        update involvement
        set away = coalesce((
            select case when dispute.area_code >= organisation.area_code and dispute.area_code < organisation.area_code + {Width} then 0 else 1 end
            from organisation
            join dispute on dispute.district_code = involvement.district_code and dispute.id = involvement.dispute_id
            where organisation.id = involvement.organisation_id and organisation.kind not in ('SectorCommittee', 'EnterpriseCommittee')), 1)
        where organisation_id = @organisation
        """, new { organisation });

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
