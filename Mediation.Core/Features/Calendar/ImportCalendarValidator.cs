using FluentValidation;
using FluentValidation.Results;

namespace Mediation.Core.Features.Calendar;

/// <summary>What the calendar would not take as one: refused year by year, with the year.</summary>
sealed class ImportCalendarValidator : AbstractValidator<ImportCalendar>
{
    const int MostDays = 366;

    public ImportCalendarValidator()
    {
        RuleFor(c => c.Source).MaximumLength(500).WithErrorCode("length");
        RuleFor(c => c.Years).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Years).Custom((years, context) =>
        {
            foreach (var (year, notice) in years ?? new Dictionary<int, HolidayNotice?>())
                if (FaultOf(year, notice) is { } fault)
                    context.AddFailure(new ValidationFailure($"years.{year}", fault) { ErrorCode = "calendar" });
        });
    }

    static string? FaultOf(int year, HolidayNotice? notice)
    {
        if (year is < 1990 or > 2100)
            return "A year from 1990 to 2100.";
        if (notice is not { Off: { Count: <= MostDays } off, Work: { Count: <= MostDays } work })
            return "A year has the lists off and work.";
        if (off.Count == 0 && work.Count > 0)
            return "Days are worked to make up for days off, and there are none.";
        if (off.Intersect(work).Any())
            return "A day is off or worked, not both.";
        return off.Concat(work).Any(day => !Touches(year, day)) ? "A day does not belong to this year." : null;
    }

    // A notice reaches over its year's edges: the one for 2019 began on 29 December 2018.
    static bool Touches(int year, DateOnly day) => day >= new DateOnly(year - 1, 12, 1) && day <= new DateOnly(year + 1, 1, 31);
}
