using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>
/// The hours of every mediator in office, of the period's year up to its last day, against the targets: what stands behind the training rate. Those
/// who miss most come first.
/// </summary>
[Needs(Permission.ReadReports, Permission.ManageRegistry)]
public sealed record ListTrainingHours(string? Period, AreaCode? Under, string? Cursor, int Limit = 50) : IQuery<TrainingHoursPage>;

/// <summary>A page of mediators, with both numbers of the rate over all of them; without targets nobody is scored.</summary>
public sealed record TrainingHoursPage(int Numerator, int Denominator, TrainingTargets? Targets, IReadOnlyList<TrainingHoursItem> Items, string? Next);

public sealed record TrainingHoursItem
{
    public required Guid MediatorId { get; init; }
    public required string Name { get; init; }
    public required string OrganisationName { get; init; }
    public required AreaCode AreaCode { get; init; }

    /// <summary>In the first year of office: induction and skills are asked for.</summary>
    public required bool FirstYear { get; init; }
    public required decimal Induction { get; init; }
    public required decimal Skills { get; init; }
    public required decimal Yearly { get; init; }
    public required decimal Total { get; init; }

    /// <summary>Hours that are still to be had.</summary>
    public required decimal Missing { get; init; }
    public required bool Trained { get; init; }
}

sealed class ListTrainingHoursValidator : AbstractValidator<ListTrainingHours>
{
    public ListTrainingHoursValidator()
    {
        RuleFor(q => q.Period).Must(period => period is null || ReportPeriod.Parse(period) is not null).WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }

    public static int? Place(string? cursor) => Cursor.Read(cursor, 1) is [var skip] && int.TryParse(skip, out var number) && number >= 0 ? number : null;
}

sealed class ListTrainingHoursHandler(AssessmentDesk desk, IndicatorReader reader) : IQueryHandler<ListTrainingHours, TrainingHoursPage>
{
    static readonly TrainingTargets NothingAsked = new(0, 0, 0);

    public async Task<TrainingHoursPage> Handle(ListTrainingHours query, CancellationToken ct)
    {
        var lastDay = query.Period is { } period ? ReportPeriod.Parse(period)!.LastDay : new DateOnly(desk.Today.Year, 12, 31);
        var targets = (await reader.Measures(ct)).Training;
        var all = (await reader.Trained(desk.Within(query.Under), lastDay, ct)).Select(one => Item(one, targets ?? NothingAsked))
            .OrderByDescending(one => one.Missing).ThenBy(one => one.AreaCode).ThenBy(one => one.MediatorId).ToList();
        var skip = ListTrainingHoursValidator.Place(query.Cursor) ?? 0;
        var page = all.Skip(skip).Take(query.Limit).ToList();
        return new TrainingHoursPage(
            targets is null ? 0 : all.Count(one => one.Trained), targets is null ? 0 : all.Count, targets, page, all.Count > skip + page.Count ? Cursor.Write(skip + page.Count) : null);
    }

    static TrainingHoursItem Item(TrainedMediator one, TrainingTargets targets) => new()
    {
        MediatorId = one.Row.Id, Name = one.Row.Mediator.Name, OrganisationName = one.Row.OrganisationName, AreaCode = one.Row.Area, FirstYear = one.Year.FirstYear,
        Induction = one.Year.Induction, Skills = one.Year.Skills, Yearly = one.Year.Yearly, Total = one.Year.Total, Missing = one.Year.Missing(targets),
        Trained = one.Year.Meets(targets),
    };
}
