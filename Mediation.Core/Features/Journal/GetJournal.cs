using System.Text.Json;
using System.Text.Json.Nodes;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Clocks;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Journal;
using Mediation.Core.Domain.Parties;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Journal;

/// <summary>A dispute's history, oldest first, as the person may see it: the timeline on the screen.</summary>
[Needs(Permission.ReadMatters)]
public sealed record GetJournal(Guid DisputeId) : IQuery<JournalView>;

public sealed record JournalView(IReadOnlyList<JournalLine> Items);

/// <summary>One line: when it happened, when it was entered, by whom, the facts, and the texts; erased ones say so.</summary>
public sealed record JournalLine
{
    public required long Sequence { get; init; }
    public required string Event { get; init; }
    public required DateOnly On { get; init; }
    public required DateTimeOffset ServerTime { get; init; }
    public DateTimeOffset? DeviceTime { get; init; }
    public required Guid ActorId { get; init; }
    public string? ActorName { get; init; }
    public required Guid OrganisationId { get; init; }
    public string? OrganisationName { get; init; }
    public required JsonElement Facts { get; init; }
    public required IReadOnlyDictionary<string, string> Texts { get; init; }
    public required string Hash { get; init; }
}

sealed class GetJournalHandler(CurrentUser user, DisputeStore disputes, JournalStore journal, OrganisationStore organisations, AccountStore accounts)
    : IQueryHandler<GetJournal, JournalView>
{
    /// <summary>A card of the clock is no person's.</summary>
    const string ByRule = "督办规则（自动）";

    // Case notes stay with the hosting committee (人民调解法 15(4)); the rest is the matter.
    static readonly string[] CaseTexts = ["record", "record.interviewee", "record.participants", "terms", "evidence", "invitees", "report.receiver", "late"];

    // A note on one of these was made at the table; on any other line it is the matter's.
    static readonly string[] CaseEvents =
    [
        nameof(JournalEvent.SessionHeld), nameof(JournalEvent.AgreementReached), nameof(JournalEvent.AgreementCompleted),
        nameof(JournalEvent.ObligationPerformed), nameof(JournalEvent.FollowedUp), nameof(JournalEvent.SettledOnTheSpot),
        nameof(JournalEvent.Investigated), nameof(JournalEvent.InterestDeclared), nameof(JournalEvent.MediatorChallenged), nameof(JournalEvent.ChallengeDecided),
        nameof(JournalEvent.FileAttached), nameof(JournalEvent.DossierArchived), nameof(JournalEvent.DossierReviewed),
    ];

    public async Task<JournalView> Handle(GetJournal query, CancellationToken ct)
    {
        if (await disputes.Find(query.DisputeId, ct) is not { } dispute || !DisputeSight.Includes(dispute.File, user.Account))
            throw new NotFoundException("The dispute");
        var district = dispute.File.Area.District.Value;
        var texts = await journal.Texts(district, query.DisputeId, ct);
        var names = new Dictionary<Guid, string?>();
        var lines = new List<JournalLine>();
        foreach (var row in await journal.Rows(district, query.DisputeId, ct))
        {
            var hosts = Hosts(dispute.File, row);
            lines.Add(new JournalLine
            {
                Sequence = row.Sequence, Event = row.Event, On = row.OnDate, ServerTime = row.ServerTime, DeviceTime = row.DeviceTime, ActorId = row.ActorId,
                ActorName = row.ActorId == Guid.Empty ? ByRule : await Name(names, row.ActorId, async id => (await accounts.ById(id, ct))?.DisplayName), OrganisationId = row.OrganisationId,
                OrganisationName = await Name(names, row.OrganisationId, async id => (await organisations.Get(id, ct))?.Name),
                Facts = Facts(row, hosts), Texts = Shown(dispute.File, row, texts.GetValueOrDefault(row.Sequence) ?? [], hosts),
                Hash = Convert.ToHexStringLower(row.Hash),
            });
        }
        return new JournalView(lines);
    }

    /// <summary>A former host reads its own case, not the next committee's.</summary>
    bool Hosts(DisputeFile file, JournalRow row) => new DisputeSight(file, user.Account) is var sight
        && file.Cases.Any(c => sight.Hosts(c) && (row.OrganisationId == c.OrganisationId || row.OrganisationId == c.DeskId));

    /// <summary>Who owes what by when is the agreement's content, and for its committee alone.</summary>
    static JsonElement Facts(JournalRow row, bool hosts)
    {
        var facts = JsonNode.Parse(row.Payload)!.AsObject();
        if (!hosts)
            facts.Remove(JournalledAgreement.Dues);
        return JsonSerializer.SerializeToElement(facts);
    }

    Dictionary<string, string> Shown(DisputeFile file, JournalRow row, Dictionary<string, PersonalText> texts, bool hosts)
    {
        var sight = new DisputeSight(file, user.Account);
        var corrected = Corrected(row);
        return texts.Where(t => hosts || !IsCaseText(row, t.Key)).ToDictionary(t => t.Key, t => t.Value switch
        {
            { ErasedOn: { } on } => $"已依法删除（{on:yyyy-MM-dd}）",
            { Value: { } value } => Masked(file, sight, t.Key is "old" or "new" ? corrected : t.Key, value),
            _ => "",
        });
    }

    static bool IsCaseText(JournalRow row, string name) => CaseTexts.Contains(name) || name.StartsWith("obligation.", StringComparison.Ordinal)
        || name.StartsWith("member.", StringComparison.Ordinal) || name.StartsWith("attachment.", StringComparison.Ordinal)
        || name.StartsWith("dossier.", StringComparison.Ordinal) || name == "note" && CaseEvents.Contains(row.Event);

    /// <summary>The field of a correction: its old and new values are shown as that field is.</summary>
    static string Corrected(JournalRow row)
    {
        using var payload = JsonDocument.Parse(row.Payload);
        return payload.RootElement.TryGetProperty("field", out var field) ? field.GetString()! : "";
    }

    static string Masked(DisputeFile file, DisputeSight sight, string name, string value) => name.Split('.')[^1] switch
    {
        // One of many: name, certificate and phone stand in one text.
        _ when name.StartsWith("member.", StringComparison.Ordinal) => Masking.Name(value),
        "name" or "guardianName" or "description" when IsOfHiddenChild(file, sight, name) => Masking.Name(value),
        "idNumber" => Masking.IdNumber(value),
        "phone" => Masking.Phone(value),
        "address" => Masking.Address(value),
        "contact" => Masking.Name(value),
        "subject" or "summary" => sight.Brief(value) ?? "",
        // Both values of a conflict stand in one text behind the name of their field.
        "conflict" => Masking.FreeText(value.StartsWith("parties.", StringComparison.Ordinal) ? value[..value.IndexOf(':', StringComparison.Ordinal)] : value),
        _ => value,
    };

    static bool IsOfHiddenChild(DisputeFile file, DisputeSight sight, string name) =>
        name.Split('.') is ["party" or "parties", var id, ..] && file.Parties.Any(p => p.Id.ToString() == id && sight.Hides(p));

    static async Task<string?> Name(Dictionary<Guid, string?> known, Guid id, Func<Guid, Task<string?>> look) =>
        known.TryGetValue(id, out var name) ? name : known[id] = await look(id);
}
