using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Data;

/// <summary>Vectors of signatures beside the documents: written once, erased when the law says so (个人信息保护法 47).</summary>
[Scoped]
public sealed class StrokeStore(DbSession db)
{
    /// <summary>Keeps the vectors with a salt of their own and gives the digest for the journal; null when the id was used before.</summary>
    public async Task<string?> Add(long district, Guid disputeId, Guid id, IReadOnlyList<IReadOnlyList<IReadOnlyList<int>>> strokes)
    {
        var text = PersonalText.Of(StorageJson.Write(strokes));
        var added = await db.Execute(
            "insert into stroke (district_code, dispute_id, id, vectors, salt) values (@district, @disputeId, @id, @Value, @Salt) on conflict do nothing",
            new { district, disputeId, id, text.Value, text.Salt });
        return added == 1 ? text.Digest(Field(id)) : null;
    }

    /// <summary>The vectors and the digest they have now; null when there are none, or none any more.</summary>
    public async Task<(IReadOnlyList<IReadOnlyList<IReadOnlyList<int>>> Strokes, string Digest)?> Find(long district, Guid disputeId, Guid id, CancellationToken ct)
    {
        var row = await db.Find<Row>(
            "select vectors, salt from stroke where district_code = @district and dispute_id = @disputeId and id = @id", new { district, disputeId, id }, ct);
        return row is { Vectors: { } vectors, Salt: { } salt }
            ? (StorageJson.Read<IReadOnlyList<IReadOnlyList<IReadOnlyList<int>>>>(vectors), new PersonalText { Value = vectors, Salt = salt }.Digest(Field(id)))
            : null;
    }

    public async Task Erase(long district, Guid disputeId, IEnumerable<Guid> ids)
    {
        foreach (var id in ids)
            await db.Execute(
                "update stroke set vectors = null, salt = null where district_code = @district and dispute_id = @disputeId and id = @id", new { district, disputeId, id });
    }

    /// <summary>How it is named where a digest is made.</summary>
    public static string Field(Guid id) => $"stroke.{id}";

    sealed record Row
    {
        public string? Vectors { get; init; }

        public byte[]? Salt { get; init; }
    }
}
