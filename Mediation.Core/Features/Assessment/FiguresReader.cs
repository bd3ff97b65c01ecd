using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Domain.Supervision;

namespace Mediation.Core.Features.Assessment;

/// <summary>
/// Counts the units of an area in a period: the files once for all of them, then the registers. Indicators are those of the unit's whole area, as on the
/// page of indicators; events are the unit's own.
/// </summary>
[Scoped]
sealed class FiguresReader(
    AssessmentDesk desk, IndicatorReader indicators, UnitReader units, OrganisationStore organisations, FilingStore filings, MeetingStore meetings, RoundReader rounds,
    DbSession db, ReferenceData reference)
{
    public async Task<IReadOnlyList<UnitFigures>> Of(AreaCode under, Tier unit, ReportPeriod period, CancellationToken ct)
    {
        var level = unit == Tier.Town ? AreaLevel.Town : AreaLevel.Village;
        var reporting = await units.Of(under.District, period.LastDay, ct);
        var names = await units.Names(under, ct);
        var sheets = reporting.Under(under).Where(area => area.Level == level).ToDictionary(area => area, _ => new Sheet());
        Sheet? In(AreaCode place) => sheets.GetValueOrDefault(unit == Tier.Town && place.Level >= AreaLevel.Town ? place.Town : place);
        var homes = (await organisations.Within(under, ct)).ToDictionary(one => one.Id, one => one.Area);

        await foreach (var (file, marks) in indicators.Files(under, period, ct))
        {
            foreach (var mark in marks)
                In(file.Area)?.Add(mark, new ScoreEvidence { DisputeId = file.Id });
            Ledger(file, period, marks, sheets.GetValueOrDefault(file.Area) ?? In(file.Area));
            foreach (var card in file.Oversight.Cards.Where(_ => !file.Report.Excluded))
                if (homes.TryGetValue(card.ToId, out var home) && sheets.TryGetValue(home, out var own))
                    Card(file, card, period, own);
        }
        foreach (var (area, mark, evidence) in await indicators.Beside(under, period, ct))
            In(area)?.Add(mark, evidence);
        await Reports(under, period, sheets, ct);
        if (unit == Tier.Town)
            await Meetings(under, period, sheets, homes, ct);
        await Rounds(under, period, sheets, ct);
        return [.. sheets.OrderBy(sheet => sheet.Key).Select(sheet => sheet.Value.ToFigures(sheet.Key, names.GetValueOrDefault(sheet.Key, sheet.Key.ToString())))];
    }

    static void Ledger(DisputeFile file, ReportPeriod period, IReadOnlyList<IndicatorMark> marks, Sheet? sheet)
    {
        if (marks.Any(mark => mark is { Indicator: Indicator.SponsorshipRate, Numerator: 0 }))
            sheet?.Happened(ScoreEvent.LedgerGap, new ScoreEvidence { DisputeId = file.Id, On = MajorLedger.Since(file) is var since && since > period.First ? since : period.First });
    }

    static void Card(DisputeFile file, SupervisionCard card, ReportPeriod period, Sheet sheet)
    {
        bool In(DateOnly? day) => day >= period.First && day <= period.LastDay;
        if (In(card.IssuedOn) && card.Kind != CardKind.Ordinary)
            sheet.Happened(card.Kind == CardKind.Red ? ScoreEvent.RedCard : ScoreEvent.YellowCard, new ScoreEvidence { DisputeId = file.Id, On = card.IssuedOn });
        if (In(card.Reply?.On) && card.Reply!.On <= card.DueOn)
            sheet.Happened(ScoreEvent.CardAnsweredInTime, new ScoreEvidence { DisputeId = file.Id, On = card.Reply.On });
    }

    /// <summary>A month whose cut-off is over and for which anybody in the district opened a report; a return does not make a punctual unit late.</summary>
    async Task Reports(AreaCode under, ReportPeriod period, Dictionary<AreaCode, Sheet> sheets, CancellationToken ct)
    {
        var definition = await reference.ReportDefinition(db, ct);
        for (var first = period.First; first <= period.LastDay && definition.CutOff(first) < desk.Today; first = first.AddMonths(1))
        {
            var (month, last) = (Tallies.MonthOf(first), first.AddMonths(1).AddDays(-1));
            var filed = (await filings.Within(under.District, month, ct)).ToDictionary(one => one.Filing.Area, one => one.Filing);
            if (filed.Count == 0)
                continue;
            foreach (var unit in (await units.Of(under.District, last, ct)).Under(under).Where(sheets.ContainsKey))
                if (filed.GetValueOrDefault(unit)?.Steps.FirstOrDefault(step => step.Act == FilingAct.Submit)?.By.At is not { } at || Shanghai.DateOf(at) > definition.CutOff(first))
                    sheets[unit].Happened(ScoreEvent.ReportLate, new ScoreEvidence { AreaCode = unit, Month = MonthText(first) });
        }
    }

    /// <summary>Each month that is over asks for a meeting of the town's centre, with its minutes (公开信).</summary>
    async Task Meetings(AreaCode under, ReportPeriod period, Dictionary<AreaCode, Sheet> sheets, Dictionary<Guid, AreaCode> homes, CancellationToken ct)
    {
        var held = (await meetings.Between(under.District.Value, period.First, period.LastDay, ct)).Where(one => one.ConcludedOn is not null && homes.ContainsKey(one.OrganisationId))
            .Select(one => (homes[one.OrganisationId], Tallies.MonthOf(one.HeldOn))).ToHashSet();
        for (var first = period.First; first <= period.LastDay && first.AddMonths(1) <= desk.Today; first = first.AddMonths(1))
            foreach (var (town, sheet) in sheets)
                if (!held.Contains((town, Tallies.MonthOf(first))))
                    sheet.Happened(ScoreEvent.MeetingMissing, new ScoreEvidence { AreaCode = town, Month = MonthText(first) });
    }

    async Task Rounds(AreaCode under, ReportPeriod period, Dictionary<AreaCode, Sheet> sheets, CancellationToken ct)
    {
        foreach (var round in await rounds.Of(under, period.First, period.LastDay, desk.Account, ct))
            if (round.DueOn >= period.First && round.DueOn <= period.LastDay && round.State is RoundState.Missing or RoundState.FiledLate && sheets.TryGetValue(round.AreaCode, out var sheet))
                sheet.Happened(round.State == RoundState.Missing ? ScoreEvent.RoundMissing : ScoreEvent.RoundLate,
                    new ScoreEvidence { AreaCode = round.AreaCode, On = round.DueOn, Note = round.Organisation.Name });
    }

    static string MonthText(DateOnly first) => $"{first.Year:D4}-{first.Month:D2}";

    /// <summary>What is counted of one unit.</summary>
    sealed class Sheet
    {
        readonly Dictionary<Indicator, (int Numerator, int Denominator, List<ScoreEvidence> Short)> indicators = [];
        readonly Dictionary<ScoreEvent, List<ScoreEvidence>> events = [];

        public void Add(IndicatorMark mark, ScoreEvidence evidence)
        {
            var (numerator, denominator, behind) = indicators.GetValueOrDefault(mark.Indicator, (0, 0, []));
            // What lowers a rate is what is missing above; for a rate that should be small it is what stands there.
            if (mark.Indicator == Indicator.RelapseRate ? mark.Numerator > 0 : mark.Numerator < mark.Denominator)
                behind.Add(evidence);
            indicators[mark.Indicator] = (numerator + mark.Numerator, denominator + mark.Denominator, behind);
        }

        public void Happened(ScoreEvent happened, ScoreEvidence evidence)
        {
            if (!events.TryGetValue(happened, out var known))
                events[happened] = known = [];
            known.Add(evidence);
        }

        public UnitFigures ToFigures(AreaCode area, string name) => new()
        {
            Area = area, Name = name, Indicators = indicators.ToDictionary(one => one.Key, one => new IndicatorFigure(one.Value.Numerator, one.Value.Denominator, one.Value.Short)),
            Events = events.ToDictionary(one => one.Key, one => (IReadOnlyList<ScoreEvidence>)one.Value),
        };
    }
}
