using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Parties;
using Mediation.Core.Domain.Search;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Disputes;

/// <summary>Looks for the same matter under another id: same parties, or same place, type and time with a similar text. It only hints.</summary>
[Scoped]
public sealed class DuplicateFinder(CurrentUser user, DbSession db, DisputeStore disputes, PartyKeyStore partyKeys, ReferenceData reference)
{
    const string Secret = "party-key";
    const int Looked = 10;
    const double Similar = 0.35;
    static readonly TimeSpan Window = TimeSpan.FromDays(180);
    static readonly TimeSpan TextWindow = TimeSpan.FromDays(30);

    public async Task<IReadOnlyList<DuplicateHint>> Find(DisputeFile file)
    {
        var found = new Dictionary<Guid, SortedSet<string>>();
        var keys = await Keys(file);
        foreach (var (digest, id) in await partyKeys.Disputes(file, [.. keys.Select(key => key.Digest).Distinct()]))
            foreach (var key in keys.Where(key => key.Digest == digest))
                (found.TryGetValue(id, out var reasons) ? reasons : found[id] = []).Add(key.Reason);
        foreach (var id in await WithText(file))
            (found.TryGetValue(id, out var reasons) ? reasons : found[id] = []).Add("text");
        found.Remove(file.Id);

        var hints = new List<DuplicateHint>();
        foreach (var (id, reasons) in found.OrderByDescending(f => f.Value.Count).ThenBy(f => f.Key).Take(Looked))
            if (await disputes.Look(file.Area.District.Value, id) is { } look && IsAlike(file, look, reasons) && await disputes.Find(id) is { } other)
                hints.Add(Hint(other.File, reasons));
        return hints;
    }

    /// <summary>Whether looking and keeping need nothing made first.</summary>
    public ValueTask<bool> IsReady() => reference.KnowsSecret(db, Secret);

    /// <summary>Keeps the keys of the parties, so that later entries find this one.</summary>
    public async Task Remember(DisputeFile file)
    {
        foreach (var (_, digest) in await Keys(file))
            await partyKeys.Add(file, digest);
    }

    // One name alone is common; a name with the type, or two keys, is a hint.
    static bool IsAlike(DisputeFile file, DisputeLook other, SortedSet<string> reasons) =>
        other.Status is not (nameof(DisputeStatus.Merged) or nameof(DisputeStatus.Voided))
        && (file.ReceivedAt - other.ReceivedAt).Duration() <= Window
        && (reasons.Count > 1 || file.Type.ToString() == other.Type);

    DuplicateHint Hint(DisputeFile other, SortedSet<string> reasons) => DisputeSight.Includes(other, user.Account)
        ? new DuplicateHint
        {
            Id = other.Id, Subject = new DisputeSight(other, user.Account).Hint, ReceivedOn = Shanghai.DateOf(other.ReceivedAt), Status = other.Status, Reasons = [.. reasons],
            Text = "台账上有相似纠纷，请核对是否重复。",
        }
        : new DuplicateHint { Text = "其他村（社区）有相似纠纷，镇综治中心已知悉。", Reasons = [] };

    // More than forty matters of a month in one place are looked through no further.
    async Task<IEnumerable<Guid>> WithText(DisputeFile file)
    {
        var own = TextSimilarity.Pairs(SearchText.Document(file.Subject, file.Summary, file.Place));
        var near = await db.Query<TextRow>(
            """
            select recent.id, search_text.text
            from (
                select district_code, id, type, received_at
                from dispute
                where village_code = @Village and received_at >= @Since
                order by received_at desc, id desc
                limit 40) as recent
            join search_text on search_text.district_code = recent.district_code and search_text.dispute_id = recent.id
            where recent.type = @Type
            order by recent.received_at desc, recent.id desc
            limit 10
            """, new { Village = file.Area.Value, Since = file.ReceivedAt - TextWindow, Type = file.Type.ToString() });
        return near.Where(other => TextSimilarity.Similarity(own, TextSimilarity.Pairs(other.Text)) >= Similar).Select(other => other.Id);
    }

    async Task<IReadOnlyList<(string Reason, long Digest)>> Keys(DisputeFile file)
    {
        var key = await reference.Secret(db, Secret);
        var keys = new List<(string, long)>();
        foreach (var party in file.Parties.Where(p => p.IsPresent))
        {
            Add("name", NameKey.Normalise(party.Name));
            Add("idNumber", party.IdNumber);
            Add("phone", party.Phone);
        }
        return keys;

        void Add(string reason, string? text)
        {
            if (string.IsNullOrEmpty(text))
                return;
            var digest = BinaryPrimitives.ReadInt64BigEndian(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{reason}\n{text}")));
            if (!keys.Contains((reason, digest)))
                keys.Add((reason, digest));
        }
    }

    sealed record TextRow
    {
        public required Guid Id { get; init; }

        public required string Text { get; init; }
    }
}
