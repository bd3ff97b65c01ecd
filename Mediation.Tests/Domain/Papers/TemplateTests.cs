using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Features.Dossier;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Papers;

/// <summary>A template as an office writes it in Word, with all that Word does to it.</summary>
sealed class TemplateTests
{
    public static Paragraph Line(params string[] runs) => new(runs.Select(text => new Run(new Text(text) { Space = SpaceProcessingModeValues.Preserve })));

    static Table Table(params string[][] rows) =>
        new([new TableProperties(), new TableGrid(), Row("头"), .. rows.Select(Row)]);

    static TableRow Row(params string[] cells) => new(cells.Select(cell => new TableCell(Line(cell))));

    public static byte[] Docx(params OpenXmlElement[] blocks)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
            word.AddMainDocumentPart().Document = new Document(new Body(blocks));
        return stream.ToArray();
    }

    static PaperContent Said(int parties = 2)
    {
        var content = new PaperContent();
        content["number"] = "（2026）试字第1号";
        content["summary"] = "第一行\n第二行<&>\u0001";
        content.Say("agreed", true);
        content.Say("parties", Enumerable.Range(1, parties).Select(n =>
        {
            var party = new PaperContent();
            party["name"] = $"周试{n}";
            party["side"] = n == 1 ? "申请人" : null;
            party.Say("isPerson", n == 1);
            return party;
        }));
        return content;
    }

    static string Filled(PaperContent content, params OpenXmlElement[] blocks) => PaperCases.Text(PaperTemplate.Read(Docx(blocks)).Fill(content));

    [Test]
    public void Placeholders_work_however_word_has_cut_them()
    {
        var spelled = new Paragraph(new Run(new Text("前{")), new ProofError { Type = ProofingErrorValues.SpellStart }, new Run(new RunProperties(new Bold()), new Text("{案")),
            new BookmarkStart { Id = "1", Name = "x" }, new Run(new Text("号}")), new BookmarkEnd { Id = "1" }, new SdtRun(new SdtContentRun(new Run(new Text("}后")))));

        Assert.That(Filled(Said(), spelled, Line("{{ number }}")), Is.EqualTo("前（2026）试字第1号后\n（2026）试字第1号"));
    }

    [Test]
    public void Blocks_rows_and_lines_repeat_and_conditions_choose()
    {
        var text = Filled(Said(),
            Line("{{#当事人}}"), Line("{{姓名}}{{#是个人}}，", "个人{{/是个人}}{{^是个人}}，单位{{/是个人}}，{{案号}}"), Line("{{/当事人}}"),
            Table(["{{#当事人}}{{身份}}", "{{姓名}}{{/当事人}}"]),
            Line("{{#当事人}}{{姓名}}；{{/当事人}}"), Line("{{^已达成协议}}"), Line("没有协议"), Line("{{/已达成协议}}"));

        Assert.That(text, Is.EqualTo("周试1，个人，（2026）试字第1号\n周试2，单位，（2026）试字第1号\n头\n申请人\n周试1\n\n周试2\n周试1；周试2；"));
    }

    [Test]
    public void Every_line_of_a_text_becomes_a_paragraph_and_no_letter_breaks_the_file() =>
        Assert.That(Filled(Said(), Line("情况：{{纠纷简要情况}}。")), Is.EqualTo("情况：第一行\n第二行<&>。"));

    [TestCase("{{民旅}}", "paper.placeholder-unknown", "{{民旅}}")]
    [TestCase("{{姓名}}", "paper.placeholder-unknown", "{{姓名}}")]
    [TestCase("{{#当事人}}{{案由}}{{/当事人}}", "paper.placeholder-unknown", "{{案由}}")]
    [TestCase("{{当事人}}", "paper.placeholder-unknown", "{{当事人}}")]
    [TestCase("编号：{{案号}", "paper.placeholder-unknown", "编号：{{案号}")]
    [TestCase("{{#当事人}}{{姓名}}", "paper.placeholder-unpaired", "{{#当事人}}")]
    [TestCase("{{/当事人}}", "paper.placeholder-unpaired", "{{/当事人}}")]
    [TestCase("{{#当事人}}{{#已受理}}{{/当事人}}{{/已受理}}", "paper.placeholder-unpaired", "{{/当事人}}")]
    [TestCase("{{#当事人}}{{#申请人}}{{姓名}}{{/申请人}}{{/当事人}}", "paper.placeholder-unpaired", "{{#申请人}}")]
    public void A_bad_template_is_refused_with_the_placeholders_name(string line, string code, string named)
    {
        var refused = Assert.Throws<RuleViolationException>(() => PaperTemplate.Read(Docx(Line("{{案号}}"), Line(line))));

        Assert.That((refused.Code, refused.Field), Is.EqualTo((code, named)));
        Assert.That(refused.Message, Does.Contain(named));
    }

    [Test]
    public void A_section_that_opens_in_a_table_and_closes_outside_is_refused()
    {
        var refused = Assert.Throws<RuleViolationException>(() => PaperTemplate.Read(Docx(Table(["{{#当事人}}{{姓名}}"]), Line("{{/当事人}}"))));

        Assert.That((refused.Code, refused.Field), Is.EqualTo(("paper.placeholder-unpaired", "{{#当事人}}")));
    }

    static IEnumerable<TestCaseData> Damaged()
    {
        var good = PaperCases.Template(PaperKind.Cover);
        yield return new TestCaseData(Array.Empty<byte>()).SetArgDisplayNames("nothing");
        yield return new TestCaseData("Dies ist Text."u8.ToArray()).SetArgDisplayNames("text");
        yield return new TestCaseData(good[..(good.Length / 2)]).SetArgDisplayNames("half");
        yield return new TestCaseData(good.Select((b, at) => at > 300 && at < 900 ? (byte)0 : b).ToArray()).SetArgDisplayNames("bytes lost");
        yield return new TestCaseData(Zip("word/document.xml", "<a/>")).SetArgDisplayNames("another zip");
    }

    [TestCaseSource(nameof(Damaged))]
    public void A_damaged_file_is_refused(byte[] docx) =>
        Assert.That(Assert.Throws<RuleViolationException>(() => PaperTemplate.Read(docx))!.Code, Is.EqualTo("paper.template-damaged"));

    /// <summary>Fifty kilobytes that unpack to fifty megabytes, or claim two gigabytes, which a reader would set aside.</summary>
    [TestCase(false)]
    [TestCase(true)]
    public void A_file_that_unpacks_without_measure_is_refused(bool claims)
    {
        using var stream = new MemoryStream();
        stream.Write(Docx(Line("{{案号}}")));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update))
        using (var part = zip.CreateEntry("word/wide.xml").Open())
            part.Write(new byte[50_000_000]);
        var docx = stream.ToArray();
        Assert.That(docx, Has.Length.LessThan(200_000));
        if (claims)
            foreach (var at in Enumerable.Range(0, docx.Length - 4).Where(at => BitConverter.ToInt32(docx, at) == 50_000_000).ToList())
                BitConverter.GetBytes(int.MaxValue - 1).CopyTo(docx, at);

        Assert.That(Assert.Throws<RuleViolationException>(() => PaperTemplate.Read(docx))!.Code, Is.EqualTo("paper.template-damaged"));
    }

    [Test]
    public void A_template_that_reaches_outside_is_refused()
    {
        using var stream = new MemoryStream();
        stream.Write(Docx(Line("{{案号}}")));
        using (var word = WordprocessingDocument.Open(stream, true))
            word.MainDocumentPart!.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate", new Uri("http://192.0.2.1/x.dotm"));

        Assert.That(Assert.Throws<RuleViolationException>(() => PaperTemplate.Read(stream.ToArray()))!.Code, Is.EqualTo("paper.template-outside"));
    }

    [TestCaseSource(typeof(PaperCases), nameof(PaperCases.Kinds))]
    public void The_templates_that_come_along_are_good(PaperKind kind) => Assert.That(PaperTemplate.Read(PaperCases.Template(kind)).Placeholders, Does.Contain("制作说明"));

    static byte[] Zip(string name, string text)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create))
        using (var writer = new StreamWriter(zip.CreateEntry(name).Open()))
            writer.Write(text);
        return stream.ToArray();
    }
}
