using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Data;

/// <summary>Keyed digests of names, ids and phones, by which the same people are found again without reading names.</summary>
[Scoped]
public sealed class PartyKeyStore(DbSession db)
{
    const int Newest = 20;

    public Task<IReadOnlyList<Guid>> Disputes(DisputeFile near, long digest) => db.Query<Guid>(
        "select dispute_id from party_key where district_code = @District and digest = @digest order by dispute_id desc limit @Newest",
        new { District = near.Area.District.Value, digest, Newest });

    public Task<int> Add(DisputeFile file, long digest) => db.Execute(
        "insert into party_key (district_code, digest, dispute_id) values (@District, @digest, @Id) on conflict do nothing",
        new { District = file.Area.District.Value, digest, file.Id });

    public Task<int> Forget(DisputeFile file) => db.Execute(
        "delete from party_key where district_code = @District and dispute_id = @Id", new { District = file.Area.District.Value, file.Id });
}
