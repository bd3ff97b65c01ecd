using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Data;

/// <summary>Counts the indicators of a period: from the files, and from the registers of returns, trainings and assessments.</summary>
[Scoped]
public sealed class IndicatorReader(
    ReportFiles files, UnitReader units, TrainingStore trainings, StabilityStore assessments, MediatorStore mediators, DbSession db, ReferenceData reference, TimeProvider clock)
{
    const int MostMediators = 100_000;

    public async Task<ReportMeasures> Measures(CancellationToken ct) => (await reference.ReportDefinition(db, ct)).Measures!;

    /// <summary>Every file of a period with its marks, one after the other.</summary>
    public async IAsyncEnumerable<(DisputeFile File, IReadOnlyList<IndicatorMark> Marks)> Files(
        AreaCode area, ReportPeriod period, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var (measures, calendar) = (await Measures(ct), await reference.Calendar(db, ct));
        var count = new IndicatorCount(
            period.First, period.LastDay, Shanghai.DateOf(clock.GetUtcNow()), measures, (day, workdays) => calendar.Due(day, workdays, TimeUnit.Workday).Due);
        await foreach (var file in files.Around(area, period.First, period.LastDay, ct))
            yield return (file, count.Of(file));
    }

    public async Task<IReadOnlyList<(Guid DisputeId, IndicatorMark Mark)>> Marks(AreaCode area, ReportPeriod period, CancellationToken ct)
    {
        var marks = new List<(Guid, IndicatorMark)>();
        await foreach (var (file, ofFile) in Files(area, period, ct))
            marks.AddRange(ofFile.Select(mark => (file.Id, mark)));
        return marks;
    }

    /// <summary>Villages times months whose cut-off is over, each with whether its return was filed by it.</summary>
    public async Task<IReadOnlyList<ReturnMark>> Returns(AreaCode area, ReportPeriod period, CancellationToken ct)
    {
        var (definition, today) = (await reference.ReportDefinition(db, ct), Shanghai.DateOf(clock.GetUtcNow()));
        var marks = new List<ReturnMark>();
        for (var first = period.First; first <= period.LastDay && definition.CutOff(first) < today; first = first.AddMonths(1))
        {
            var last = first.AddMonths(1).AddDays(-1);
            var returned = (await db.Query<long>(
                """
                select distinct village_code
                from screening_return
                where district_code = @district and village_code >= @First and village_code < @End and replaced_by is null
                    and to_date >= @firstDay and to_date <= @lastDay and filed_at < @until
                order by village_code
                """, new
                {
                    district = area.District.Value, First = area.Value, End = area.End.Value, firstDay = first, lastDay = last, until = Shanghai.StartOf(definition.CutOff(first).AddDays(1)),
                }, ct)).ToHashSet();
            marks.AddRange((await units.Of(area.District, last, ct)).Under(area).Where(unit => unit.Level == AreaLevel.Village)
                .Select(village => new ReturnMark(village, Tallies.MonthOf(first), returned.Contains(village.Value))));
        }
        return marks;
    }

    /// <summary>Mediators in office on the last day, with the hours of its year up to then.</summary>
    public async Task<IReadOnlyList<TrainedMediator>> Trained(AreaCode area, DateOnly lastDay, CancellationToken ct)
    {
        var hours = await trainings.Hours(area.District, new DateOnly(lastDay.Year, 1, 1), lastDay, ct);
        return [.. (await mediators.Under(area, null, null, null, MostMediators, ct)).Where(row => TrainingYear.Counts(row.Mediator, lastDay)).Select(row =>
        {
            decimal Of(TrainingKind kind) => hours.GetValueOrDefault((row.Id, kind));
            return new TrainedMediator(row, new TrainingYear(
                Of(TrainingKind.Induction), Of(TrainingKind.Skills), Of(TrainingKind.Yearly), TrainingYear.IsFirstYear(row.Mediator, lastDay.Year)));
        })];
    }

    /// <summary>Decisions and projects that had to be assessed in the period; one whose day has not come counts once it is done.</summary>
    public async Task<IReadOnlyList<StabilityAssessment>> Assessments(AreaCode area, ReportPeriod period, CancellationToken ct)
    {
        var today = Shanghai.DateOf(clock.GetUtcNow());
        return [.. (await assessments.Due(area, period.First, period.LastDay, ct)).Where(one => one.Counts && (one.DueOn < today || one.IsDoneBy(period.LastDay)))];
    }

    /// <summary>The marks of what is no dispute, each with its place.</summary>
    public async Task<IReadOnlyList<(AreaCode Area, IndicatorMark Mark, ScoreEvidence Evidence)>> Beside(AreaCode area, ReportPeriod period, CancellationToken ct)
    {
        var marks = new List<(AreaCode, IndicatorMark, ScoreEvidence)>();
        foreach (var one in await Returns(area, period, ct))
            marks.Add((one.Village, new(Indicator.ScreeningSubmitRate, one.Filed ? 1 : 0, 1), new() { AreaCode = one.Village, Month = one.MonthText }));
        foreach (var one in await Assessments(area, period, ct))
            marks.Add((one.Area, new(Indicator.StabilityAssessmentRate, one.IsDoneBy(period.LastDay) ? 1 : 0, 1), new() { AreaCode = one.Area, On = one.DueOn, Note = one.Name }));
        if ((await Measures(ct)).Training is not { } targets)
            return marks;
        foreach (var one in await Trained(area, period.LastDay, ct))
            marks.Add((one.Row.Area, new(Indicator.TrainingRate, one.Year.Meets(targets) ? 1 : 0, 1), new() { AreaCode = one.Row.Area, MediatorId = one.Row.Id }));
        return marks;
    }
}

/// <summary>A village's return of a month (yyyyMM), and whether it was filed in time.</summary>
public sealed record ReturnMark(AreaCode Village, int Month, bool Filed)
{
    public string MonthText => $"{Month / 100:D4}-{Month % 100:D2}";
}

/// <summary>A mediator of the registry with a year's hours.</summary>
public sealed record TrainedMediator(RegisteredMediator Row, TrainingYear Year);
