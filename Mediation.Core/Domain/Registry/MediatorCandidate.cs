using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Registry;

/// <summary>A mediator as the registry knows him on the day of the choice.</summary>
public sealed record MediatorCandidate
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    public required Guid OrganisationId { get; init; }

    public required AreaCode OrganisationArea { get; init; }

    public required OrganisationKind OrganisationKind { get; init; }

    public IReadOnlyList<DisputeType> Expertise { get; init; } = [];

    /// <summary>Languages, dialects and sign language, as the registry words them.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public required int Capacity { get; init; }

    public required int OpenCases { get; init; }

    public MediatorGrade Grade { get; init; }

    public MediatorStatus Status { get; init; }

    public DateOnly? TermTo { get; init; }

    public DateOnly? CertificateTo { get; init; }

    public bool IsParty { get; init; }

    /// <summary>A full desk keeps a mediator off the list only; who is named by hand may still be chosen.</summary>
    internal IEnumerable<RoutingReason> Exclusions()
    {
        if (Status == MediatorStatus.Suspended) yield return new("mediator-suspended", "已停止履职") { TextEn = "Suspended" };
        if (Status == MediatorStatus.Resigned) yield return new("mediator-resigned", "已辞职") { TextEn = "Resigned" };
        if (Status == MediatorStatus.Removed)
            yield return new("mediator-removed", "已被罢免或解聘") { TextEn = "Removed or dismissed", Basis = "人民调解法 15" };
        if (IsParty) yield return new("mediator-is-party", "是本纠纷当事人，应当回避") { TextEn = "Is a party and must stand aside" };
        if (OpenCases >= Capacity)
        {
            yield return new("mediator-at-capacity", $"在办{OpenCases}件，已达上限{Capacity}件")
            {
                TextEn = $"{OpenCases} open cases, room for {Capacity}",
            };
        }
    }

    /// <summary>Whoever's term has run out keeps working until the successor, so this warns and never excludes.</summary>
    internal IEnumerable<RoutingReason> Warnings(DateOnly on)
    {
        if (TermTo < on)
        {
            yield return new("term-expired", "任期已满，继任者产生前继续履职")
            {
                TextEn = "Term has run out; works on until the successor",
                Basis = "人民调解法 9",
            };
        }
        if (CertificateTo < on) yield return new("certificate-expired", "证件已过有效期") { TextEn = "Certificate has expired" };
    }
}

/// <summary>What the matter and its parties ask of a mediator.</summary>
public sealed record MediatorNeeds
{
    public required DisputeType Type { get; init; }

    public required AreaCode Area { get; init; }

    /// <summary>The languages or dialects the parties speak, when named.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    public IReadOnlyList<PartyNeed> Needs { get; init; } = [];

    public RiskLevel Level { get; init; }

    public required DateOnly On { get; init; }
}
