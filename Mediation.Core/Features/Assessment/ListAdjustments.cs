using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>The adjustments of an area's units in a period, those that were taken back among them.</summary>
[Needs(Permission.ReadReports)]
public sealed record ListAdjustments(string? Period, AreaCode? Under) : IQuery<Page<ScoreAdjustment>>;

sealed class ListAdjustmentsValidator : AbstractValidator<ListAdjustments>
{
    public ListAdjustmentsValidator() => RuleFor(q => q.Period).Must(period => ReportPeriod.Parse(period) is not null)
        .WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
}

sealed class ListAdjustmentsHandler(AssessmentDesk desk, ScoreStore scores) : IQueryHandler<ListAdjustments, Page<ScoreAdjustment>>
{
    public async Task<Page<ScoreAdjustment>> Handle(ListAdjustments query, CancellationToken ct) =>
        new(await scores.Adjustments(desk.Within(query.Under), ReportPeriod.Parse(query.Period)!.ToString(), ct), null);
}
