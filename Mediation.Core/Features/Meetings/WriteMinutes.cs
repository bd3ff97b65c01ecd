using System.Globalization;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Meetings;

/// <summary>The minutes of a meeting as a Word file; matters are named as a hint names them, with names masked.</summary>
[Needs(Permission.ReadMatters)]
public sealed record WriteMinutes(Guid Id) : IQuery<MinutesFile>;

/// <summary>Says who took the minutes away; answered after it is on disk.</summary>
[Needs(Permission.ReadMatters)]
public sealed record LogMinutes(Guid Id) : ICommand<Guid>;

public sealed record MinutesFile(byte[] Bytes, string FileName)
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}

sealed class WriteMinutesHandler(MeetingReader reader, DisputeStore disputes, DbSession db, CurrentUser user, TimeProvider clock) : IQueryHandler<WriteMinutes, MinutesFile>
{
    public async Task<MinutesFile> Handle(WriteMinutes query, CancellationToken ct)
    {
        var view = await reader.View((await reader.Find(query.Id, forChange: false, ct)).Meeting, ct);
        var hints = new Dictionary<Guid, string?>();
        foreach (var id in view.Matters.Select(m => m.DisputeId).Concat(view.Carried.Concat(view.Decisions).Select(d => d.DisputeId).OfType<Guid>()).Distinct())
            hints[id] = await disputes.Find(id, ct) is { } dispute && DisputeSight.Includes(dispute.File, user.Account) ? new DisputeSight(dispute.File, user.Account).Hint : null;
        var labels = StorageJson.Read<Dictionary<string, Dictionary<string, Label>>>((await ReferenceData.Text(db, ReferenceKind.Labels, ct))!);
        var made = clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var bytes = new Minutes(view, hints, (list, word) => labels[list][word].Zh).Write($"制作于 {made}");
        return new MinutesFile(bytes, $"{view.Organisation.Name}-{view.HeldOn:yyyy-MM-dd}-分析研判会纪要.docx");
    }

    sealed record Label(string Zh);
}

/// <summary>What the minutes say, in their order.</summary>
sealed class Minutes(MeetingView view, IReadOnlyDictionary<Guid, string?> hints, Func<string, string, string> word)
{
    readonly WordPage page = new();

    public byte[] Write(string foot)
    {
        page.Title("矛盾纠纷分析研判会议纪要");
        page.Text($"会议单位：{view.Organisation.Name}\n会议时间：{Day(view.HeldOn)}\n会议地点：{view.Place ?? "　　　　"}\n主 持 人：{view.Host}");
        page.Text($"出席：{People(present: true)}\n缺席：{People(present: false)}");
        page.Heading("一、上次会议决定落实情况");
        Decisions(view.Carried, "上次会议的决定均已落实。");
        page.Heading("二、本期矛盾纠纷情况");
        Figures();
        page.Heading("三、重大矛盾纠纷和信访积案");
        Matters();
        page.Heading("四、形势研判");
        page.Text(view.Forecast ?? "　　");
        page.Heading("五、议定事项");
        Decisions(view.Decisions, "无。");
        if (view.Summary is { } summary)
            page.Text(summary);
        return page.Finish(foot);
    }

    void Figures()
    {
        var of = view.Figures;
        page.Text($"{Day(view.From)}至{Day(view.HeldOn)}，新登记{of.Received}件，办结{of.Ended}件；在办{of.Open}件，其中超期{of.Late}件。新列入台账{of.NewOnLedger}件，销号{of.Cleared}件，现有督办{of.StandingCards}件。");
        page.Table([4, 2, 2, 2], ["纠纷类型", "新登记", "办结", "在办"], of.ByType.Select(row => Row(word(nameof(DisputeType), row.Type.ToString()), row.Received, row.Ended, row.Open)));
        page.Table([4, 3, 3], ["风险等级", "新登记", "在办"], of.ByLevel.Select(row => Row(word(nameof(RiskLevel), row.RiskLevel.ToString()), row.Received, row.Open)));
        page.Table([4, 2, 2, 2], ["地区", "新登记", "办结", "在办"], of.ByArea.Select(row => Row(row.Name, row.Received, row.Ended, row.Open)));
        page.Text(of.HotSpots.Count == 0 ? "本期无矛盾纠纷集中的村（社区）。" : $"矛盾纠纷集中的村（社区）：{string.Join("、", of.HotSpots.Select(spot => $"{spot.Name}（{spot.Received}件）"))}。");
    }

    void Matters()
    {
        if (view.Matters.Count == 0)
            page.Text("无。");
        else
            page.Table([6, 3, 2, 3], ["纠纷", "类型", "等级", "状态"], view.Matters.Select(m => (string[])
            [
                hints.GetValueOrDefault(m.DisputeId) ?? "", word(nameof(DisputeType), m.Type.ToString()), word(nameof(RiskLevel), m.RiskLevel.ToString()),
                word(nameof(DisputeStatus), m.Status.ToString()),
            ]));
    }

    void Decisions(IReadOnlyList<DecisionView> decisions, string none)
    {
        if (decisions.Count == 0)
            page.Text(none);
        else
            page.Table([3, 5, 3, 2, 2, 3], ["事项", "决定", "责任单位", "责任人", "期限", "落实情况"], decisions.Select(d => (string[])
            [
                d.DisputeId is { } id ? hints.GetValueOrDefault(id) ?? "" : "全区域", d.Decision, d.Unit, d.Person, d.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                d.DoneOn is { } done ? $"{done:yyyy-MM-dd}已落实 {d.DoneNote}".Trim() : "未落实",
            ]));
    }

    string People(bool present) => view.Attendance.Where(a => a.Present == present).Select(a => a.Post is null ? a.Name : $"{a.Name}（{a.Post}）").ToList() is [_, ..] people
        ? string.Join("、", people) : "无";

    static string[] Row(string name, params int[] counts) => [name, .. counts.Select(count => count.ToString(CultureInfo.InvariantCulture))];

    static string Day(DateOnly day) => $"{day.Year}年{day.Month}月{day.Day}日";
}

sealed class LogMinutesHandler(CurrentUser user, AccessLog log, TimeProvider clock) : ICommandHandler<LogMinutes, Guid>
{
    public async Task<Guid> Handle(LogMinutes command, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        await log.Add(new AccessRow
        {
            Id = id, At = clock.GetUtcNow(), AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = "Export",
            DistrictCode = user.Account.Area.District.Value, Detail = $"minutes {command.Id}",
        });
        return id;
    }
}
