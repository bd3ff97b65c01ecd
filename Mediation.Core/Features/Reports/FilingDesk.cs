using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>Who may touch a monthly report, and how it is shown.</summary>
[Scoped]
sealed class FilingDesk(CurrentUser user, FilingStore filings, FilingReader reader, ReportLedger ledger, OrganisationStore organisations, DbSession db, ReferenceData reference)
{
    Account Me => user.Account;

    /// <summary>A report of one's area; what lies outside is not there.</summary>
    public async Task<FiledReport> Load(Guid id, CancellationToken ct = default) =>
        Me.SeesArea && await filings.Find(Me.Area.District, id, ct) is { } found && Me.Area.Holds(found.Filing.Area) ? found : throw new NotFoundException("The report");

    /// <summary>One's own unit, or, for a director, one below whose paper report is entered or looked at.</summary>
    public bool MayFill(AreaCode unit) => Me.SeesArea && (Me.Area == unit || Me.May(Permission.Direct) && Me.Area.Holds(unit));

    public bool MayReview(MonthlyFiling filing) => Me.May(Permission.Direct) && Me.Area.Holds(filing.Area) && filing.Preparer?.AccountId != Me.Id;

    /// <summary>The unit above decides about what it was sent.</summary>
    public async Task<bool> MayReturn(MonthlyFiling filing, CancellationToken ct) => Me.May(Permission.Direct)
        && (await reader.Units(filing.Area.District, filing.Last, ct)).ParentOf(filing.Area) is { } above && Me.Area.Holds(above);

    public async Task<DateOnly> CutOff(MonthlyFiling filing, CancellationToken ct) => (await reference.ReportDefinition(db, ct)).CutOff(filing.First);

    public async Task<FilingPage> Page(FiledReport filed, CancellationToken ct)
    {
        var filing = filed.Filing;
        var units = await reader.Units(filing.Area.District, filing.Last, ct);
        var reports = (await filings.Within(filing.Area, filing.Month, ct)).ToDictionary(report => report.Filing.Area);
        var below = new List<FilingUnit>();
        foreach (var unit in units.ChildrenOf(filing.Area))
        {
            var child = reports.GetValueOrDefault(unit)?.Filing;
            below.Add(new FilingUnit(
                unit, await ledger.Name(unit, ct), child?.Id, child?.State, child is not null && (child.ParentId == filing.Id || filing.State == FilingState.Sealed && child.State == FilingState.Sealed),
                child?.Submitter?.At));
        }
        var summary = await Item(filed, ct);
        return new FilingPage
        {
            Summary = summary, Below = below, Missing = [.. below.Where(unit => !unit.Taken)], Narrative = filing.Narrative, Steps = filing.Steps, Can = [.. await Can(filing, summary, ct)],
            Report = await reader.Report(filing, ct),
        };
    }

    public async Task<FilingItem> Item(FiledReport filed, CancellationToken ct)
    {
        var filing = filed.Filing;
        var organisation = await organisations.Get(filing.OrganisationId, ct);
        return new FilingItem
        {
            Id = filing.Id, Version = filed.Version, Month = MonthText(filing.Month), AreaCode = filing.Area, AreaName = await ledger.Name(filing.Area, ct),
            Organisation = new OrganisationRef(filing.OrganisationId, organisation?.Name ?? "", organisation?.Tier ?? Tier.Village), State = filing.State,
            CutOff = await CutOff(filing, ct), Nil = filing.Nil, Preparer = filing.Preparer, Reviewer = filing.Reviewer, Submitter = filing.Submitter,
            Sealer = filing.Sealer, SealText = filing.SealText, ParentId = filing.ParentId,
            ReturnReason = filing.State == FilingState.Returned ? filing.Steps.LastOrDefault(step => step.Act == FilingAct.Return)?.Reason : null,
        };
    }

    public static string MonthText(int month) => FormattableString.Invariant($"{month / 100:D4}-{month % 100:D2}");

    /// <summary>What this person may do with it next.</summary>
    async Task<IEnumerable<FilingAct>> Can(MonthlyFiling filing, FilingItem item, CancellationToken ct)
    {
        if (filing.Month <= (await filings.SealedMonths(filing.Area.District, ct)).Last)
            return [];
        var mayReturn = await MayReturn(filing, ct);
        return Enum.GetValues<FilingAct>().Where(act => FilingLifecycle.After(filing.State, act) is not null && act switch
        {
            FilingAct.Open => false,
            FilingAct.Draft => MayFill(filing.Area),
            FilingAct.Submit => MayFill(filing.Area) && filing.Area.Level != AreaLevel.District,
            FilingAct.Check => MayReview(filing),
            FilingAct.Merge => MayFill(filing.Area) && item.AreaCode.Level != AreaLevel.Village,
            FilingAct.Return => mayReturn,
            FilingAct.Seal => filing.Area.Level == AreaLevel.District && Me.May(Permission.Direct),
        });
    }
}
