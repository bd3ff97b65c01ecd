using System.Text.Json.Nodes;
using Mediation.Core.Domain.Clocks;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Data;

/// <summary>Writes and reads the append-only history, its chain of hashes and the erasable texts beside it.</summary>
[Scoped]
public sealed class JournalStore(DbSession db)
{
    const string Columns = "district_code, dispute_id, sequence, event, actor_id, organisation_id, on_date, device_time, server_time, payload, hash";

    public async Task Append(Dispute dispute, Step step)
    {
        var (district, id, sequence) = (dispute.File.Area.District.Value, dispute.File.Id, (long)dispute.Version);
        var previous = dispute.Version == 0 ? [] : await LastHash(district, id);
        foreach (var entry in dispute.News)
        {
            var texts = entry.Personal.ToDictionary(text => text.Key, text => PersonalText.Of(text.Value));
            var payload = (JsonObject)entry.Facts.DeepClone();
            if (texts.Count > 0)
                payload["personal"] = new JsonObject(texts.Select(t => KeyValuePair.Create(t.Key, (JsonNode?)t.Value.Digest(t.Key))));
            if (sequence > dispute.Version)
                payload[ClockJournal.Part] = sequence - dispute.Version + 1;
            var row = new JournalRow
            {
                DistrictCode = district, DisputeId = id, Sequence = ++sequence, Event = entry.Event.ToString(), ActorId = step.ActorId,
                OrganisationId = step.OrganisationId, OnDate = entry.On, DeviceTime = step.DeviceTime, ServerTime = step.Now,
                Payload = payload.ToJsonString(StorageJson.Options),
            };
            row = row with { Hash = previous = row.HashAfter(previous) };
            await db.Add(
                $"""
                insert into journal ({Columns})
                values (@DistrictCode, @DisputeId, @Sequence, @Event, @ActorId, @OrganisationId, @OnDate, @DeviceTime, @ServerTime, @Payload, @Hash)
                """, row);
            if (texts.Count > 0)
                await WriteTexts(district, id, sequence, texts);
        }
    }

    public Task<IReadOnlyList<JournalRow>> Rows(long district, Guid id, CancellationToken ct = default) => db.Query<JournalRow>(
        $"select {Columns} from journal where district_code = @district and dispute_id = @id order by sequence", new { district, id }, ct);

    /// <summary>The lines of all disputes behind one id and up to another, chain after chain.</summary>
    public Task<IReadOnlyList<JournalRow>> RowsBetween(long district, Guid after, Guid end, CancellationToken ct) => db.Query<JournalRow>(
        $"select {Columns} from journal where district_code = @district and dispute_id > @after and dispute_id <= @end order by dispute_id, sequence", new { district, after, end }, ct);

    /// <summary>And the erasable texts beside them.</summary>
    public async Task<IReadOnlyList<(Guid DisputeId, long Sequence, Dictionary<string, PersonalText> Texts)>> TextsBetween(long district, Guid after, Guid end, CancellationToken ct) => [..
        (await db.Query<TextRow>(
            "select dispute_id, sequence, fields from journal_personal where district_code = @district and dispute_id > @after and dispute_id <= @end order by dispute_id, sequence",
            new { district, after, end }, ct)).Select(row => (row.DisputeId, row.Sequence, StorageJson.Read<Dictionary<string, PersonalText>>(row.Fields)))];

    /// <summary>What happened after a version, oldest first.</summary>
    public async Task<IReadOnlyList<JournalEvent>> EventsAfter(long district, Guid id, long sequence) => [.. (await db.Query<string>(
        "select event from journal where district_code = @district and dispute_id = @id and sequence > @sequence order by sequence", new { district, id, sequence }))
        .Select(Enum.Parse<JournalEvent>)];

    /// <summary>The erasable texts of each row, by sequence.</summary>
    public async Task<IReadOnlyDictionary<long, Dictionary<string, PersonalText>>> Texts(long district, Guid id, CancellationToken ct = default) =>
        (await db.Query<TextRow>(
            "select sequence, fields from journal_personal where district_code = @district and dispute_id = @id order by sequence",
            new { district, id }, ct)).ToDictionary(row => row.Sequence, row => StorageJson.Read<Dictionary<string, PersonalText>>(row.Fields));

    /// <summary>Takes value and salt of a text away for ever; what is left says when.</summary>
    public async Task Erase(long district, Guid id, Func<string, bool> concerned, DateOnly on)
    {
        foreach (var (sequence, texts) in await Texts(district, id))
        {
            if (!texts.Keys.Any(concerned))
                continue;
            var left = texts.ToDictionary(t => t.Key, t => concerned(t.Key) ? new PersonalText { ErasedOn = on } : t.Value);
            await db.Execute(
                "update journal_personal set fields = @fields where district_code = @district and dispute_id = @id and sequence = @sequence",
                new { district, id, sequence, fields = StorageJson.Write(left) });
        }
    }

    async Task<byte[]> LastHash(long district, Guid id) => await db.Find<byte[]>(
        "select hash from journal where district_code = @district and dispute_id = @id order by sequence desc limit 1", new { district, id }) ?? [];

    ValueTask WriteTexts(long district, Guid id, long sequence, Dictionary<string, PersonalText> texts) => db.Add(
        "insert into journal_personal (district_code, dispute_id, sequence, fields) values (@district, @id, @sequence, @fields)",
        new { district, id, sequence, fields = StorageJson.Write(texts) });

    sealed record TextRow
    {
        public Guid DisputeId { get; init; }

        public required long Sequence { get; init; }

        public required string Fields { get; init; }
    }
}
