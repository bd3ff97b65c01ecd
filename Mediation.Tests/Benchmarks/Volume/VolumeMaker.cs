using System.Collections.Concurrent;
using Mediation.Core.Data;

namespace Mediation.Benchmarks.Volume;

/// <summary>Multiplies the templates. One thread makes rows, another one writes them.</summary>
sealed class VolumeMaker(Tables tables, City city, VariantMaker variants, ISink sink, byte[] partyKey)
{
    const int BytesOfBatch = 3 << 20;
    const int Batches = 4;

    readonly BlockingCollection<Batch> empty = [.. Enumerable.Range(0, Batches).Select(_ => new Batch())];
    readonly BlockingCollection<Batch> full = [];
    readonly List<PartyKey> keys = [];
    readonly Dictionary<(long District, long Town, long Village, TallyPlace Place), long[]> tallies = [];
    readonly SearchTokens search = new();

    public async Task Make(Planned[] plan, IReadOnlyList<Template> templates, IReadOnlyList<Action<Batch>> before, Action<Batch> after, CancellationToken ct = default)
    {
        sink.Begin();
        var writing = Task.Run(Write, ct);
        try
        {
            foreach (var rows in before)
                Send(rows);
            await Multiply(plan, templates, writing);
            for (var from = 0; from < keys.Count || from == 0; from += 50_000)
                SendKeys(from);
            Send(SumUp);
            Send(after);
        }
        finally
        {
            full.CompleteAdding();
        }
        await writing;
        sink.End();
    }

    async Task Multiply(Planned[] plan, IReadOnlyList<Template> templates, Task writing)
    {
        var known = new Dictionary<(int, int), Variant>();
        var copy = new Copy(city, new Dice(20_260_101));
        var batch = empty.Take();
        var month = 0;
        for (var number = 0; number < plan.Length; number++)
        {
            var planned = plan[number];
            if (Months.IndexOf(Months.DayOf(planned.At)) is var now && now != month)
            {
                (month, known) = (now, []);
                Console.Error.WriteLine($"{TimeProvider.System.GetUtcNow():HH:mm:ss} {number:#,0} of {plan.Length:#,0} disputes");
            }
            if (!known.TryGetValue((planned.Template, planned.Months), out var variant))
                known[(planned.Template, planned.Months)] = variant = await variants.Make(templates[planned.Template], planned.Months);
            copy.Become(variant, planned, number + 1, batch);
            Rows(copy, batch);
            Remember(copy, batch);
            if (batch.Used < BytesOfBatch)
                continue;
            full.Add(batch);
            if (writing.IsFaulted)
                await writing;
            batch = empty.Take();
        }
        full.Add(batch);
    }

    void Rows(Copy copy, Batch batch)
    {
        foreach (var (table, parts) in copy.Variant.Rows)
        {
            batch.Row(table.Number);
            foreach (var part in parts)
                part.Write(copy, batch);
            if (table.Name == "search_text" && sink.HasSearchIndex)
                Index(batch, copy);
        }
    }

    void Index(Batch batch, Copy copy)
    {
        search.Read(batch.Bytes(batch.Cells[^1]));
        batch.Row(tables[Tables.SearchIndex].Number);
        batch.Number(copy.SearchNumber);
        var from = batch.Used;
        search.Append(batch);
        var (district, town, village) = copy.Places;
        batch.Append(System.Text.Encoding.ASCII.GetBytes(" " + SearchStore.ScopeTokens(village, town, district)));
        batch.EndText(from);
    }

    void Remember(Copy copy, Batch batch)
    {
        var id = copy.Id(0);
        var (high, low) = (System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(id), System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(id[8..]));
        var (district, town, village) = copy.Places;
        foreach (var key in copy.Variant.Keys)
            keys.Add(new PartyKey(district, copy.Key(key, partyKey, batch), high, low));
        foreach (var (place, counts) in copy.Variant.Tallies)
        {
            if (!tallies.TryGetValue((district, town, village, place), out var sum))
                tallies[(district, town, village, place)] = sum = new long[counts.Length];
            for (var at = 0; at < counts.Length; at++)
                sum[at] += counts[at];
        }
    }

    void SendKeys(int from)
    {
        if (from == 0)
            keys.Sort();
        Send(batch =>
        {
            Span<byte> id = stackalloc byte[16];
            for (var at = from; at < Math.Min(from + 50_000, keys.Count); at++)
            {
                if (at > 0 && keys[at] == keys[at - 1])
                    continue;
                batch.Row(tables["party_key"].Number);
                batch.Number(keys[at].District);
                batch.Number(keys[at].Digest);
                Batch.WriteBig(id, keys[at].High, keys[at].Low);
                batch.Blob(id);
            }
        });
    }

    void SumUp(Batch batch)
    {
        foreach (var (key, counts) in tallies.OrderBy(one => (one.Key.District, one.Key.Place.Month, one.Key.Village)))
        {
            batch.Row(tables["tally"].Number);
            batch.Number(key.District);
            batch.Number(key.Town);
            batch.Number(key.Village);
            batch.Number(key.Place.Month);
            batch.Text(key.Place.Tier);
            batch.Number(key.Place.Category);
            foreach (var count in counts)
                batch.Number(count);
        }
    }

    void Send(Action<Batch> rows)
    {
        var batch = empty.Take();
        rows(batch);
        full.Add(batch);
    }

    void Write()
    {
        foreach (var batch in full.GetConsumingEnumerable())
        {
            sink.Write(batch);
            batch.Clear();
            empty.Add(batch);
        }
    }
}

/// <summary>A row of `party_key`.</summary>
readonly record struct PartyKey(long District, long Digest, ulong High, ulong Low) : IComparable<PartyKey>
{
    public int CompareTo(PartyKey other) => (District, Digest, High, Low).CompareTo((other.District, other.Digest, other.High, other.Low));
}
