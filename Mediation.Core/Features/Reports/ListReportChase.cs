using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>Who of an area's units has not opened, drafted or submitted the month's report, and who was reminded when.</summary>
[Needs(Permission.ReadReports)]
public sealed record ListReportChase(string? Month, AreaCode? Under, ReportForm Form = ReportForm.Screening) : IQuery<ChaseList>;

/// <summary>The units of a month in the order of their codes; the cut-off does not roll over rest days, the reminder falls on the last working day before it.</summary>
public sealed record ChaseList
{
    public required string Month { get; init; }

    public required DateOnly CutOff { get; init; }

    public required DateOnly RemindOn { get; init; }

    public required int NotOpened { get; init; }

    /// <summary>Opened, drafted, checked or given back, and not sent up again.</summary>
    public required int UnderWay { get; init; }

    public required int Submitted { get; init; }

    public required IReadOnlyList<ChaseItem> Items { get; init; }
}

/// <summary>A unit; without a state it has not opened its report.</summary>
public sealed record ChaseItem
{
    public required AreaCode AreaCode { get; init; }

    public required string AreaName { get; init; }

    public Guid? ReportId { get; init; }

    public FilingState? State { get; init; }

    /// <summary>Not in, and the cut-off is over.</summary>
    public required bool Late { get; init; }

    public required IReadOnlyList<ChaseReminder> Reminders { get; init; }
}

/// <summary>A reminder; without a name it came from the clock.</summary>
public sealed record ChaseReminder(string? By, DateTimeOffset At, string? Note);

sealed class ListReportChaseValidator : AbstractValidator<ListReportChase>
{
    public ListReportChaseValidator() =>
        RuleFor(q => q.Month).Must(month => month is null || GetMonthlyReportValidator.MonthOf(month) is not null).WithMessage("A month as yyyy-MM, from 2000-01 on.");
}

sealed class ListReportChaseHandler(
    CurrentUser user, FilingStore filings, ReturnStore returns, FilingReader reader, OpeningStore openings, ReportLedger ledger, DbSession db, ReferenceData reference, TimeProvider clock)
    : IQueryHandler<ListReportChase, ChaseList>
{
    public async Task<ChaseList> Handle(ListReportChase query, CancellationToken ct)
    {
        var under = query.Under ?? user.Account.Area;
        if (!user.Account.SeesArea || !user.Account.Area.Holds(under))
            throw new NotFoundException("The area");
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var first = GetMonthlyReportValidator.MonthOf(query.Month) ?? new DateOnly(today.Year, today.Month, 1).AddMonths(-1);
        var month = Tallies.MonthOf(first);
        var cutOff = (await reference.ReportDefinition(db, ct)).CutOff(first);
        var reports = (await (query.Form == ReportForm.Justice ? returns : filings).Within(under, month, ct)).ToDictionary(report => report.Filing.Area, report => report.Filing);
        // The clock and the desks remind of the screening report; the return goes the same day.
        var reminders = (query.Form == ReportForm.Justice ? [] : await openings.Reminders(under, month, ct)).ToLookup(reminder => reminder.AreaCode);
        var items = new List<ChaseItem>();
        foreach (var unit in (await reader.Units(under.District, first.AddMonths(1).AddDays(-1), ct)).Under(under))
        {
            var filing = reports.GetValueOrDefault(unit);
            items.Add(new ChaseItem
            {
                AreaCode = unit, AreaName = await ledger.Name(unit, ct), ReportId = filing?.Id, State = filing?.State,
                Late = today > cutOff && !(filing is not null && FilingLifecycle.IsOut(filing.State)),
                Reminders = [.. reminders[unit.Value].Select(reminder => new ChaseReminder(reminder.ByName, reminder.At, reminder.Note))],
            });
        }
        return new ChaseList
        {
            Month = FilingDesk.MonthText(month), CutOff = cutOff, RemindOn = (await reference.Calendar(db, ct)).WorkdayUntil(cutOff.AddDays(-1)), Items = items,
            NotOpened = items.Count(item => item.State is null), Submitted = items.Count(item => item.State is { } state && FilingLifecycle.IsOut(state)),
            UnderWay = items.Count(item => item.State is { } state && !FilingLifecycle.IsOut(state)),
        };
    }
}
