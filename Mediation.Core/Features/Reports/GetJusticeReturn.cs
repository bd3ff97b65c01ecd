using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>Return A of the justice bureau (人民调解案件情况统计表) of an area and period with its checks A1 to A11, counted now.</summary>
[Needs(Permission.ReadReports)]
public sealed record GetJusticeReturn(string? Period, AreaCode? Area) : IQuery<JusticePage>;

public sealed record JusticePage
{
    public required AreaCode AreaCode { get; init; }

    public required string AreaName { get; init; }

    public required string Period { get; init; }

    public required IReadOnlyList<JusticeItem> Items { get; init; }

    public required IReadOnlyList<ReportCheck> Checks { get; init; }
}

/// <summary>An item of the return: this period, the year until it, and the year with it; the fifth is in ten thousand yuan.</summary>
public sealed record JusticeItem(int Number, string Label, decimal Value, decimal Before, decimal YearToDate);

sealed class GetJusticeReturnValidator : AbstractValidator<GetJusticeReturn>
{
    public GetJusticeReturnValidator() => RuleFor(q => q.Period).Must(period => ReportPeriod.Parse(period) is not null)
        .WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
}

sealed class GetJusticeReturnHandler(CurrentUser user, ReportFiles files, ReportLedger ledger, DbSession db, ReferenceData reference) : IQueryHandler<GetJusticeReturn, JusticePage>
{
    public async Task<JusticePage> Handle(GetJusticeReturn query, CancellationToken ct)
    {
        var (area, period) = (query.Area ?? user.Account.Area, ReportPeriod.Parse(query.Period)!);
        if (!user.Account.SeesArea || !user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var measures = (await reference.ReportDefinition(db, ct)).Measures!;
        var (first, last) = (period.Months[0], period.Months[^1]);
        var all = await files.Concluded(area, first / 100 * 100 + 1, last, measures, ct);
        var (present, before, year) = (
            JusticeReturn.Of(all.Where(one => one.Month >= first)), JusticeReturn.Of(all.Where(one => one.Month < first)), JusticeReturn.Of(all));
        return new JusticePage
        {
            AreaCode = area, AreaName = await ledger.Name(area, ct), Period = period.ToString(),
            Items = [.. Enumerable.Range(1, JusticeReturn.ItemCount).Select(item => new JusticeItem(item, Label(measures, item), present[item], before[item], year[item]))],
            Checks = [.. present.Checks(Figures(before), Figures(year), measures).Select(check => check with { Text = measures.JusticeChecks[check.Id] })],
        };
    }

    static string Label(ReportMeasures measures, int item) => measures.Justice[item.ToString(System.Globalization.CultureInfo.InvariantCulture)];

    /// <summary>By their numbers, nothing at 0.</summary>
    static decimal[] Figures(JusticeReturn table) => [0, .. Enumerable.Range(1, JusticeReturn.ItemCount).Select(item => table[item])];
}
