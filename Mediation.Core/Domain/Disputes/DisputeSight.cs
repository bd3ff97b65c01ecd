using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Parties;

namespace Mediation.Core.Domain.Disputes;

/// <summary>
/// Who sees what (domain 12): centres and former holders the matter, the hosting committee the case. Ids, phones and addresses
/// are masked for everybody until they are revealed with a reason.
/// </summary>
public sealed partial class DisputeSight(DisputeFile file, Account viewer)
{
    /// <summary>
    /// The viewer's own organisation answers, or hosted it, or the viewer registered it: the brief of a medical matter and the name of a child
    /// stay among these. A desk that has not accepted yet gets type, place, people and risk.
    /// </summary>
    bool IsOwn => viewer.OrganisationId == file.ResponsibleId || file.Cases.Any(IsOfDesk) || file.RegisteredBy == viewer.Id;

    public Account Viewer => viewer;

    /// <summary>The case that the viewer's office drew for review and opens here.</summary>
    public Guid? DrawnCaseId { get; init; }

    /// <summary>On the tablet of the host of the open case nothing is masked but what is protected or of a hidden child.</summary>
    public bool InFull { get; init; }

    public bool Hosts(MediationCase of) => IsOfDesk(of) || of.Id == DrawnCaseId;

    bool IsOfDesk(MediationCase of) => viewer.OrganisationId == of.OrganisationId || viewer.OrganisationId == of.DeskId;

    /// <summary>A file is its case's host's; one of the matter stays with the desk that put it there and does not travel upward (domain 12).</summary>
    public bool Opens(Attachment attachment) => attachment.CaseId is { } caseId && file.Cases.FirstOrDefault(c => c.Id == caseId) is { } of
        ? Hosts(of)
        : viewer.OrganisationId == attachment.OrganisationId || file.Cases.Any(c => Hosts(c) && DeskOf(c).Contains(attachment.OrganisationId));

    static Guid[] DeskOf(MediationCase of) => [of.OrganisationId, of.DeskId];

    /// <summary>Signatures are of the committee in whose case they were drawn; those of a notice before there was one, of whoever answered then.</summary>
    public bool Sees(DrawnSignature drawn) => drawn.CaseId is { } caseId ? file.Cases.Any(c => c.Id == caseId && Hosts(c))
        : file.Cases is [var first, ..] ? Hosts(first) : viewer.OrganisationId == file.ResponsibleId;

    /// <summary>No diagnosis is shown upward (医疗纠纷条例 42), nor what is told of a child.</summary>
    public string? Brief(string? text) => file.Type == DisputeType.Medical && !IsOwn || file.Parties.Any(Hides) ? null : text;

    public string? Subject => Brief(file.Subject) ?? (file.Subject is null ? null : DisputeTypeNames.Chinese(file.Type));

    /// <summary>What a hint tells of the other matter: names are masked there for everybody.</summary>
    public string? Hint => Subject is null ? null : file.Parties.Select(p => p.Name).OfType<string>().Where(name => name.Length > 1)
        .OrderByDescending(name => name.Length).Aggregate(Subject, (told, name) => told.Replace(name, Masking.Name(name), StringComparison.Ordinal));

    /// <summary>What concerns a child under 14 is for the host and the director only (个人信息保护法 31).</summary>
    public bool Hides(Party party) => party.Capacity == PartyCapacity.Under14 && !IsOwn;

    public PartyView Party(Party party, DateOnly today)
    {
        var hidden = Hides(party);
        return new PartyView
        {
            Id = party.Id, Side = party.Side, Kind = party.Kind,
            Name = party.Name is { } name && hidden ? Masking.Name(name) : party.Name,
            Description = hidden ? null : party.Description,
            IdentityBasis = party.IdentityBasis, IdType = party.IdType,
            IdNumber = Shown(party, party.IdNumber, Masking.IdNumber),
            IdVerified = IdProblem(party, today) is not null ? false : Checkable(party) ? true : null,
            Contact = Shown(party, party.Contact, Masking.Name),
            Phone = Shown(party, party.Phone, Masking.Phone),
            Address = Shown(party, party.Address, Masking.Address),
            AreaCode = party.Area, Capacity = party.Capacity,
            GuardianName = party.GuardianName is { } guardian && hidden ? Masking.Name(guardian) : party.GuardianName,
            Needs = party.Needs, Notice = party.Notice, Removal = party.Removal,
            Stances = party.Stances, Guardian = Guardian(party, hidden), Agents = Agents(party, hidden), Protected = party.Protected,
        };
    }

    string? Shown(Party party, string? value, Func<string, string> mask) =>
        value is null ? null : InFull && !party.Protected && !Hides(party) ? value : mask(value);

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
