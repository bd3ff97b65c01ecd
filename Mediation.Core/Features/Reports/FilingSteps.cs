using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>An open report as it is counted now; `nil` when nothing at all happened.</summary>
abstract record CountedForm(object Figures, IReadOnlyList<ReportCheck> Checks, bool Nil, IReadOnlyList<AreaCode> Missing);

/// <summary>What both reports need to go their way.</summary>
[Scoped]
sealed record FilingTools(FilingReader Reader, FilingDesk Desk, OrganisationStore Organisations, CommandLog Commands, CurrentUser User, TimeProvider Clock);

/// <summary>The way of a report, the same for both forms; what is counted, and where it is filed and sealed, is the form's own.</summary>
abstract class FilingSteps<TPage, TCounted>(FilingStore filings, FilingTools tools) where TPage : class where TCounted : CountedForm
{
    Account Me => tools.User.Account;

    DateTimeOffset Now => tools.Clock.GetUtcNow();

    DateOnly Today => Shanghai.DateOf(Now);

    FilingHand Hand => new(Me.Id, Me.DisplayName, Now);

    protected abstract Task<TCounted> Count(MonthlyFiling filing, CancellationToken ct);

    protected abstract Task<TPage> Page(FiledReport filed, CancellationToken ct);

    protected abstract Task File(MonthlyFiling filing, TCounted counted);

    protected abstract Task Withdraw(MonthlyFiling filing);

    protected abstract Task SealEntries(MonthlyFiling district);

    /// <summary>Opens a unit's report; there is one per unit and month.</summary>
    public async Task<(TPage Page, bool Created)> Open(FilingOpening command, CancellationToken ct)
    {
        if (await Replayed(command.Id, command.Digest))
            return (await Page(await tools.Desk.Load(filings, command.Id, ct), ct), false);
        var (unit, first) = (command.AreaCode ?? Me.Area, GetMonthlyReportValidator.MonthOf(command.Month)!.Value);
        if (!Me.SeesArea || !Me.Area.Holds(unit))
            throw new NotFoundException("The area");
        if (!tools.Desk.MayFill(unit, filings.Form))
            throw new ForbiddenException("report.other-unit", "This is another unit's report.");
        var filing = new MonthlyFiling { Id = command.Id, Area = unit, Month = Tallies.MonthOf(first), OrganisationId = Guid.Empty };
        filing = filing with { OrganisationId = await Organisation(filing, ct), Steps = [new FilingStep(FilingAct.Open, Hand, null)] };
        await RequireFree(filing, ct);
        await filings.Add(filing);
        await tools.Commands.Add(command.Id, Me.Id, command.Digest, disputeId: null, version: 1, Now);
        return (await Page(new FiledReport(filing, 1), ct), true);
    }

    public async Task<TPage> Take(FilingMove command, CancellationToken ct)
    {
        var found = await tools.Desk.Load(filings, command.Id, ct);
        // All steps of a month take turns: a merge and a return of the same report would cross.
        await filings.Lock(found.Filing.Area.District, found.Filing.Month);
        found = await tools.Desk.Load(filings, command.Id, ct);
        if (await Replayed(command.CommandId, command.Digest))
            return await Page(found, ct);
        await RequireAllowed(found.Filing, command.Act!.Value, ct);
        if (command.BaseVersion != found.Version)
            throw new StaleException("report.stale", await Page(found, ct));
        var version = await Act(found, command, Hand, ct);
        await tools.Commands.Add(command.CommandId, Me.Id, command.Digest, disputeId: null, version, Now);
        return await Page(await tools.Desk.Load(filings, command.Id, ct), ct);
    }

    async Task<bool> Replayed(Guid id, byte[] digest) => await tools.Commands.Find(id) is { } known
        && (known.Is(Me.Id, digest) ? true : throw new ConflictException("command.reused", "This command id was used for something else."));

    async Task<Guid> Organisation(MonthlyFiling filing, CancellationToken ct) =>
        (await tools.Reader.Units(filing.Area.District, filing.Last, ct)).Has(filing.Area) && await tools.Reader.Organisation(filing.Area, filing.Last, ct) is { } organisation
            ? organisation.Id
            : throw new RuleViolationException("report.no-unit", "No committee and no centre reports for this area in this month.", "domain 5.5", "areaCode");

    async Task RequireFree(MonthlyFiling filing, CancellationToken ct)
    {
        if (filing.First > Today)
            throw new RuleViolationException("report.month-not-begun", "The month has not begun.", "domain 5.5", "month");
        if (filing.Month <= (await filings.SealedMonths(filing.Area.District, ct)).Last)
            throw new RuleViolationException("report.month-sealed", "The month is sealed; what comes now is a correction of the next one.", "domain 5.5", "month");
        if (await filings.OfUnit(filing.Area, filing.Month, ct) is not null)
            throw new RuleViolationException("report.already-open", "The unit has a report of this month.", "domain 5.5 (B7)", "month");
    }

    async Task RequireAllowed(MonthlyFiling filing, FilingAct act, CancellationToken ct)
    {
        var allowed = act switch
        {
            FilingAct.Check => tools.Desk.Directs(filings.Form) && tools.Desk.MayFill(filing.Area, filings.Form),
            FilingAct.Seal => tools.Desk.Directs(filings.Form) && filing.Area == Me.Area,
            FilingAct.Return => await tools.Desk.MayReturn(filing, filings.Form, ct),
            _ => tools.Desk.MayFill(filing.Area, filings.Form),
        };
        if (!allowed)
            throw new ForbiddenException("report.not-your-turn", "Another unit or another role takes this step.");
        if (filing.State != FilingState.Sealed && filing.Month <= (await filings.SealedMonths(filing.Area.District, ct)).Last)
            throw new RuleViolationException("report.month-sealed", "The month is sealed; what comes now is a correction of the next one.", "domain 5.5");
    }

