using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mediation.Core.Features.Dossier;

/// <summary>
/// The print view of a filled Word file, made by walking it, so that both say the same: one page of HTML with its own sheet of styles,
/// no script, and the policy under which a browser takes it.
/// </summary>
sealed class PaperPage
{
    const string Base =
        "html{background:#eee}body{margin:0 auto;padding:1.5cm 2cm;max-width:21cm;box-sizing:border-box;background:#fff;color:#000;" +
        "font:14pt/1.5 'Times New Roman',FangSong,STFangsong,仿宋,仿宋_GB2312,'Noto Serif CJK SC','Noto Serif SC',SimSun,serif}" +
        "p,h1,h2{margin:0;white-space:break-spaces;overflow-wrap:anywhere;min-height:1em}h1,h2,b{font-family:'Times New Roman',SimSun,宋体,STSong,'Noto Serif CJK SC','Noto Serif SC',serif}" +
        "h1{text-align:center;font-size:22pt;margin:.3em 0 .6em}h2{font-size:14pt;margin:.4em 0 .2em}" +
        "table{border-collapse:collapse;width:calc(100% - 2px);margin:0 1px;table-layout:fixed}td,th{padding:.1em .4em;vertical-align:middle;font-weight:normal;text-align:start}" +
        ".ruled td,.ruled th{border:1px solid #000}thead{display:table-header-group}footer{margin-top:1em;font-size:8pt;color:#595959}" +
        "@media print{html{background:none}body{padding:0;max-width:none}footer{display:none}}";

    readonly StringBuilder body = new();
    readonly Dictionary<string, string> classes = [];
    readonly PaperStyles styles;

    PaperPage(PaperStyles styles) => this.styles = styles;

