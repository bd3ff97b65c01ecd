using System.Net;
using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Features.Dossier;
using Mediation.Tests.Domain.Disputes;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Papers;

/// <summary>Every paper of 司发通〔2010〕239号 and of the district, from the templates as they are handed out.</summary>
sealed partial class PaperTests
{
    static readonly Dispute Large = PaperCases.Everything(parties: 20, letters: 3_000);

    static IReadOnlyList<PaperKind> Kinds => PaperCases.Kinds;

    /// <summary>Fields in the official order (domain 6).</summary>
    static IEnumerable<TestCaseData> Orders()
    {
        static TestCaseData Of(PaperKind kind, params string[] fields) => new TestCaseData(kind, fields).SetArgDisplayNames(kind.ToString());
        yield return Of(PaperKind.Cover, "海口村人民调解委员会", "调　解　卷　宗", "卷　　名", "卷　　号", "人民调解员", "调解日期", "立 卷 人", "立卷日期", "保管期限", "备　　注");
        yield return Of(PaperKind.Contents, "序号", "文书名称", "页号", "备注", "人民调解申请书", "权利义务告知书", "调解记录", "人民调解协议书", "回访记录", "封底");
        yield return Of(PaperKind.Application, "人民调解申请书", "申请人：姓名", "性别", "民族", "年龄", "职业或职务", "联系方式", "单位或住址", "被申请人：姓名", "纠纷简要情况",
            "当事人申请事项", "1．", "2．", "3．", "现自愿申请人民调解委员会进行调解", "申请人（签名、盖章或按指印）", "年　　月　　日");
        yield return Of(PaperKind.AcceptanceRegistration, "依当事人申请", "经当事人同意", "之间的纠纷", "案件来源：☑①当事人申请", "②主动调解", "纠纷类型", "纠纷简要情况", "当事人（签名",
            "登记人（签名）", "印章", "年　　月　　日", "备注：此表由人民调解委员会填写");
        yield return Of(PaperKind.RightsNotice, "群众性组织", "自愿、平等", "选择或者接受人民调解员", "拒绝调解或者要求终止调解", "公开进行或者不公开进行", "自愿达成调解协议", "如实陈述",
            "遵守调解现场秩序", "尊重对方当事人行使权利", "具有法律约束力", "提起诉讼", "司法确认");
        yield return Of(PaperKind.InvestigationRecord, "时间：", "地点：", "参加人：", "被调查人：", "记录：", "被调查人（签名", "调查人（签名）", "记录人（签名）");
        yield return Of(PaperKind.MediationRecord, "时间：", "地点：", "当事人：", "参加人：冯试亲", "权利、义务告知当事人：☑已告知", "调解记录：", "调解结果：☑①调解成功", "②调解不成",
            "③有待继续调解", "当事人（签名、盖章或按指印）", "人民调解员（签名）", "记录人（签名）");
        yield return Of(PaperKind.WrittenAgreement, "编号：（2026）海口村人调字第1号", "申请人：姓名", "性别", "民族", "年龄", "职业或职务", "联系方式", "单位或住址", "纠纷主要事实、争议事项",
            "经调解，自愿达成如下协议", "第一条", "履行方式、时限", "分2期：第1期于2026年11月15日前支付400元", "本协议一式21份", "当事人（签名、盖章或按指印）", "人民调解员（签名）", "记录人（签名）", "印章", "年　　月　　日");
        yield return Of(PaperKind.OralAgreement, "编号：", "当事人（申请人）：姓名", "纠纷主要事实、争议事项", "达成协议内容", "履行方式、时限", "人民调解员（签名）", "印章", "年　　月　　日", "备注：此表由人民调解委员会填写");
        yield return Of(PaperKind.FollowUpRecord, "当事人：", "调解协议编号：", "回访事由：", "回访时间：", "回访情况：", "履行情况：☐已履行　☑未履行", "反复", "起诉", "满意程度", "措施", "回访人（签名）", "年　　月　　日");
        yield return Of(PaperKind.ConfirmationApplication, "姓名", "性别", "出生日期", "民族", "职业", "住址", "联系方式", "主持调解", "编号：", "请求人民法院", "自愿", "恶意串通", "给他人造成损害", "附件：", "申请人（签名");
        yield return Of(PaperKind.ClosingReport, "受案时间", "结案时间", "案件来源", "简要事实", "调解结果");
        yield return Of(PaperKind.SpotSheet, "编号：", "案件来源", "纠纷类型", "姓名", "纠纷简要情况", "协议内容", "履行方式", "权利义务告知", "人民调解员签名");
        yield return Of(PaperKind.BackCover, "本卷页数", "立 卷 人", "检 查 人", "归档日期");
    }

