using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Parties;

namespace Mediation.Core.Domain.Disputes;

/// <summary>
/// Who sees what (domain 12): centres and former holders the matter, the hosting committee the case. Ids, phones and addresses
/// are masked for everybody until they are revealed with a reason.
/// </summary>
public sealed class DisputeSight(DisputeFile file, Account viewer)
{
    /// <summary>The viewer's own organisation answers, registered it, or hosts it now: the brief of a medical matter stays among these.</summary>
    bool IsOwn => viewer.OrganisationId == file.ResponsibleId || viewer.OrganisationId == file.HolderId || file.Cases.Any(Hosts)
        || file.RegisteredBy == viewer.Id;

    public bool Hosts(MediationCase of) => viewer.OrganisationId == of.OrganisationId || viewer.OrganisationId == of.DeskId;

    /// <summary>No diagnosis is shown upward (医疗纠纷条例 42).</summary>
    public string? Brief(string? text) => file.Type == DisputeType.Medical && !IsOwn ? null : text;

    public string? Subject => Brief(file.Subject) ?? (file.Subject is null ? null : "医疗纠纷");

    public PartyView Party(Party party, DateOnly today)
    {
        // What concerns a child under 14 is for the host and the director only (个人信息保护法 31).
        var hidden = party.Capacity == PartyCapacity.Under14 && !IsOwn;
        return new PartyView
        {
            Id = party.Id, Side = party.Side, Kind = party.Kind,
            Name = party.Name is { } name && hidden ? Masking.Name(name) : party.Name,
            Description = hidden ? null : party.Description,
            IdentityBasis = party.IdentityBasis, IdType = party.IdType,
            IdNumber = party.IdNumber is { } number ? Masking.IdNumber(number) : null,
            IdVerified = IdProblem(party, today) is not null ? false : Checkable(party) ? true : null,
            Contact = party.Contact is { } contact ? Masking.Name(contact) : null,
            Phone = party.Phone is { } phone ? Masking.Phone(phone) : null,
            Address = party.Address is { } address ? Masking.Address(address) : null,
            AreaCode = party.Area, Capacity = party.Capacity,
            GuardianName = party.GuardianName is { } guardian && hidden ? Masking.Name(guardian) : party.GuardianName,
            Needs = party.Needs, Notice = party.Notice, Removal = party.Removal,
        };
    }

    public static string? IdProblem(Party party, DateOnly today) => party switch
    {
        { IdNumber: null } => null,
        { IdType: IdType.ResidentId } => ResidentId.Problem(party.IdNumber, today),
        { IdType: IdType.UnifiedSocialCreditCode } => OrganisationCode.Problem(party.IdNumber),
        _ => null,
    };

    static bool Checkable(Party party) =>
        party is { IdNumber: not null, IdType: IdType.ResidentId or IdType.UnifiedSocialCreditCode };

    /// <summary>May see a dispute at all: its area, or an organisation it concerns.</summary>
    public static bool Includes(DisputeFile file, Account viewer) =>
        viewer.SeesArea && viewer.Area.Holds(file.Area) || Concerned(file).Contains(viewer.OrganisationId);

    /// <summary>Every organisation that held or hosts it: sending a dispute up never hides it from those who answered before.</summary>
    public static IReadOnlySet<Guid> Concerned(DisputeFile file) => new HashSet<Guid>(
    [
        file.ResponsibleId, file.HolderId, .. file.Handovers.SelectMany(h => (Guid[])[h.FromId, h.ToId]),
        .. file.Cases.SelectMany(c => (Guid[])[c.OrganisationId, c.DeskId]),
    ]);
}