    async Task<int> Act(FiledReport found, FilingMove command, FilingHand hand, CancellationToken ct)
    {
        var filing = found.Filing;
        if (command.Act is FilingAct.Check or FilingAct.Submit or FilingAct.Seal)
            await RequireInTurn(filing, ct);
        switch (command.Act)
        {
            case FilingAct.Draft:
                return await filings.Save(filing.Draft(hand, command.Reason), found.Version);
            case FilingAct.Check:
                return await filings.Save(filing.Check(hand, Today, (await Count(filing, ct)).Checks, command.Reason), found.Version);
            case FilingAct.Submit:
                return await Submit(found, command.Nil, hand, ct);
            case FilingAct.Return:
                await RequireParentOpen(filing, ct);
                await Withdraw(filing);
                return await filings.Save(filing.Return(hand, command.Reason!), found.Version);
            case FilingAct.Merge:
                return await Merge(found, hand, ct);
            default:
                return await Seal(found, command, hand, ct);
        }
    }

    async Task<int> Submit(FiledReport found, bool? saidNil, FilingHand hand, CancellationToken ct)
    {
        var counted = await Count(found.Filing, ct);
        var submitted = found.Filing.Submit(hand, Today, counted.Checks, counted.Nil, saidNil, counted.Missing);
        await File(submitted, counted);
        return await filings.Save(submitted, found.Version, counted.Figures);
    }

    async Task<int> Merge(FiledReport found, FilingHand hand, CancellationToken ct)
    {
        var filing = found.Filing;
        var units = await tools.Reader.Units(filing.Area.District, filing.Last, ct);
        var waiting = (await filings.Within(filing.Area, filing.Month, ct))
            .Where(report => report.Filing.State == FilingState.Submitted && units.ParentOf(report.Filing.Area) == filing.Area).ToList();
        var merged = filing.Merge(hand, waiting.Count);
        foreach (var child in waiting)
            await filings.Save(child.Filing.TakenBy(filing, hand), child.Version);
        return await filings.Save(merged, found.Version);
    }

    async Task<int> Seal(FiledReport found, FilingMove command, FilingHand hand, CancellationToken ct)
    {
        var filing = found.Filing;
        var counted = await Count(filing, ct);
        var text = string.IsNullOrWhiteSpace(command.SealText) ? (await tools.Organisations.Get(filing.OrganisationId, ct))!.Name : command.SealText.Trim();
        var done = filing.Seal(hand, Today, await tools.Desk.CutOff(filing, ct), counted.Checks, counted.Missing, text);
        await File(done, counted);
        var version = await filings.Save(done, found.Version, counted.Figures);
        await filings.Seal(done, hand.At);
        foreach (var child in await Taken(done, ct))
        {
            await filings.Save(child.Filing.SealedWith(done), child.Version);
            await filings.Seal(child.Filing, hand.At);
        }
        await SealEntries(done);
        return version;
    }

    /// <summary>What came in, directly or within a report that did.</summary>
    async Task<IReadOnlyList<FiledReport>> Taken(MonthlyFiling district, CancellationToken ct)
    {
        var all = (await filings.Within(district.Area, district.Month, ct)).Where(report => report.Filing.ParentId is not null).ToList();
        var direct = all.Where(report => report.Filing.ParentId == district.Id).ToList();
        var ids = direct.Select(report => report.Filing.Id).ToHashSet();
        return [.. direct, .. all.Where(report => ids.Contains(report.Filing.ParentId!.Value))];
    }

    /// <summary>A month is submitted when the one before it is sealed; else a correction would stand in both.</summary>
    async Task RequireInTurn(MonthlyFiling filing, CancellationToken ct)
    {
        var last = (await filings.SealedMonths(filing.Area.District, ct)).Last;
        if (last != 0 && filing.First != new DateOnly(last / 100, last % 100, 1).AddMonths(1))
            throw new RuleViolationException("report.earlier-open", "The month before it is not sealed yet.", "domain 5.5 (B6)");
    }

    async Task RequireParentOpen(MonthlyFiling filing, CancellationToken ct)
    {
        if (filing.ParentId is { } id && FilingLifecycle.IsOut((await filings.Find(filing.Area.District, id, ct))!.Filing.State))
            throw new RuleViolationException("report.already-sent-up", "The report that took it in was submitted; that one is given back first.", "domain 5.5");
    }
}

/// <summary>The way of the screening report.</summary>
[Scoped]
sealed class MonthlySteps(FilingStore filings, FilingReader reader, SealedStore books, FilingDesk desk, FilingTools tools) : FilingSteps<FilingPage, CountedFiling>(filings, tools)
{
    protected override Task<CountedFiling> Count(MonthlyFiling filing, CancellationToken ct) => reader.Count(filing, ct);

    protected override Task<FilingPage> Page(FiledReport filed, CancellationToken ct) => desk.Page(filed, ct);

    protected override Task File(MonthlyFiling filing, CountedFiling counted) => books.File(filing, counted.Own);

    protected override Task Withdraw(MonthlyFiling filing) => books.Withdraw(filing);

    protected override Task SealEntries(MonthlyFiling district) => books.Seal(district);
}
