using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>The register of stability assessments of an area, whole, the one that is due last first.</summary>
[Needs(Permission.ReadReports)]
public sealed record ListStabilityItems : IQuery<Page<StabilityView>>
{
    public AreaCode? Under { get; init; }

    public StabilityState? State { get; init; }

    public StabilityGrade? Grade { get; init; }

    public string? Cursor { get; init; }

    public int Limit { get; init; } = 50;
}

sealed class ListStabilityItemsValidator : AbstractValidator<ListStabilityItems>
{
    public ListStabilityItemsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || DayPlace.Read(cursor) is not null).WithMessage("This cursor is none of ours.");
    }
}

sealed class ListStabilityItemsHandler(AssessmentDesk desk, StabilityStore assessments, StabilityReader reader) : IQueryHandler<ListStabilityItems, Page<StabilityView>>
{
    public async Task<Page<StabilityView>> Handle(ListStabilityItems query, CancellationToken ct)
    {
        var found = await assessments.List(desk.Within(query.Under), query.State, query.Grade, desk.Today, DayPlace.Read(query.Cursor), query.Limit + 1, ct);
        var items = new List<StabilityView>();
        foreach (var one in found.Take(query.Limit))
            items.Add(await reader.View(one, ct));
        return new Page<StabilityView>(items, found.Count > query.Limit ? DayPlace.Write(items[^1].DueOn, items[^1].Id) : null);
    }
}
