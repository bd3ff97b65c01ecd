using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.FrontDesk;

/// <summary>The weekly sheet as a Word file on A4, to hang on the wall; it bears names, so its making is logged.</summary>
[Needs(Permission.ReadMatters)]
public sealed record MakeWeeklySheet(AreaCode? Area, DateOnly? Week) : ICommand<MadeSheet>;

sealed class MakeWeeklySheetValidator : AbstractValidator<MakeWeeklySheet>
{
    public MakeWeeklySheetValidator() => RuleFor(c => c.Week).Must(GetWeeklySheetValidator.IsWeek).WithErrorCode("range").WithMessage("No such year.");
}

sealed class MakeWeeklySheetHandler(WeeklyReader reader, DbSession db, AccessLog log, CurrentUser user, TimeProvider clock) : ICommandHandler<MakeWeeklySheet, MadeSheet>
{
    const string Box = "□";

    public async Task<MadeSheet> Handle(MakeWeeklySheet command, CancellationToken ct)
    {
        var area = command.Area ?? user.Account.Area;
        if (!user.Account.SeesArea || !user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var (week, words) = (await reader.Read(area, command.Week, ct), await ChineseWords.Read(db, ct));
        var sheet = new WordSheet().Title($"{week.AreaName}一周待办单").Line($"{Day(week.From)} 至 {Day(week.To)}　　制表：{user.Account.DisplayName}");
        Clocks(sheet, "一、办理时限", week.Clocks, words);
        Clocks(sheet, "二、回访", week.FollowUps, words);
        Table(sheet, "三、排查报告（无情况也要报）", [8, 44, 26, 22], ["完成", "排查", "期间", "最迟"],
            week.Rounds.Select(round => (IReadOnlyList<string>)[Box, Named(round, words), $"{Short(round.From)}—{Short(round.To)}", Due(round.DueOn, round.State == RoundState.Missing)]));
        Table(sheet, "四、未了结的苗头", [8, 16, 16, 60], ["完成", "发现", "等级", "情况"],
            week.Signs.Select(sign => (IReadOnlyList<string>)[Box, Short(sign.FoundOn), words.Of(sign.Level), $"{sign.Place} {sign.Brief}".Trim()]));
        Table(sheet, "五、平板上未送出或被退回的", [8, 44, 24, 24], ["完成", "平板", "待发送", "被退回"],
            week.Tablets.Select(tablet => (IReadOnlyList<string>)[Box, tablet.Name, Number(tablet.Pending), Number(tablet.Attention)]));
        await log.Add(new AccessRow
        {
            Id = Guid.CreateVersion7(), At = clock.GetUtcNow(), AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = "Paper",
            DistrictCode = area.District.Value, Detail = $"weekly sheet {area} {week.From:yyyy-MM-dd}",
        });
        return new MadeSheet(string.Create(CultureInfo.InvariantCulture, $"一周待办-{week.AreaName}-{week.From:yyyyMMdd}.docx"), sheet.Bytes());
    }

    static void Clocks(WordSheet sheet, string heading, IReadOnlyList<WeeklyClock> clocks, ChineseWords words) => Table(
        sheet, heading, [8, 40, 12, 22, 18], ["完成", "纠纷", "等级", "事项", "最迟"],
        clocks.Select(one => (IReadOnlyList<string>)[Box, one.Subject ?? words.Of(one.Type), words.Of(one.Level), words.Of(one.Clock), Due(one.DueOn, one.Over)]));

    static void Table(WordSheet sheet, string heading, IReadOnlyList<int> widths, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<string>> rows)
    {
        var lines = rows.ToList();
        sheet.Heading(heading);
        if (lines.Count == 0)
            sheet.Line("无");
        else
            sheet.Table(widths, heads, lines);
    }

    static string Named(RoundView round, ChineseWords words) => $"{round.Organisation.Name} {round.Campaign?.Name ?? words.Of(round.Kind)}";

    static string Due(DateOnly day, bool over) => over ? $"{Short(day)} 已超期" : Short(day);

    static string Short(DateOnly day) => day.ToString("M月d日", CultureInfo.InvariantCulture);

    static string Day(DateOnly day) => day.ToString("yyyy年M月d日", CultureInfo.InvariantCulture);

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
