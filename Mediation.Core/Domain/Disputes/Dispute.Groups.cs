using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class Dispute
{
    const int MostGroups = 10;

    /// <summary>
    /// A side of many: how many, who, and who speaks for them (民事诉讼法 56, 劳动争议调解仲裁法 7). Who is listed again keeps the own yes that was given.
    /// </summary>
    public void ChangeGroup(PartyGroup group, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.ChangeGroup);
        foreach (var representative in group.RepresentativeIds)
            if (RequireParty(representative, "representativeIds").Side != group.Side)
                throw new RuleViolationException("group.representative-side", "Who speaks for a group stands on its side.", "民事诉讼法 56", "representativeIds");
        if (group.HeadCount < group.Members.Count)
            throw new RuleViolationException("group.head-count", $"{group.Members.Count} are named, more than the head-count of {group.HeadCount}.", "民事诉讼法 56", "headCount");
        if (group.RosterId is { } roster && File.Attachments.All(a => a.Id != roster))
            throw new RuleViolationException("attachment.unknown", "The dispute has no such file.", "dossier", "rosterAttachmentId");
        var before = File.Groups.FirstOrDefault(g => g.Id == group.Id);
        if (before is null && File.Groups.Count == MostGroups)
            throw new RuleViolationException("group.too-many", $"At most {MostGroups} groups.", "groups", "id");
        var known = File.Groups.Where(g => g.Id != group.Id).SelectMany(g => g.Members).Select(m => m.Id).ToHashSet();
        if (group.Members.Any(m => known.Contains(m.Id)))
            throw new RuleViolationException("group.member-twice", "Somebody is in another group already.", "民事诉讼法 56", "members");
        var waived = (before?.Members ?? []).ToDictionary(m => m.Id);
        var changed = group with { Members = [.. group.Members.Select(m => waived.TryGetValue(m.Id, out var one) && one.Name == m.Name && one.IdNumber == m.IdNumber ? m with { WaivedOn = one.WaivedOn } : m)] };
        Take(DisputeAction.ChangeGroup, JournalEvent.GroupChanged, step, file => file with { Groups = [.. file.Groups.Where(g => g.Id != group.Id), changed] }, new JsonObject
        {
            ["group"] = group.Id.ToString(), ["side"] = group.Side.ToString(), ["headCount"] = group.HeadCount, ["members"] = group.Members.Count,
            ["roster"] = group.RosterId?.ToString(), ["representatives"] = Names(group.RepresentativeIds),
        }, Texts(changed.Members.Except(before?.Members ?? [])));
    }

    /// <summary>Giving up claims needs the represented person's own yes (民事诉讼法 56; domain 12).</summary>
    public void Waive(Guid groupId, Guid memberId, DateOnly on, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.ChangeGroup);
        var group = RequireGroup(groupId);
        var member = group.Members.FirstOrDefault(m => m.Id == memberId)
            ?? throw new RuleViolationException("group.member-unknown", "The group has no such member.", "民事诉讼法 56", "memberId");
        RefuseFuture(on, step, "waivedOn");
        if (member.WaivedOn is { } given)
            throw new RuleViolationException("waiver.given", $"The own yes was given on {given:yyyy-MM-dd}.", "民事诉讼法 56", "memberId");
        var changed = group with { Members = [.. group.Members.Select(m => m.Id == memberId ? m with { WaivedOn = on } : m)] };
        Take(DisputeAction.ChangeGroup, JournalEvent.GroupChanged, step, file => file with { Groups = [.. file.Groups.Select(g => g.Id == groupId ? changed : g)] },
            new JsonObject { ["group"] = groupId.ToString(), ["member"] = memberId.ToString(), ["waivedOn"] = on.ToString("yyyy-MM-dd", null) });
    }

    public PartyGroup RequireGroup(Guid groupId) => File.Groups.FirstOrDefault(g => g.Id == groupId)
        ?? throw new RuleViolationException("group.unknown", "The dispute has no such group.", "民事诉讼法 56", "groupId");

    // One text for each person, so that one can be erased without the others.
    static Dictionary<string, string?> Texts(IEnumerable<GroupMember> members) =>
        members.ToDictionary(m => $"member.{m.Id}", m => (string?)string.Join(' ', new[] { m.Name, m.IdNumber, m.Phone }.OfType<string>()));
}
