using System.Text.Json;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Features.Journal;

/// <summary>Whether a chain of hashes and the texts beside it are what they were when they were written.</summary>
static class ChainCheck
{
    /// <summary>`version` is what the dispute's row says it has come to.</summary>
    public static BrokenRow? FirstBroken(IReadOnlyList<JournalRow> rows, IReadOnlyDictionary<long, Dictionary<string, PersonalText>> texts, int version)
    {
        byte[] previous = [];
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            if (row.Sequence != index + 1)
                return new BrokenRow(index + 1, "sequence");
            if (!row.Hash.AsSpan().SequenceEqual(previous = row.HashAfter(previous)))
                return new BrokenRow(row.Sequence, "hash");
            if (BrokenText(row, texts.GetValueOrDefault(row.Sequence) ?? []) is { } field)
                return new BrokenRow(row.Sequence, "text", field);
        }
        return rows.Count < version ? new BrokenRow(rows.Count + 1, "tail") : null;
    }

    /// <summary>The signatures that were drawn, with their digests.</summary>
    public static IEnumerable<(long Sequence, Guid Id, string? Digest)> Drawings(IReadOnlyList<JournalRow> rows)
    {
        foreach (var row in rows.Where(r => r.Event == nameof(JournalEvent.SignatureDrawn)))
        {
            using var payload = JsonDocument.Parse(row.Payload);
            yield return (row.Sequence, payload.RootElement.GetProperty("stroke").GetGuid(), payload.RootElement.GetProperty("digest").GetString());
        }
    }

    /// <summary>A text that is not what its digest says, or is gone without having been erased.</summary>
    static string? BrokenText(JournalRow row, Dictionary<string, PersonalText> texts)
    {
        using var payload = JsonDocument.Parse(row.Payload);
        if (!payload.RootElement.TryGetProperty("personal", out var digests))
            return texts.Keys.FirstOrDefault();
        foreach (var digest in digests.EnumerateObject())
        {
            if (!texts.TryGetValue(digest.Name, out var text))
                return digest.Name;
            if (text.ErasedOn is null && text.Digest(digest.Name) != digest.Value.GetString())
                return digest.Name;
        }
        return null;
    }
}
