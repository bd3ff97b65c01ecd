using System.Globalization;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.FrontDesk;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.FrontDesk;

/// <summary>The slip for the office that sent a matter: its number there, what was done, when; a Word file, logged like the papers. It bears no name and no phone.</summary>
[Needs(Permission.ReadMatters)]
public sealed record MakeFeedbackSlip(Guid Id) : ICommand<MadeSheet>;

/// <summary>A Word file.</summary>
public sealed record MadeSheet(string FileName, byte[] Bytes);

sealed class MakeFeedbackSlipHandler(VisitDesk desk, DbSession db, AccessLog log, CurrentUser user, TimeProvider clock) : ICommandHandler<MakeFeedbackSlip, MadeSheet>
{
    public async Task<MadeSheet> Handle(MakeFeedbackSlip command, CancellationToken ct)
    {
        var visit = await desk.Read(command.Id, ct);
        if (!visit.SourceWord.IsReferral)
            throw new RuleViolationException("desk.no-referral", "Nobody sent it, so nobody is told.", "front desk");
        var words = await ChineseWords.Read(db, ct);
        var now = clock.GetUtcNow();
        var sheet = new WordSheet().Title("转办事项办理情况反馈单").Table([22, 78], [],
        [
            ["转办单位", words.Of(visit.SourceWord)], ["来件编号", visit.OutsideNumber ?? ""], ["收到日期", Day(visit.ReceivedOn)], ["反馈期限", Day(visit.DueOn)],
            ["事项", visit.Brief ?? "已依法删除"], ["办理结果", visit.StateWord == DeskState.TurnedIntoDispute ? "已登记为矛盾纠纷，转入调处程序。" : words.Of(visit.StateWord)],
            ["办理情况", visit.Feedback ?? visit.Answer ?? ""], ["反馈日期", Day(visit.FeedbackOn)],
        ]).Line("").Line($"承办单位（盖章）：{visit.OrganisationName}　　　　经办人：　　　　　　")
            .Line($"制作于 {now.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)}");
        await log.Add(new AccessRow
        {
            Id = Guid.CreateVersion7(), At = now, AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = "Paper",
            DistrictCode = user.Account.Area.District.Value, Detail = $"feedback slip {visit.Id}",
        });
        return new MadeSheet($"反馈单-{string.Concat((visit.OutsideNumber ?? "").Where(char.IsLetterOrDigit))}.docx", sheet.Bytes());
    }

    static string Day(DateOnly? day) => day?.ToString("yyyy年M月d日", CultureInfo.InvariantCulture) ?? "";
}
