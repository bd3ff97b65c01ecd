using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using NUnit.Framework;
using static Mediation.Tests.Domain.Reports.Reporting;

namespace Mediation.Tests.Domain.Reports;

/// <summary>The definition as data: 19 categories, 52 rows, every type placed (domain 5.5, 2.1, 2.2).</summary>
sealed class ReportDefinitionTests
{
    static readonly string Json = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "report-definition.json"));

    [TestCase(DisputeType.MarriageFamily, null, "婚姻家庭邻里等民间纠纷")]
    [TestCase(DisputeType.Medical, null, "医患纠纷")]
    [TestCase(DisputeType.Other, "0502", "医患纠纷")]
    [TestCase(DisputeType.Other, "1601", "民族宗教")]
    [TestCase(DisputeType.Other, "1502", "干部作风")]
    [TestCase(DisputeType.Other, "1201", "村务管理")]
    [TestCase(DisputeType.Other, "1203", "土地矿产山林水利界限权属")]
    [TestCase(DisputeType.ForestLand, "0901", "农村土地承包、集体“三资”及农民负担")]
    [TestCase(DisputeType.Neighbor, "0201", "婚姻家庭邻里等民间纠纷")]
    [TestCase(DisputeType.MigrantWageArrears, "9999", "劳资纠纷")]
    public void The_finest_code_decides_and_else_the_type_domain_2(DisputeType type, string? subtype, string category) =>
        Assert.That(Definition.Categories[Definition.CategoryOf(type, subtype) - 1].Zh, Is.EqualTo(category));

    [Test]
    public void Rows_6_to_43_are_the_19_categories_in_their_order_domain_5_5()
    {
        var expected = Definition.Categories.SelectMany(c => new[] { $"{c.Zh} 排查数", $"{c.Zh} 调处数" });

        Assert.That(Definition.Rows.Skip(5).Take(38).Select(r => r.Label), Is.EqualTo(expected));
    }

    [Test]
    public void The_tier_is_read_on_the_5th_of_the_next_month_also_over_the_year_end_domain_5_5() =>
        Assert.That(Definition.CutOff(Day(12, 31)), Is.EqualTo(Day(1, 5, 2027)));

    [TestCase("\"type\": \"Neighbor\"", "\"type\": \"Tourism\"", "the types are not mapped once each")]
    [TestCase("\"category\": 18}", "\"category\": 20}", "a category does not exist")]
    [TestCase("\"number\": 52", "\"number\": 53", "the rows are not 1 to 52")]
    [TestCase("\"S1\":", "\"S2\":", "check S1 has no text")]
    public void A_definition_that_cannot_fill_the_table_is_refused(string old, string changed, string fault) =>
        Assert.That(
            () => ReportDefinition.Parse(Json.Replace(old, changed, StringComparison.Ordinal)),
            Throws.TypeOf<FormatException>().With.Message.Contains(fault));
}
