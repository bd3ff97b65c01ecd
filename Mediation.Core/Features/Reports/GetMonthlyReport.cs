using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>The monthly screening report of an area, read from the tallies; its checks run on every call.</summary>
[Needs(Permission.ReadReports)]
public sealed record GetMonthlyReport(string Month, AreaCode? Area) : IQuery<MonthlyReport>;

sealed class GetMonthlyReportValidator : AbstractValidator<GetMonthlyReport>
{
    public GetMonthlyReportValidator() =>
        RuleFor(q => q.Month).Must(month => MonthOf(month) is not null).WithMessage("A month as yyyy-MM, from 2000-01 on.");

    public static DateOnly? MonthOf(string? month) =>
        DateOnly.TryParseExact(month, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) && first.Year is >= 2000 and < 9999 ? first : null;
}

sealed class GetMonthlyReportHandler(
    CurrentUser user, DbSession db, TallyStore tallies, CampaignStore campaigns, ReportLedger ledger, ReferenceData reference, TimeProvider clock)
    : IQueryHandler<GetMonthlyReport, MonthlyReport>
{
    public async Task<MonthlyReport> Handle(GetMonthlyReport query, CancellationToken ct)
    {
        var first = GetMonthlyReportValidator.MonthOf(query.Month)!.Value;
        var area = query.Area ?? user.Account.Area;
        if (!user.Account.SeesArea || !user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var definition = await reference.ReportDefinition(db, ct);
        var (month, january) = (Tallies.MonthOf(first), first.Year * 100 + 1);
        var rows = await tallies.Sum(area, january, month, ct);
        var opening = ReportLedger.EveryTier(await tallies.StockChange(area, 0, month - 1, ct));
        var later = ReportLedger.EveryTier(await tallies.StockChange(area, month + 1, 999_912, ct));
        var launched = await campaigns.Launched(area, january, month, own: false, ct);
        var input = new MonthlyReportInput
        {
            Month = month, Unit = await ledger.Name(area, ct), Tallies = rows, OpeningStock = opening, OpenAtEnd = await ledger.OpenAtEnd(area, later, ct),
            Previous = month == january ? null : ReportRows.Of(month - 1, [.. rows.Where(r => r.Key.Month < month)], definition, launched),
            Campaigns = launched,
            Periods = [.. Enumerable.Range(january, month - january + 1)], Children = await Children(area, january, month, definition, launched, ct),
            Preparer = user.Account.DisplayName, FilledAt = Shanghai.DateOf(clock.GetUtcNow()),
        };
        var report = MonthlyReportBuilder.Build(input, definition);
        // Only a failed check is worth reading the files again, to name the disputes.
        return report.Checks.All(c => c.Passed)
            ? report
            : MonthlyReportBuilder.Build(input with { Faults = await ledger.Faults(area, definition, ct) }, definition);
    }

    /// <summary>The divisions below, and what stands under this one's own code.</summary>
    async Task<IReadOnlyList<ChildReport>?> Children(
        AreaCode area, int january, int month, ReportDefinition definition, IReadOnlyList<CampaignCount> launched, CancellationToken ct)
    {
        if (area.Level == AreaLevel.Village)
            return null;
        var below = await db.Query<AreaRow>("select code, name from area where parent = @Parent order by code", new { Parent = area.Value }, ct);
        var counted = area.Level == AreaLevel.Province ? null : await tallies.Below(area, january, month, ct);
        var children = new List<ChildReport>();
        foreach (var child in below)
            Add(child.Name, counted is null ? await tallies.Sum(new AreaCode(child.Code), january, month, ct) : [.. counted[child.Code]],
                launched.Count == 0 ? [] : await campaigns.Launched(new AreaCode(child.Code), january, month, own: false, ct));
        Add("本级", await tallies.Own(area, january, month, ct), launched.Count == 0 ? [] : await campaigns.Launched(area, january, month, own: true, ct));
        return children;

        void Add(string name, IReadOnlyList<TallyRow> rows, IReadOnlyList<CampaignCount> campaignsOf) =>
            children.Add(new ChildReport(name, ReportRows.Of(month, rows, definition, campaignsOf)));
    }

    sealed record AreaRow
    {
        public required long Code { get; init; }

        public required string Name { get; init; }
    }
}
