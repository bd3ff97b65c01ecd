using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>What stands behind 应评尽评: the assessments that were due in a period, each with whether it was done by its end.</summary>
[Needs(Permission.ReadReports)]
public sealed record ListIndicatorAssessments(string? Period, AreaCode? Area) : IQuery<AssessmentCell>;

public sealed record AssessmentCell(int Numerator, int Denominator, IReadOnlyList<AssessmentCellItem> Items);

public sealed record AssessmentCellItem(int Numerator, StabilityView Assessment);

sealed class ListIndicatorAssessmentsValidator : AbstractValidator<ListIndicatorAssessments>
{
    public ListIndicatorAssessmentsValidator() => RuleFor(q => q.Period).Must(period => ReportPeriod.Parse(period) is not null)
        .WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
}

sealed class ListIndicatorAssessmentsHandler(AssessmentDesk desk, IndicatorReader indicators, StabilityReader reader) : IQueryHandler<ListIndicatorAssessments, AssessmentCell>
{
    public async Task<AssessmentCell> Handle(ListIndicatorAssessments query, CancellationToken ct)
    {
        var period = ReportPeriod.Parse(query.Period)!;
        var items = new List<AssessmentCellItem>();
        foreach (var one in await indicators.Assessments(desk.Within(query.Area), period, ct))
            items.Add(new AssessmentCellItem(one.IsDoneBy(period.LastDay) ? 1 : 0, await reader.View(one, ct)));
        return new AssessmentCell(items.Sum(item => item.Numerator), items.Count, items);
    }
}
