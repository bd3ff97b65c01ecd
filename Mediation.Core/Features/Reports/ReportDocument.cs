using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Mediation.Core.Domain.Reports;

namespace Mediation.Core.Features.Reports;

/// <summary>A monthly report in words as a Word file on A4, in the manner of an official paper.</summary>
static class ReportDocument
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static byte[] Write(MonthlyReport report, MonthlyFiling filing, ReportDefinition definition)
    {
        using var file = new MemoryStream();
        using (var document = WordprocessingDocument.Create(file, WordprocessingDocumentType.Document))
        {
            var body = new Body(Line($"{report.Header.Period}矛盾纠纷排查调处情况报告", "36", bold: true, JustificationValues.Center));
            body.Append(Line($"填报单位（盖章）：{report.Header.Unit}{(filing.SealText is { } seal ? $"（{seal}）" : "")}", "24"));
            foreach (var chapter in ReportWords.Of(report, filing, definition))
            {
                body.Append(Line(chapter.Title, "28", bold: true));
                foreach (var paragraph in chapter.Paragraphs)
                    body.Append(Line(paragraph, "28", indent: true));
            }
            var filled = report.Header.FilledAt is { } on ? $"{on.Year}年{on.Month}月{on.Day}日" : "　　年　月　日";
            body.Append(Line($"制表人：{report.Header.Preparer}　　审核人：{report.Header.Reviewer}　　填报时间：{filled}", "24"));
            body.Append(new SectionProperties(
                new PageSize { Width = 11906, Height = 16838 },
                new PageMargin { Top = 1440, Right = 1440U, Bottom = 1440, Left = 1440U, Header = 720U, Footer = 720U, Gutter = 0U }));
            document.AddMainDocumentPart().Document = new Document(body);
        }

        return file.ToArray();
    }

    static Paragraph Line(string text, string size, bool bold = false, JustificationValues? at = null, bool indent = false)
    {
        var properties = new ParagraphProperties(new SpacingBetweenLines { Before = "60", After = "60", Line = "400", LineRule = LineSpacingRuleValues.Auto });
        if (indent)
            properties.Append(new Indentation { FirstLineChars = 200 });
        if (at is { } justification)
            properties.Append(new Justification { Val = justification });
        var run = new RunProperties(new RunFonts { Ascii = "宋体", HighAnsi = "宋体", EastAsia = "宋体" });
        if (bold)
            run.Append(new Bold());
        run.Append(new FontSize { Val = size });
        return new Paragraph(properties, new Run(run, new Text(Writable(text)) { Space = SpaceProcessingModeValues.Preserve }));
    }

    // XML has no place for most control characters.
    static string Writable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            kept.Append(rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString());
        return kept.ToString();
    }
}
