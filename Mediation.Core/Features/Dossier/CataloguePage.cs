using System.Globalization;
using System.Net;
using System.Text;
using Mediation.Core.Domain.Papers;

namespace Mediation.Core.Features.Dossier;

/// <summary>卷内目录 as a page to be read and printed from the exported folder.</summary>
static class CataloguePage
{
    public static byte[] Write(DossierView dossier)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $$"""
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><title>卷内目录</title>
            <style>body{font-family:"FangSong","SimSun",serif;max-width:48rem;margin:2rem auto}table{border-collapse:collapse;width:100%}
            th,td{border:1px solid #000;padding:.3rem .5rem;text-align:left}thead{display:table-header-group}</style></head><body>
            <h1>卷内目录</h1>
            <p>{{Text(dossier.Committee)}}　{{Text(dossier.Number ?? "未编号")}}</p>
            <p>归档日期：{{Day(dossier.ArchivedOn)}}　保管期限：{{Text(dossier.Term ?? "未定")}}　共 {{dossier.Pages}} 页</p>
            <table><thead><tr><th>序号</th><th>文书名称</th><th>页号</th><th>备注</th></tr></thead><tbody>
            """);
        foreach (var position in dossier.Positions)
            page.Append(CultureInfo.InvariantCulture,
                $"\n<tr><td>{position.Number}</td><td>{Text(position.Title)}</td><td>{Pages(position)}</td><td>{Text(Note(position))}</td></tr>");
        page.Append("\n</tbody></table>\n");
        if (dossier.Supplements.Count > 0)
        {
            page.Append("<h2>归档后补充材料</h2>\n<ul>");
            foreach (var supplement in dossier.Supplements)
                page.Append(CultureInfo.InvariantCulture, $"<li>{Day(supplement.On)}　{Text(supplement.Name ?? supplement.Kind.ToString())}　{supplement.Pages} 页</li>");
            page.Append("</ul>\n");
        }
        return Encoding.UTF8.GetBytes(page.Append("</body></html>\n").ToString());
    }

    static string Note(DossierPosition position) => position.State switch
    {
        DossierState.Present => "",
        DossierState.Substituted => position.Reason ?? "",
        DossierState.NotNeeded => "无需",
        DossierState.Missing => position.Reason is { } reason ? $"缺：{reason}" : "缺",
    };

    static string Pages(DossierPosition position) => position.Pages switch
    {
        0 => "",
        1 => position.FirstPage.ToString(CultureInfo.InvariantCulture),
        _ => string.Create(CultureInfo.InvariantCulture, $"{position.FirstPage}-{position.FirstPage + position.Pages - 1}"),
    };

    static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "未归档";

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
