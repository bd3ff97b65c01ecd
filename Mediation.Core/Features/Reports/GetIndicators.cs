using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
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

    /// <summary>一票否决: flags, which are no rates; they lead to the register.</summary>
    public required IReadOnlyList<VetoCount> Vetoes { get; init; }
}

/// <summary>How many flags of a kind stand in the area and period.</summary>
public sealed record VetoCount(VetoKind Kind, int Count);

/// <summary>One indicator; percent half up to two decimals, and none when it is not scored.</summary>
public sealed record IndicatorItem(Indicator Id, string Zh, string En, string Formula, int Numerator, int Denominator, decimal? Percent, bool Scored);

sealed class GetIndicatorsValidator : AbstractValidator<GetIndicators>
{
    public GetIndicatorsValidator() => RuleFor(q => q.Period).Must(period => ReportPeriod.Parse(period) is not null)
        .WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
}

sealed class GetIndicatorsHandler(CurrentUser user, IndicatorReader reader, VetoStore vetoes, ReportLedger ledger) : IQueryHandler<GetIndicators, IndicatorPage>
{
    public async Task<IndicatorPage> Handle(GetIndicators query, CancellationToken ct)
    {
        var (area, period) = (query.Area ?? user.Account.Area, ReportPeriod.Parse(query.Period)!);
        if (!user.Account.SeesArea || !user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var marks = (await reader.Marks(area, period, ct)).Select(one => one.Mark).Concat((await reader.Beside(area, period, ct)).Select(one => one.Mark)).ToLookup(mark => mark.Indicator);
        var flags = (await vetoes.Of(area, period.First, period.LastDay, ct)).Where(flag => flag.Withdrawn is null).ToLookup(flag => flag.Kind);
        return new IndicatorPage
        {
            AreaCode = area, AreaName = await ledger.Name(area, ct), Period = period.ToString(),
            Items = [.. (await reader.Measures(ct)).Indicators.Select(words => Item(words, [.. marks[words.Id]]))],
            Vetoes = [.. Enum.GetValues<VetoKind>().Select(kind => new VetoCount(kind, flags[kind].Count()))],
        };
    }

    static IndicatorItem Item(IndicatorWords words, IReadOnlyList<IndicatorMark> marks)
    {
        var (numerator, denominator) = (marks.Sum(mark => mark.Numerator), marks.Sum(mark => mark.Denominator));
        return new(words.Id, words.Zh, words.En, words.Formula, numerator, denominator, denominator == 0 ? null : ReportRows.Rate(numerator, denominator), denominator > 0);
    }
}
