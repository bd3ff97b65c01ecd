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
    public async Task<FiledReport> Load(FilingStore of, Guid id, CancellationToken ct = default) =>
        Me.SeesArea && await of.Find(Me.Area.District, id, ct) is { } found && Me.Area.Holds(found.Filing.Area) ? found : throw new NotFoundException("The report");

    public Task<FiledReport> Load(Guid id, CancellationToken ct = default) => Load(filings, id, ct);

    /// <summary>Decides for those below; about the justice return the justice bureau does too.</summary>
    public bool Directs(ReportForm form) => Me.May(Permission.Direct) || form == ReportForm.Justice && Me.May(Permission.ReviewDossiers);

    /// <summary>One's own unit, or, for a director, one below whose paper report is entered or looked at.</summary>
    public bool MayFill(AreaCode unit, ReportForm form = ReportForm.Screening) => Me.SeesArea && (Me.Area == unit || Directs(form) && Me.Area.Holds(unit));

    public bool MayReview(MonthlyFiling filing, ReportForm form) => Directs(form) && Me.Area.Holds(filing.Area) && filing.Preparer?.AccountId != Me.Id;

    /// <summary>The unit above decides about what it was sent.</summary>
    public async Task<bool> MayReturn(MonthlyFiling filing, ReportForm form, CancellationToken ct) => Directs(form)
        && (await reader.Units(filing.Area.District, filing.Last, ct)).ParentOf(filing.Area) is { } above && Me.Area.Holds(above);

    public async Task<DateOnly> CutOff(MonthlyFiling filing, CancellationToken ct) => (await reference.ReportDefinition(db, ct)).CutOff(filing.First);

    public async Task<FilingPage> Page(FiledReport filed, CancellationToken ct)
    {
        var way = await Way(filings, filed, ct);
        return new FilingPage
        {
            Summary = way.Summary, Below = way.Below, Missing = way.Missing, Narrative = filed.Filing.Narrative, Steps = filed.Filing.Steps, Can = way.Can,
            Report = await reader.Report(filed.Filing, ct),
        };
    }

    /// <summary>How a report stands, who below is in and who is missing, and what this person may do next.</summary>
    public async Task<FilingWay> Way(FilingStore of, FiledReport filed, CancellationToken ct)
    {
        var filing = filed.Filing;
        var units = await reader.Units(filing.Area.District, filing.Last, ct);
        var reports = (await of.Within(filing.Area, filing.Month, ct)).ToDictionary(report => report.Filing.Area);
        var below = new List<FilingUnit>();
        foreach (var unit in units.ChildrenOf(filing.Area))
        {
            var child = reports.GetValueOrDefault(unit)?.Filing;
            below.Add(new FilingUnit(
                unit, await ledger.Name(unit, ct), child?.Id, child?.State, child is not null && (child.ParentId == filing.Id || filing.State == FilingState.Sealed && child.State == FilingState.Sealed),
                child?.Submitter?.At));
        }
        var summary = await Item(filed, ct);
        return new FilingWay(summary, below, [.. below.Where(unit => !unit.Taken)], [.. await Can(of, filing, summary, ct)]);
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
    async Task<IEnumerable<FilingAct>> Can(FilingStore of, MonthlyFiling filing, FilingItem item, CancellationToken ct)
    {
        if (filing.Month <= (await of.SealedMonths(filing.Area.District, ct)).Last)
            return [];
        var mayReturn = await MayReturn(filing, of.Form, ct);
        return Enum.GetValues<FilingAct>().Where(act => FilingLifecycle.After(filing.State, act) is not null && act switch
        {
            FilingAct.Open => false,
            FilingAct.Draft => MayFill(filing.Area, of.Form),
            FilingAct.Submit => MayFill(filing.Area, of.Form) && filing.Area.Level != AreaLevel.District,
            FilingAct.Check => MayReview(filing, of.Form),
            FilingAct.Merge => MayFill(filing.Area, of.Form) && item.AreaCode.Level != AreaLevel.Village,
            FilingAct.Return => mayReturn,
            FilingAct.Seal => filing.Area.Level == AreaLevel.District && Directs(of.Form),
        });
    }
}

/// <summary>What both reports show of their way.</summary>
sealed record FilingWay(FilingItem Summary, IReadOnlyList<FilingUnit> Below, IReadOnlyList<FilingUnit> Missing, IReadOnlyList<FilingAct> Can);
