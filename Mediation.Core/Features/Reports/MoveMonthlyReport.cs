using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>A step of a monthly report: drafted, checked by a second person, submitted, given back with a reason, merged by the unit above, sealed by the district.</summary>
[Needs(Permission.Register)]
public sealed record MoveMonthlyReport : ICommand<FilingPage>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    /// <summary>The version of the report that the person saw.</summary>
    public int? BaseVersion { get; init; }

    public FilingAct? Act { get; init; }

    /// <summary>Why it is given back; at any other step a remark.</summary>
    public string? Reason { get; init; }

    /// <summary>true: signed as a nil return (零报告), which a report without numbers must be.</summary>
    public bool? Nil { get; init; }

    /// <summary>What stands in the field of the seal; default the name of the organisation.</summary>
    public string? SealText { get; init; }
}

sealed class MoveMonthlyReportValidator : AbstractValidator<MoveMonthlyReport>
{
    public MoveMonthlyReportValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.BaseVersion).NotNull().WithErrorCode("required");
        RuleFor(c => c.BaseVersion).GreaterThan(0).WithErrorCode("range");
        RuleFor(c => c.Act).NotNull().WithErrorCode("required");
        RuleFor(c => c.Act).NotEqual(FilingAct.Open).WithErrorCode("range").WithMessage("It is open already.");
        RuleFor(c => c.Reason).NotEmpty().When(c => c.Act == FilingAct.Return).WithErrorCode("required");
        RuleFor(c => c.Reason).MaximumLength(500).WithErrorCode("length");
        RuleFor(c => c.SealText).MaximumLength(100).WithErrorCode("length");
    }
}

sealed class MoveMonthlyReportHandler(
    FilingStore filings, SealedStore books, FilingReader reader, FilingDesk desk, OrganisationStore organisations, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<MoveMonthlyReport, FilingPage>
{
    DateOnly Today => Shanghai.DateOf(clock.GetUtcNow());

    public async Task<FilingPage> Handle(MoveMonthlyReport command, CancellationToken ct)
    {
        var found = await desk.Load(command.Id, ct);
        // All steps of a month take turns: a merge and a return of the same report would cross.
        await filings.Lock(found.Filing.Area.District, found.Filing.Month);
        found = await desk.Load(command.Id, ct);
        if (await commands.Find(command.CommandId) is { } known)
            return known.Is(user.Account.Id, command.Digest)
                ? await desk.Page(found, ct)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        await RequireAllowed(found.Filing, command.Act!.Value, ct);
        if (command.BaseVersion != found.Version)
            throw new StaleException("report.stale", await desk.Page(found, ct));
        var version = await Act(found, command, new FilingHand(user.Account.Id, user.Account.DisplayName, clock.GetUtcNow()), ct);
        await commands.Add(command.CommandId, user.Account.Id, command.Digest, disputeId: null, version, clock.GetUtcNow());
        return await desk.Page(await desk.Load(command.Id, ct), ct);
    }

    async Task RequireAllowed(MonthlyFiling filing, FilingAct act, CancellationToken ct)
    {
        var allowed = act switch
        {
            FilingAct.Check => user.Account.May(Permission.Direct) && desk.MayFill(filing.Area),
            FilingAct.Seal => user.Account.May(Permission.Direct) && filing.Area == user.Account.Area,
            FilingAct.Return => await desk.MayReturn(filing, ct),
            _ => desk.MayFill(filing.Area),
        };
        if (!allowed)
            throw new ForbiddenException("report.not-your-turn", "Another unit or another role takes this step.");
        if (filing.State != FilingState.Sealed && filing.Month <= (await filings.SealedMonths(filing.Area.District, ct)).Last)
            throw new RuleViolationException("report.month-sealed", "The month is sealed; what comes now is a correction of the next one.", "domain 5.5");
    }

    async Task<int> Act(FiledReport found, MoveMonthlyReport command, FilingHand hand, CancellationToken ct)
    {
        var filing = found.Filing;
        if (command.Act is FilingAct.Check or FilingAct.Submit or FilingAct.Seal)
            await RequireInTurn(filing, ct);
        switch (command.Act)
        {
            case FilingAct.Draft:
                return await filings.Save(filing.Draft(hand, command.Reason), found.Version);
            case FilingAct.Check:
                return await filings.Save(filing.Check(hand, Today, (await reader.Count(filing, ct)).Report.Checks, command.Reason), found.Version);
            case FilingAct.Submit:
                return await Submit(found, command.Nil, hand, ct);
            case FilingAct.Return:
                await RequireParentOpen(filing, ct);
                await books.Withdraw(filing);
                return await filings.Save(filing.Return(hand, command.Reason!), found.Version);
            case FilingAct.Merge:
                return await Merge(found, hand, ct);
            default:
                return await Seal(found, command, hand, ct);
        }
    }

    async Task<int> Submit(FiledReport found, bool? saidNil, FilingHand hand, CancellationToken ct)
    {
        var counted = await reader.Count(found.Filing, ct);
        var submitted = found.Filing.Submit(hand, Today, counted.Report.Checks, counted.Nil, saidNil, counted.Missing);
        await books.File(submitted, counted.Own);
        return await filings.Save(submitted, found.Version, counted.Report);
    }

    async Task<int> Merge(FiledReport found, FilingHand hand, CancellationToken ct)
    {
        var filing = found.Filing;
        var units = await reader.Units(filing.Area.District, filing.Last, ct);
        var waiting = (await filings.Within(filing.Area, filing.Month, ct))
            .Where(report => report.Filing.State == FilingState.Submitted && units.ParentOf(report.Filing.Area) == filing.Area).ToList();
        var merged = filing.Merge(hand, waiting.Count);
        foreach (var child in waiting)
            await filings.Save(child.Filing.TakenBy(filing, hand), child.Version);
        return await filings.Save(merged, found.Version);
    }

    async Task<int> Seal(FiledReport found, MoveMonthlyReport command, FilingHand hand, CancellationToken ct)
    {
        var filing = found.Filing;
        var counted = await reader.Count(filing, ct);
        var text = string.IsNullOrWhiteSpace(command.SealText) ? (await organisations.Get(filing.OrganisationId, ct))!.Name : command.SealText.Trim();
        var done = filing.Seal(hand, Today, await desk.CutOff(filing, ct), counted.Report.Checks, counted.Missing, text);
        await books.File(done, counted.Own);
        var version = await filings.Save(done, found.Version, counted.Report);
        await filings.Seal(done, hand.At);
        foreach (var child in await Taken(done, ct))
        {
            await filings.Save(child.Filing.SealedWith(done), child.Version);
            await filings.Seal(child.Filing, hand.At);
        }
        await books.Seal(done);
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
