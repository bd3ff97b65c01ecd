using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Domain.Reports;

/// <summary>
/// Return A, 人民调解案件情况统计表 (domain 5.6): a case counts in the month in which it was concluded, successful or not, once a month; whose committee
/// concluded it decides among the six kinds.
/// </summary>
public sealed class JusticeReturn
{
    public const int ItemCount = 42;

    const int Money = 5;
    const decimal TenThousand = 10_000m;

    static readonly int[] Kinds = [6, 7, 8, 9, 10, 11];

    readonly List<JusticeCase> cases;

    JusticeReturn(List<JusticeCase> cases) => this.cases = cases;

    public static JusticeReturn Of(IEnumerable<JusticeCase> cases) => new([.. cases]);

    public IReadOnlyList<JusticeCase> Cases => cases;

    /// <summary>An item's number; the fifth is in ten thousand yuan, half up to two decimals.</summary>
    public decimal this[int item] => item == Money
        ? Math.Round(cases.Sum(one => one.Amount) / TenThousand, 2, MidpointRounding.AwayFromZero)
        : cases.Sum(one => one.In(item));

    /// <summary>A1 to A11 with what differs; those that a single case breaks name it.</summary>
    public IReadOnlyList<ReportCheck> Checks(decimal[] before, decimal[] year) =>
    [
        Check("A1", this[1] == this[12] + this[13] + this[14]), Check("A2", this[14] == Sum(15, 19)), Check("A3", this[1] == Sum(20, 37)), Check("A4", this[1] == Kinds.Sum(kind => this[kind])),
        Check("A5", this[3] == this[38] + this[39] && this[3] <= this[1], one => one.In(3) != one.In(38) + one.In(39)), Check("A6", this[4] <= this[1]),
        Check("A7", this[40] <= this[3]), Check("A8", this[42] <= this[41] && this[41] <= this[39], one => one.In(41) > one.In(39) || one.In(42) > one.In(41)),
        Check("A9", this[2] >= 2 * this[1], one => one.People < 2), Check("A10", this[3] != 0 || this[Money] == 0),
        // Money is rounded at the end of each line, so a fen may be between them.
        Check("A11", Enumerable.Range(1, ItemCount).All(item => item == Money ? Math.Abs(year[item] - before[item] - this[item]) <= 0.02m : year[item] == before[item] + this[item])),
    ];

    decimal Sum(int from, int to) => Enumerable.Range(from, to - from + 1).Sum(item => this[item]);

    ReportCheck Check(string id, bool passed, Func<JusticeCase, bool>? breaks = null) =>
        new(id, passed, "", passed || breaks is null ? [] : [.. cases.Where(breaks).Select(one => one.DisputeId.ToString())]);
}

/// <summary>A concluded case as the return sees it.</summary>
public sealed record JusticeCase
{
    const int FirstType = 20;

    public required Guid DisputeId { get; init; }

    /// <summary>yyyyMM of the conclusion.</summary>
    public required int Month { get; init; }

    public required DisputeType Type { get; init; }

    public required Source Source { get; init; }

    public ReferringOrgan? ReferredBy { get; init; }

    /// <summary>How many alike; minus one takes a sealed one out again.</summary>
    public int Times { get; init; } = 1;

    /// <summary>6 to 11: the item of the committee's kind.</summary>
    public required int Committee { get; init; }

    public required int People { get; init; }

    public required bool Success { get; init; }

    public required bool Difficult { get; init; }

    /// <summary>Yuan of an agreement that was reached; less than nothing in one that is taken out again.</summary>
    public required decimal Amount { get; init; }

    public AgreementForm? Form { get; init; }

    public required bool Performed { get; init; }

    public required bool Applied { get; init; }

    public required bool Confirmed { get; init; }

    /// <summary>One for each month with a conclusion from one month to another; the month's last one counts.</summary>
    public static IEnumerable<JusticeCase> Of(DisputeFile file, int first, int until, Func<MediationCase, OrganisationKind> kindOf, ReportMeasures measures)
    {
        var months = file.Report.Excluded ? [] : file.Report.Conclusions.GroupBy(one => Tallies.MonthOf(one.On)).Where(month => month.Key >= first && month.Key <= until).ToList();
        return months.Select(month => Of(file, month.Key, month.Last(), kindOf, measures));
    }

    static JusticeCase Of(DisputeFile file, int month, Conclusion last, Func<MediationCase, OrganisationKind> kindOf, ReportMeasures measures)
    {
        var concluded = file.Cases.LastOrDefault(one => one.EndedOn == last.On || (one.Agreement is { } reached && reached.ReachedOn == last.On))
            ?? file.Cases.LastOrDefault(one => one.IsAgreed == last.Success);
        var agreement = last.Success ? concluded?.Agreement : null;
        return new JusticeCase
        {
            DisputeId = file.Id, Month = month, Type = file.Type, Source = file.Source, ReferredBy = file.ReferredBy, Success = last.Success,
            Committee = Item(concluded is null ? null : kindOf(concluded), last.Tier, file),
            People = file.Parties.Count(party => party.IsPresent) + file.Groups.Sum(group => Math.Max(0, group.HeadCount - group.RepresentativeIds.Count)),
            Difficult = measures.Difficult.Holds(file), Amount = agreement?.Obligations.Sum(obligation => obligation.Amount ?? 0) ?? 0,
            Form = agreement?.Form ?? (last.Success ? AgreementForm.Oral : null), Performed = agreement is { IsPerformed: true },
            Applied = agreement?.Confirmation?.AppliedOn is not null, Confirmed = agreement?.Confirmation?.State == ConfirmationState.ConfirmedValid,
        };
    }

    public JusticeCase Negated => this with { Times = -Times, Amount = -Amount };

    /// <summary>How often it stands in an item; people count each.</summary>
    public int In(int item) => Times * Once(item);

    int Once(int item) => item switch
    {
        1 => 1,
        2 => People,
        3 => Success ? 1 : 0,
        4 => Difficult ? 1 : 0,
        >= 6 and <= 11 => Committee == item ? 1 : 0,
        12 => Source == Source.CommitteeInitiated ? 1 : 0,
        13 => Source == Source.PartyApplication ? 1 : 0,
        14 => Source == Source.EntrustedReferral ? 1 : 0,
        >= 15 and <= 19 => Source == Source.EntrustedReferral && (int)(ReferredBy ?? ReferringOrgan.Other) == item - 15 ? 1 : 0,
        >= FirstType and <= 37 => (int)Type == item - FirstType ? 1 : 0,
        38 => Form == AgreementForm.Oral ? 1 : 0,
        39 => Form == AgreementForm.Written ? 1 : 0,
        40 => Success && Performed ? 1 : 0,
        41 => Applied ? 1 : 0,
        42 => Confirmed ? 1 : 0,
        _ => 0,
    };

    /// <summary>A centre that settled it itself stands for the committee of its place: 001 to 099 are subdistricts (GB/T 10114).</summary>
    static int Item(OrganisationKind? kind, Tier tier, DisputeFile file) => kind switch
    {
        OrganisationKind.VillageCommittee => 6,
        OrganisationKind.ResidentCommittee => 7,
        OrganisationKind.TownCommittee => 8,
        OrganisationKind.SubdistrictCommittee => 9,
        OrganisationKind.EnterpriseCommittee => 10,
        OrganisationKind.SectorCommittee => 11,
        OrganisationKind.GovernanceCenter or null => tier switch
        {
            Tier.Village => 6,
            Tier.Town => file.Area.Town.Value / 1_000 % 1_000 < 100 ? 9 : 8,
            Tier.District => 11,
        },
    };
}
