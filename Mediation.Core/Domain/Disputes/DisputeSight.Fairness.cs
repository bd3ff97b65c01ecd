using Mediation.Core.Domain.Parties;

namespace Mediation.Core.Domain.Disputes;

public sealed partial class DisputeSight
{
    static GuardianView? Guardian(Party party, bool hidden) => party.Guardian is { } guardian
        ? new GuardianView(hidden ? Masking.Name(guardian.Name) : guardian.Name, guardian.Relation, guardian.PartyId, guardian.NamedOn)
        : null;

    IReadOnlyList<AgentView> Agents(Party party, bool hidden) => [.. party.Agents.Select(agent => new AgentView
    {
        Id = agent.Id, Name = hidden ? Masking.Name(agent.Name) : agent.Name, Phone = Shown(party, agent.Phone, Masking.Phone),
        Scope = agent.Scope, From = agent.From, RevokedOn = agent.RevokedOn,
    })];

    /// <summary>Members of groups are named to those who answer for the matter.</summary>
    public bool SeesMembers => IsOwn;

    public GroupView Group(PartyGroup group, DateOnly today) => new()
    {
        Id = group.Id, Side = group.Side, HeadCount = group.HeadCount, RosterAttachmentId = group.RosterId, RepresentativeIds = group.RepresentativeIds,
        MemberCount = group.Members.Count, Waived = group.Members.Count(m => m.WaivedOn is not null),
        Members = SeesMembers ? [.. group.Members.Select(m => Member(m, today))] : null,
    };

    public RiskReportView RiskReport(RiskReport report) => new(report.Risk, report.Organ, report.ReportedAt, IsOwn ? report.Receiver : null);

    static MemberView Member(GroupMember member, DateOnly today) => new(
        member.Id, member.Name, member.IdNumber is { } number ? Masking.IdNumber(number) : null,
        member.IdNumber is { } id ? ResidentId.Problem(id, today) is null : null, member.Phone is { } phone ? Masking.Phone(phone) : null, member.WaivedOn);
}
