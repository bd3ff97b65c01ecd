using FluentValidation;
using FluentValidation.Results;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Calendar;

/// <summary>Takes the State Council's holiday notices of one or several years; years not named stay as they are.</summary>
[Needs(Permission.ManageCalendar)]
public sealed record ImportCalendar(string? Source, IReadOnlyDictionary<int, HolidayNotice?>? Years) : ICommand<CalendarCoverage>;

/// <summary>Days off, and the days of rest that are worked to make up for them.</summary>
public sealed record HolidayNotice(IReadOnlyList<DateOnly>? Off, IReadOnlyList<DateOnly>? Work);

/// <summary>The years whose holidays are published.</summary>
public sealed record CalendarCoverage(IReadOnlyList<int> Published);

sealed class ImportCalendarHandler(ReferenceData reference, DbSession db) : ICommandHandler<ImportCalendar, CalendarCoverage>
{
    public async Task<CalendarCoverage> Handle(ImportCalendar command, CancellationToken ct)
    {
        var stored = await ReferenceData.Newest(db, ReferenceKind.WorkCalendar, ct) ?? throw new NotFoundException("The work calendar");
        var known = StorageJson.Read<Notices>(stored.Body);
        var years = new Dictionary<int, HolidayNotice>(known.Years);
        foreach (var (year, notice) in command.Years!.OrderBy(year => year.Key))
            years[year] = Replacing(years.GetValueOrDefault(year), year, notice!);
        if (years.Values.SelectMany(year => year.Off!).Intersect(years.Values.SelectMany(year => year.Work!)).ToList() is [var day, ..])
            throw Refused("years", $"{day:yyyy-MM-dd} would be off by one year's notice and worked by another's.");

        // In the place of what is looked up now: a version of its own could lose against a later one of the program's seeds.
        var body = StorageJson.Write(new Notices(command.Source ?? known.Source, years));
        await reference.Store(db, ReferenceKind.WorkCalendar, stored.Version, stored.EffectiveFrom, body);
        return new CalendarCoverage(WorkCalendar.Parse(body).PublishedYears);
    }

    static HolidayNotice Replacing(HolidayNotice? known, int year, HolidayNotice notice) => known?.Off?.Count > 0 && notice.Off!.Count == 0
        ? throw Refused($"years.{year}", "Its holidays are published; an empty year would take them away.")
        : notice;

    static ValidationException Refused(string field, string message) => new([new ValidationFailure(field, message) { ErrorCode = "calendar" }]);

    sealed record Notices(string? Source, Dictionary<int, HolidayNotice> Years);
}
