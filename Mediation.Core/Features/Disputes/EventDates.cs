using FluentValidation;
using Mediation.Core.Domain;

namespace Mediation.Core.Features.Disputes;

/// <summary>The days on which something is said to have happened: a clock may be a day ahead, a person's memory may not.</summary>
static class EventDates
{
    const int FirstYear = 1900;

    public static IRuleBuilderOptions<T, DateOnly?> HasHappened<T>(this IRuleBuilder<T, DateOnly?> rule, TimeProvider clock) => rule
        .Must(day => day is null || day.Value.Year >= FirstYear).WithErrorCode("range").WithMessage("Before 1900.")
        .Must(day => day is null || day.Value.Year < FirstYear || Shanghai.StartOf(day.Value) <= clock.GetUtcNow().AddHours(24))
        .WithErrorCode("range").WithMessage("More than 24 hours ahead.");
}