    public static PaperHtml Of(byte[] docx, string title)
    {
        using var stream = new MemoryStream(docx);
        using var word = WordprocessingDocument.Open(stream, false);
        var main = word.MainDocumentPart!;
        var page = new PaperPage(PaperStyles.Of(main));
        page.Blocks(main.Document!.Body!);
        foreach (var foot in main.FooterParts.Select(part => part.Footer!))
        {
            page.body.Append("<footer>");
            page.Blocks(foot);
            page.body.Append("</footer>");
        }
        var sheet = Base + Paged(main) + string.Concat(page.classes.Select(c => $".{c.Value}{{{c.Key}}}"));
        var policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)))}'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        return new PaperHtml(
            $"<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{WebUtility.HtmlEncode(title)}</title>"
            + $"<style>{sheet}</style></head><body>{page.body}</body></html>", policy);
    }

    /// <summary>A4 with the margins of the paper; on paper the foot stands below every page, with the page's number.</summary>
    static string Paged(MainDocumentPart main)
    {
        var margin = main.Document!.Body!.Descendants<PageMargin>().LastOrDefault();
        string Edge(double? twentieths) => PaperStyles.Points(twentieths ?? 1_440);
        var foot = string.Concat(main.FooterParts.SelectMany(part => part.Footer!.Elements<Paragraph>()).Where(p => !p.Descendants<SimpleField>().Any()).Select(p => p.InnerText));
        var quoted = string.Concat(foot.Where(c => c is not ('\'' or '\\' or '<' or '\n')));
        return $"@page{{size:A4;margin:{Edge(margin?.Top?.Value)} {Edge(margin?.Right?.Value)} {Edge(margin?.Bottom?.Value)} {Edge(margin?.Left?.Value)};"
            + $"@bottom-center{{content:'第 ' counter(page) ' 页　共 ' counter(pages) ' 页';font-size:9pt}}@bottom-right{{content:'{quoted}';font-size:7pt;color:#595959}}}}";
    }

    void Blocks(OpenXmlElement container)
    {
        foreach (var child in container.ChildElements)
            if (child is Table table)
                Table(table);
            // Numbers of pages are the browser's own.
            else if (child is Paragraph paragraph && !paragraph.Descendants<SimpleField>().Any())
                Paragraph(paragraph);
    }

    void Paragraph(Paragraph paragraph)
    {
        var look = styles.Of(paragraph);
        var tag = look.Level switch { 0 => "h1", 1 => "h2", _ => "p" };
        body.Append($"<{tag}{Class(look.Rules(tag == "p"))}>");
        foreach (var run in paragraph.Elements<Run>())
        {
            if (run.Elements<Break>().Any(IsPageBreak))
                body.Append($"</{tag}><{tag}{Class(look.Rules(tag == "p") + "break-before:page;")}>");
            Run(run, look);
        }
        body.Append($"</{tag}>");
    }

    void Run(Run run, ParagraphLook paragraph)
    {
        var rules = PaperStyles.Rules(run, paragraph);
        var text = WebUtility.HtmlEncode(string.Concat(run.ChildElements.Select(piece => piece switch
        {
            Text said => said.Text,
            TabChar => "\t",
            Break line when !IsPageBreak(line) => "\n",
            _ => "",
        })));
        body.Append(rules.Length == 0 ? text : $"<span{Class(rules)}>{text}</span>");
    }

    static bool IsPageBreak(Break line) => line.Type?.Value is { } kind && kind == BreakValues.Page;

    void Table(Table table)
    {
        var columns = table.GetFirstChild<TableGrid>()?.Elements<GridColumn>().Select(c => double.Parse(c.Width?.Value ?? "1", CultureInfo.InvariantCulture)).ToList() ?? [];
        var ruled = table.GetFirstChild<TableProperties>()?.TableBorders?.InsideHorizontalBorder?.Val?.Value is { } line && line != BorderValues.Nil && line != BorderValues.None;
        body.Append(ruled ? "<table class=\"ruled\">" : "<table>").Append("<colgroup>");
        foreach (var width in columns)
            body.Append($"<col{Class($"width:{(width * 100 / columns.Sum()).ToString("0.#", CultureInfo.InvariantCulture)}%")}>");
        body.Append("</colgroup>");
        var rows = table.Elements<TableRow>().ToList();
        var heads = rows.TakeWhile(row => row.TableRowProperties?.GetFirstChild<TableHeader>() is not null).Count();
        Rows(rows.Take(heads), "thead", "th");
        Rows(rows.Skip(heads), "tbody", "td");
        body.Append("</table>");
    }

    void Rows(IEnumerable<TableRow> rows, string part, string cellTag)
    {
        if (!rows.Any())
            return;
        body.Append($"<{part}>");
        foreach (var row in rows)
        {
            var height = row.TableRowProperties?.GetFirstChild<TableRowHeight>()?.Val?.Value;
            var whole = row.TableRowProperties?.GetFirstChild<CantSplit>() is null ? "" : "break-inside:avoid;";
            body.Append($"<tr{Class(height is null ? whole : $"{whole}height:{PaperStyles.Points(height.Value)}")}>");
            foreach (var cell in row.Elements<TableCell>())
            {
                var span = cell.TableCellProperties?.GridSpan?.Val?.Value ?? 1;
                var top = cell.TableCellProperties?.TableCellVerticalAlignment?.Val?.Value is { } place && place == TableVerticalAlignmentValues.Top;
                body.Append($"<{cellTag}{(span > 1 ? $" colspan=\"{span}\"" : "")}{Class(top ? "vertical-align:top" : "")}>");
                Blocks(cell);
                body.Append($"</{cellTag}>");
            }
            body.Append("</tr>");
        }
        body.Append($"</{part}>");
    }

    // Styles on the elements themselves would need a policy that lets any style in.
    string Class(string rules)
    {
        if (rules.Length == 0)
            return "";
        if (!classes.TryGetValue(rules, out var name))
            classes[rules] = name = $"s{classes.Count.ToString(CultureInfo.InvariantCulture)}";
        return $" class=\"{name}\"";
    }
}

/// <summary>A print view and the Content-Security-Policy that lets its styles and nothing else in.</summary>
public sealed record PaperHtml(string Html, string Policy);
