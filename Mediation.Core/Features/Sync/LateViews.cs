using System.Text.Json;
using System.Text.Json.Nodes;
using Mediation.Core.Data;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Parties;
using Mediation.Core.Domain.Sync;

namespace Mediation.Core.Features.Sync;

/// <summary>What somebody recorded offline after the matter had gone to another desk.</summary>
public sealed record LateSubmission
{
    /// <summary>The id of the command.</summary>
    public required Guid Id { get; init; }
    public required Guid DisputeId { get; init; }

    /// <summary>The operation that was meant, as `HoldSession`.</summary>
    public required string Kind { get; init; }
    public required DeviceAuthor Author { get; init; }
    public DateTimeOffset? DeviceTime { get; init; }
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The body as sent, with ids, phones and addresses masked; null when its words were lawfully erased.</summary>
    public JsonElement? Body { get; init; }

    /// <summary>Who has the matter now.</summary>
    public required HolderView Holder { get; init; }
    public LateDecision? Decision { get; init; }
    public string? Reason { get; init; }

    /// <summary>The command by which the holder entered it.</summary>
    public Guid? Reference { get; init; }
    public DateTimeOffset? DecidedAt { get; init; }
}

public sealed record DeviceAuthor(Guid Id, string DisplayName, Guid OrganisationId, string OrganisationName);

/// <summary>Shows late submissions with their words from beside the journal.</summary>
[Scoped]
public sealed class LateReader(JournalStore journal, AccountStore accounts, OrganisationStore organisations)
{
    public async Task<LateSubmission> View(LateRow row, CancellationToken ct = default)
    {
        var texts = await journal.Texts(row.DistrictCode, row.DisputeId, ct);
        var author = (await accounts.ById(row.AccountId, ct))!;
        var organisation = (await organisations.Get(row.OrganisationId, ct))!;
        var holder = (await organisations.Get(row.HolderId, ct))!;
        return new LateSubmission
        {
            Id = row.Id, DisputeId = row.DisputeId, Kind = row.Kind, Author = new DeviceAuthor(author.Id, author.DisplayName, organisation.Id, organisation.Name),
            DeviceTime = row.DeviceTime, ReceivedAt = row.ReceivedAt, Body = Words(texts, row.Sequence, "late") is { } words ? Masked(words) : null,
            Holder = new HolderView(holder.Id, holder.Name, holder.Tier), Decision = row.Decision is { } decision ? Enum.Parse<LateDecision>(decision) : null,
            Reason = row.DecidedSequence is { } sequence ? Words(texts, sequence, "reason") : null, Reference = row.Reference, DecidedAt = row.DecidedAt,
        };
    }

    static string? Words(IReadOnlyDictionary<long, Dictionary<string, PersonalText>> texts, long sequence, string name) =>
        texts.GetValueOrDefault(sequence)?.GetValueOrDefault(name)?.Value;

    static JsonElement Masked(string words)
    {
        var body = JsonNode.Parse(words);
        Mask(body);
        return JsonSerializer.SerializeToElement(body);
    }

    static void Mask(JsonNode? node)
    {
        if (node is JsonArray items)
            foreach (var item in items)
                Mask(item);
        if (node is not JsonObject fields)
            return;
        foreach (var (name, value) in fields.ToList())
            if (value is JsonValue one && one.TryGetValue<string>(out var text))
                fields[name] = Masked(name, text);
            else
                Mask(value);
    }

    static string Masked(string name, string text) => name switch
    {
        "idNumber" => Masking.IdNumber(text),
        "phone" => Masking.Phone(text),
        "address" => Masking.Address(text),
        "contact" => Masking.Name(text),
        _ => Guid.TryParse(text, out _) || DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _) ? text : Masking.FreeText(text),
    };
}