    [TestCaseSource(nameof(Orders))]
    public void The_fields_stand_in_the_official_order_of_239号(PaperKind kind, string[] fields)
    {
        var text = PaperCases.Text(PaperCases.Docx(kind, Large, PaperCases.ItemOf(kind)));
        var at = 0;
        foreach (var field in fields)
        {
            var found = text.IndexOf(field, at, StringComparison.Ordinal);
            Assert.That(found, Is.GreaterThanOrEqualTo(0), $"{field} after {text[Math.Max(0, at - 30)..at]}");
            at = found + field.Length;
        }
    }

    /// <summary>Twenty parties and texts of 3,000 characters: Word opens it without repair, and nothing is cut.</summary>
    [TestCaseSource(nameof(Kinds))]
    public void A_paper_of_twenty_parties_and_long_texts_is_whole_and_valid(PaperKind kind)
    {
        var docx = PaperCases.Docx(kind, Large, PaperCases.ItemOf(kind));
        var text = PaperCases.Text(docx);
        using var word = WordprocessingDocument.Open(new MemoryStream(docx), false);
        var size = word.MainDocumentPart!.Document!.Body!.Descendants<PageSize>().Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(word).Select(e => $"{e.Path?.XPath}: {e.Description}"), Is.Empty);
            Assert.That(text, Does.Not.Contain("{{").And.Not.Contain("}}"));
            Assert.That((size.Width!.Value, size.Height!.Value), Is.EqualTo((11_906u, 16_838u)), "A4");
            Assert.That(PaperCases.Text(PaperCases.Template(kind)).Contains("{{#当事人}}") || text.Contains("周试01", StringComparison.Ordinal)
                || kind is PaperKind.Contents or PaperKind.PrivacyNotice, Is.True, "The parties are named.");
        }
    }

    [TestCase(PaperKind.Application)]
    [TestCase(PaperKind.WrittenAgreement)]
    [TestCase(PaperKind.OralAgreement)]
    [TestCase(PaperKind.RightsNotice)]
    [TestCase(PaperKind.MediationRecord)]
    [TestCase(PaperKind.SpotSheet)]
    [TestCase(PaperKind.ConfirmationApplication)]
    public void All_twenty_parties_are_on_it(PaperKind kind) => Assert.That(
        Large.File.Parties.Select(p => p.Name!).Where(name => !PaperCases.Text(PaperCases.Docx(kind, Large, PaperCases.ItemOf(kind))).Contains(name, StringComparison.Ordinal)), Is.Empty);

    /// <summary>The page is made from the filled file, so that both say the same, and needs nothing from elsewhere.</summary>
    [TestCaseSource(nameof(Kinds))]
    public void The_print_view_says_what_the_word_file_says(PaperKind kind)
    {
        var docx = PaperCases.Docx(kind, Large, PaperCases.ItemOf(kind));
        var page = PaperPage.Of(docx, "页");
        var body = page.Html[page.Html.IndexOf("<body>", StringComparison.Ordinal)..];
        var shown = WebUtility.HtmlDecode(Tags().Replace(body[..body.IndexOf("<footer>", StringComparison.Ordinal)], ""));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(shown, Is.EqualTo(PaperCases.Text(docx).Replace("\n", "")));
            Assert.That(WebUtility.HtmlDecode(body), Does.Contain("制作于 2026-11-16 09:00　第3版"));
            Assert.That(page.Html, Does.Contain("lang=\"zh-CN\"").And.Not.Contain("<script").And.Not.Contain(" style=").And.Not.Contain("http"));
            Assert.That(page.Policy, Does.Match("default-src 'none'; style-src 'sha256-[^']+'"));
        }
    }

    [TestCaseSource(nameof(Kinds))]
    public void A_table_that_grows_repeats_its_head_on_every_page(PaperKind kind)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(PaperCases.Template(kind)), false);
        var growing = word.MainDocumentPart!.Document!.Body!.Descendants<Table>().Where(table => table.InnerText.Contains("{{#", StringComparison.Ordinal)
            && table.GetFirstChild<TableProperties>()!.TableBorders!.TopBorder!.Val! == BorderValues.Single && kind is not (PaperKind.SpotSheet or PaperKind.ClosingReport));

        Assert.That(growing.Where(table => table.Elements<TableRow>().First().TableRowProperties?.GetFirstChild<TableHeader>() is null).Select(table => table.InnerText), Is.Empty);
    }

    [Test]
    public void What_nobody_knows_is_a_line_to_write_on()
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(PaperCases.Docx(PaperKind.Application, Given.Accepted())), false);
        var name = word.MainDocumentPart!.Document!.Body!.Descendants<Paragraph>().First(p => p.InnerText.Contains("民族", StringComparison.Ordinal));

        Assert.That(name.Elements<Run>().Where(r => r.RunProperties?.Underline is not null).Select(r => r.InnerText), Has.Some.Match("^\u3000+$"));
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
