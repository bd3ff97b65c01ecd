using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>The trainings of a year that an area's offices entered, the latest first, voided ones among them.</summary>
[Needs(Permission.ReadReports, Permission.ManageRegistry)]
public sealed record ListTrainings : IQuery<Page<TrainingView>>
{
    public AreaCode? Under { get; init; }

    /// <summary>Default the present one.</summary>
    public int? Year { get; init; }

    public TrainingKind? Kind { get; init; }

    public string? Cursor { get; init; }

    public int Limit { get; init; } = 50;
}

sealed class ListTrainingsValidator : AbstractValidator<ListTrainings>
{
    public ListTrainingsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Year).InclusiveBetween(2000, 2999).WithErrorCode("range");
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || DayPlace.Read(cursor) is not null).WithMessage("This cursor is none of ours.");
    }
}

sealed class ListTrainingsHandler(AssessmentDesk desk, TrainingStore trainings, TrainingReader reader) : IQueryHandler<ListTrainings, Page<TrainingView>>
{
    public async Task<Page<TrainingView>> Handle(ListTrainings query, CancellationToken ct)
    {
        var found = await trainings.List(desk.Within(query.Under), query.Year ?? desk.Today.Year, query.Kind, DayPlace.Read(query.Cursor), query.Limit + 1, ct);
        var items = new List<TrainingView>();
        foreach (var training in found.Take(query.Limit))
            items.Add(await reader.View(training, ct));
        return new Page<TrainingView>(items, found.Count > query.Limit ? DayPlace.Write(items[^1].HeldOn, items[^1].Id) : null);
    }
}

/// <summary>A place in a list that goes by day and then by id.</summary>
static class DayPlace
{
    public static string Write(DateOnly day, Guid id) => Cursor.Write(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), id);

    public static (DateOnly Day, Guid Id)? Read(string? cursor) => Cursor.Read(cursor, 2) is [var day, var id]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Guid.TryParse(id, out var guid) ? (date, guid) : null;
}
