using System.Globalization;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Ledger;

/// <summary>
/// A slice of the ledger for a file: what was registered until the cut-off, names masked. A matter that changed after the cut-off is as it is now and says
/// so in the last column, for its earlier state is kept nowhere. The first slice counts all.
/// </summary>
[Needs(Permission.ReadMatters)]
public sealed record ReadLedgerRows(ListDisputes List, DateTimeOffset CutOff) : IQuery<TableSlice>;

sealed class ReadLedgerRowsHandler(CurrentUser user, LedgerQuery asked, LedgerReader ledger, AreaStore areas, Vocabulary vocabulary) : IQueryHandler<ReadLedgerRows, TableSlice>
{
    static readonly string[] Columns =
    [
        "登记时间", "发生日期", "地区", "类型", "状态", "层级", "风险等级", "纠纷概要", "当事人", "涉及人数", "金额（元）", "责任单位", "当前处理单位", "期限", "是否超期", "办结日期",
        "截止后有变动",
    ];

    public async Task<TableSlice> Handle(ReadLedgerRows query, CancellationToken ct)
    {
        var list = query.List;
        var sql = asked.Of(list, list.Limit + 1, query.CutOff);
        var found = await ledger.Masked(sql.Scope, sql.Filter, sql.After, sql.Order, sql.Parameters, user.Account, ct);
        var word = await vocabulary.Chinese(ct);
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var (item, changedAt) in found.Take(list.Limit))
            rows.Add(Cells(item, (await areas.Find(item.AreaCode, ct))?.Name ?? "", changedAt > query.CutOff, word));
        return new TableSlice(
            Columns, list.Cursor is null ? await ledger.Count(sql.Scope, sql.Counted, sql.Parameters, ct) : null, rows,
            found.Count > list.Limit ? LedgerPlace.Write(list, found[list.Limit - 1].Item) : null);
    }

    static IReadOnlyList<object?> Cells(LedgerItem item, string area, bool changed, Func<Enum, string> word) =>
    [
        Shanghai.DateOf(item.ReceivedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Day(item.OccurredOn), area, word(item.Type), word(item.Status), word(item.Tier),
        word(item.RiskLevel), item.Subject, string.Join('；', item.Parties.Select(party => $"{word(party.Side)}{party.Name ?? "不详"}")), item.PeopleInvolved, item.Amount,
        item.Responsible.Name, item.Holder.Name, Day(item.DueOn), item.Late ? "是" : "否", Day(item.ClosedOn), changed ? "是" : "",
    ];

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
