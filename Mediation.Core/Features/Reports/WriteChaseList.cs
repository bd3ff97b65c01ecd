using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;
using Mediation.Core.TableFiles;

namespace Mediation.Core.Features.Reports;

/// <summary>Which units of a month have a report and how it stands, as CSV.</summary>
[Needs(Permission.ReadReports)]
public sealed record WriteChaseList(ChaseList List) : IQuery<ReportFile>;

sealed class WriteChaseListHandler(Vocabulary vocabulary) : IQueryHandler<WriteChaseList, ReportFile>
{
    public async Task<ReportFile> Handle(WriteChaseList query, CancellationToken ct)
    {
        var word = await vocabulary.Chinese(ct);
        var rows = query.List.Items.Select(item => (IReadOnlyList<object?>)[item.AreaCode, item.AreaName, item.State is { } state ? word(state) : "未开", item.Late ? "是" : "否"]);
        return new ReportFile(
            TableFile.Of(file => new CsvTable(file, new TableHead("", null, ["地区代码", "填报单位", "状态", "逾期未报"])), rows), TableFile.CsvType, $"{query.List.Month}-报送情况.csv");
    }
}
