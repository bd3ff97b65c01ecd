using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.FrontDesk;

/// <summary>Gathers what stands on the weekly sheet of an area.</summary>
[Scoped]
public sealed class WeeklyReader(DbSession db, RoundReader rounds, LeadStore leads, DeviceStore devices, CurrentUser user, TimeProvider clock)
{
    const int Most = 200;

    public async Task<WeeklySheet> Read(AreaCode area, DateOnly? day, CancellationToken ct)
    {
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var week = ScreeningPeriods.Of(day ?? today, ScreeningCadence.Week);
        var clocks = await Clocks(area, week.To, today, ct);
        var due = await rounds.Of(area, week.From.AddDays(-ScreeningPeriods.LongestDays), week.To, user.Account, ct);
        var signs = await leads.List(user.Account, area, new LeadFilter(null, null, null, Open: true, null, Most), ct);
        var tablets = await devices.Under(area, Guid.Empty, Most, ct);
        return new WeeklySheet
        {
            AreaCode = area, AreaName = await db.Find<string>("select name from area where code = @code", new { code = area.Value }, ct) ?? area.ToString(),
            From = week.From, To = week.To, Clocks = [.. clocks.Where(one => one.Clock != Clock.FollowUp)], FollowUps = [.. clocks.Where(one => one.Clock == Clock.FollowUp)],
            Rounds = [.. due.Where(round => round.State is RoundState.Due or RoundState.Missing).OrderBy(round => round.Place, StringComparer.Ordinal).Take(Most)],
            Signs = [.. signs.Select(sign => new WeeklySign(sign.Id, sign.FoundOn, sign.Place, sign.Brief, Enum.Parse<RiskLevel>(sign.Level)))],
            Tablets = [.. tablets.Where(one => one.RevokedAt is null && one.Pending + one.Attention > 0)
                .Select(one => new WeeklyTablet(one.Name, one.Pending, one.Attention, one.LastSyncAt))],
        };
    }

    /// <summary>Clocks of the desks of this area that end by a day; a right that is gone needs no work.</summary>
    async Task<IReadOnlyList<WeeklyClock>> Clocks(AreaCode area, DateOnly by, DateOnly today, CancellationToken ct) => [..
        (await db.Query<Row>(
            """
            select clock_reminder.clock, clock_reminder.due_on, dispute_file.body
            from clock_reminder
            join organisation on organisation.id = clock_reminder.holder_id
            join dispute_file on dispute_file.district_code = clock_reminder.district_code and dispute_file.id = clock_reminder.dispute_id
            where clock_reminder.district_code >= @FirstDistrict and clock_reminder.district_code < @EndDistrict
                and organisation.area_code >= @First and organisation.area_code < @End and clock_reminder.due_on <= @by
                and (clock_reminder.duty = 1 or clock_reminder.due_on >= @today)
            order by clock_reminder.due_on, clock_reminder.dispute_id, clock_reminder.clock, clock_reminder.subject_id
            limit 200
            """, new { AreaRange.Of(area).FirstDistrict, AreaRange.Of(area).EndDistrict, First = area.Value, End = area.End.Value, by, today }, ct))
        .Select(row => (Row: row, File: StorageJson.Read<DisputeFile>(row.Body))).Where(one => DisputeSight.Includes(one.File, user.Account))
        .Select(one => new WeeklyClock(
            one.File.Id, new DisputeSight(one.File, user.Account).Subject, one.File.Type, one.File.Level, Enum.Parse<Clock>(one.Row.Clock), one.Row.DueOn,
            one.Row.DueOn < today))];

    sealed record Row
    {
        public required string Clock { get; init; }
        public required DateOnly DueOn { get; init; }
        public required string Body { get; init; }
    }
}
