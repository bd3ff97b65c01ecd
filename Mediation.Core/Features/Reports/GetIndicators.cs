using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>The indicators of an area and period with formula, numerator and denominator; without a denominator one is not scored.</summary>
[Needs(Permission.ReadReports)]
public sealed record GetIndicators(string? Period, AreaCode? Area) : IQuery<IndicatorPage>;

public sealed record IndicatorPage
{
    public required AreaCode AreaCode { get; init; }

    public required string AreaName { get; init; }

    public required string Period { get; init; }

    public required IReadOnlyList<IndicatorItem> Items { get; init; }
}

/// <summary>One indicator; percent half up to two decimals, and none when it is not scored.</summary>
public sealed record IndicatorItem(Indicator Id, string Zh, string En, string Formula, int Numerator, int Denominator, decimal? Percent, bool Scored);

sealed class GetIndicatorsValidator : AbstractValidator<GetIndicators>
{
    public GetIndicatorsValidator() => RuleFor(q => q.Period).Must(period => ReportPeriod.Parse(period) is not null)
        .WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
}

/// <summary>Counts the marks of every file of a period.</summary>
[Scoped]
sealed class IndicatorReader(ReportFiles files, FilingReader units, DbSession db, ReferenceData reference, TimeProvider clock)
{
    public async Task<IReadOnlyList<(Guid DisputeId, IndicatorMark Mark)>> Marks(AreaCode area, ReportPeriod period, CancellationToken ct)
    {
        var (measures, calendar) = (await Measures(ct), await reference.Calendar(db, ct));
        var count = new IndicatorCount(
            period.First, period.LastDay, Shanghai.DateOf(clock.GetUtcNow()), measures, (day, workdays) => calendar.Due(day, workdays, TimeUnit.Workday).Due);
        var marks = new List<(Guid, IndicatorMark)>();
        await foreach (var file in files.Around(area, period.First, period.LastDay, ct))
            marks.AddRange(count.Of(file).Select(mark => (file.Id, mark)));
        return marks;
    }

    public async Task<ReportMeasures> Measures(CancellationToken ct) => (await reference.ReportDefinition(db, ct)).Measures!;

    /// <summary>Villages times months whose cut-off is over, and those of them with a return that was filed by it.</summary>
    public async Task<IndicatorMark> Screening(AreaCode area, ReportPeriod period, CancellationToken ct)
    {
        var (definition, today) = (await reference.ReportDefinition(db, ct), Shanghai.DateOf(clock.GetUtcNow()));
        var (due, filed) = (0, 0);
        for (var first = period.First; first <= period.LastDay && definition.CutOff(first) < today; first = first.AddMonths(1))
        {
            var last = first.AddMonths(1).AddDays(-1);
            var villages = (await units.Units(area.District, last, ct)).Under(area).Where(unit => unit.Level == AreaLevel.Village).Select(unit => unit.Value).ToHashSet();
            var returned = await db.Query<long>(
                """
                select distinct village_code
                from screening_return
                where district_code = @district and village_code >= @First and village_code < @End and replaced_by is null
                    and to_date >= @firstDay and to_date <= @lastDay and filed_at < @until
                order by village_code
                """, new
                {
                    district = area.District.Value, First = area.Value, End = area.End.Value, firstDay = first, lastDay = last, until = Shanghai.StartOf(definition.CutOff(first).AddDays(1)),
                }, ct);
            (due, filed) = (due + villages.Count, filed + returned.Count(villages.Contains));
        }
        return new IndicatorMark(Indicator.ScreeningSubmitRate, filed, due);
    }
}

sealed class GetIndicatorsHandler(CurrentUser user, IndicatorReader reader, ReportLedger ledger) : IQueryHandler<GetIndicators, IndicatorPage>
{
    public async Task<IndicatorPage> Handle(GetIndicators query, CancellationToken ct)
    {
        var (area, period) = (query.Area ?? user.Account.Area, ReportPeriod.Parse(query.Period)!);
        if (!user.Account.SeesArea || !user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var marks = (await reader.Marks(area, period, ct)).Select(one => one.Mark).Append(await reader.Screening(area, period, ct)).ToLookup(mark => mark.Indicator);
        return new IndicatorPage
        {
            AreaCode = area, AreaName = await ledger.Name(area, ct), Period = period.ToString(),
            Items = [.. (await reader.Measures(ct)).Indicators.Select(words => Item(words, [.. marks[words.Id]]))],
        };
    }

    static IndicatorItem Item(IndicatorWords words, IReadOnlyList<IndicatorMark> marks)
    {
        var (numerator, denominator) = (marks.Sum(mark => mark.Numerator), marks.Sum(mark => mark.Denominator));
        return new(words.Id, words.Zh, words.En, words.Formula, numerator, denominator, denominator == 0 ? null : ReportRows.Rate(numerator, denominator), denominator > 0);
    }
}
