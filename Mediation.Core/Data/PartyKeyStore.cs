using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Data;

/// <summary>Keyed digests of names, ids and phones, by which the same people are found again without reading names.</summary>
[Scoped]
public sealed class PartyKeyStore(DbSession db)
{
    const int Newest = 20;

    const string OfFour =
        """
        select 0 as place, dispute_id
        from (select dispute_id from party_key where district_code = @District and digest = @One order by dispute_id desc limit @Newest) as one
        union all
        select 1 as place, dispute_id
        from (select dispute_id from party_key where district_code = @District and digest = @Two order by dispute_id desc limit @Newest) as two
        union all
        select 2 as place, dispute_id
        from (select dispute_id from party_key where district_code = @District and digest = @Three order by dispute_id desc limit @Newest) as three
        union all
        select 3 as place, dispute_id
        from (select dispute_id from party_key where district_code = @District and digest = @Four order by dispute_id desc limit @Newest) as four
        """;

    /// <summary>The newest disputes of each digest; four digests, those of two people, in one question.</summary>
    public async Task<IReadOnlyList<(long Digest, Guid DisputeId)>> Disputes(DisputeFile near, IReadOnlyList<long> digests)
    {
        var found = new List<(long, Guid)>();
        foreach (var four in digests.Chunk(4))
            found.AddRange((await db.Query<FoundRow>(OfFour, new
            {
                District = near.Area.District.Value, One = four[0], Two = At(four, 1), Three = At(four, 2), Four = At(four, 3), Newest,
            })).Select(row => (four[(int)row.Place], row.DisputeId)));
        return found;

        static long? At(long[] four, int place) => place < four.Length ? four[place] : null;
    }

    public ValueTask Add(DisputeFile file, long digest) => db.Add(
        "insert into party_key (district_code, digest, dispute_id) values (@District, @digest, @Id) on conflict do nothing",
        new { District = file.Area.District.Value, digest, file.Id });

    public Task<int> Forget(DisputeFile file) => db.Execute(
        "delete from party_key where district_code = @District and dispute_id = @Id", new { District = file.Area.District.Value, file.Id });

    sealed record FoundRow
    {
        public required long Place { get; init; }

        public required Guid DisputeId { get; init; }
    }
}
