using Mediation.Core.Domain;
using Mediation.Core.Domain.Assessment;
using NUnit.Framework;
using static Mediation.Tests.Domain.Assessment.Sheets;

namespace Mediation.Tests.Domain.Assessment;

/// <summary>A scheme that could not be computed, or not fairly, is named by its field.</summary>
sealed class SchemeFaultsTests
{
    static TestCaseData Fault(string name, string field, Func<ScoreItem, ScoreItem> change) => new TestCaseData(Scheme(change(Rate(50)), Events(50)), field).SetArgDisplayNames(name);

    static TestCaseData Whole(string name, string field, Func<ScoringScheme, ScoringScheme> change) =>
        new TestCaseData(change(Scheme(Rate(50), Events(50))), field).SetArgDisplayNames(name);

    static IEnumerable<TestCaseData> Broken()
    {
        yield return Fault("no id", "items[0].id", item => item with { Id = "" });
        yield return Fault("id with a blank", "items[0].id", item => item with { Id = "a b" });
        yield return Fault("for nobody", "items[0].units", item => item with { Units = [] });
        yield return Fault("for the district", "items[0].units", item => item with { Units = [Tier.District] });
        yield return Fault("indicator and event", "items[0].indicator", item => item with { Event = ScoreEvent.RedCard });
        yield return Fault("neither", "items[0].indicator", item => item with { Indicator = null });
        yield return Fault("weight below 0", "items[0].weight", item => item with { Weight = -1 });
        yield return Fault("weight of three decimals", "items[0].weight", item => item with { Weight = 50.001m });
        yield return Fault("no target", "items[0].target", item => item with { Target = null });
        yield return Fault("target above 100", "items[0].target", item => item with { Target = 101 });
        yield return Fault("target of 0", "items[0].target", item => item with { Target = 0 });
        yield return Fault("at most without a price", "items[0].deduction", item => item with { AtMost = true });
        yield return Fault("cap above the weight", "items[0].cap", item => item with { Cap = 51 });
        yield return Fault("bonus without cap", "items[0].bonusCap", item => item with { Bonus = 1, BonusFrom = 99 });
        yield return Fault("bonus from nowhere", "items[0].bonusFrom", item => item with { Bonus = 1, BonusCap = 1 });
        yield return Fault("weights that are not 100", "items", item => item with { Weight = 49 });
        yield return Whole("event with a target", "items[1].target", scheme => scheme with { Items = [scheme.Items[0], scheme.Items[1] with { Target = 5 }] });
        yield return Whole("event without a price", "items[1].deduction", scheme => scheme with { Items = [scheme.Items[0], scheme.Items[1] with { Deduction = null }] });
        yield return Whole("event of no use", "items[2].weight", scheme => scheme with { Items = [.. scheme.Items, Events(0, id: "none")] });
        yield return Whole("id twice", "items", scheme => scheme with { Items = [scheme.Items[0], scheme.Items[1] with { Id = "rate" }] });
        yield return Whole("no items", "items", scheme => scheme with { Items = [] });
        yield return Whole("no days", "appealDays", scheme => scheme with { AppealDays = 0 });
        yield return Whole("veto twice", "vetoes", scheme => scheme with { Vetoes = [scheme.Vetoes[0], scheme.Vetoes[0]] });
        yield return Whole("no bands", "bands", scheme => scheme with { Bands = [] });
        yield return Whole("bands that do not reach 0", "bands", scheme => scheme with { Bands = [new(60, "合格", "Passed")] });
        yield return Whole("bands upward", "bands", scheme => scheme with { Bands = [new(60, "合格", "Passed"), new(90, "优秀", "Excellent"), new(0, "不合格", "Failed")] });
    }

    [TestCaseSource(nameof(Broken))]
    public void A_fault_is_told_with_its_field(ScoringScheme scheme, string field) => Assert.That(SchemeFaults.Of(scheme).Select(fault => fault.Field), Does.Contain(field));

    [Test]
    public void A_scheme_that_is_well_has_none() => Assert.That(SchemeFaults.Of(Scheme(Rate(50), Events(50))), Is.Empty);

    [Test]
    public void The_scheme_that_the_program_brings_scores_towns_and_villages_by_100_points()
    {
        var scheme = SchemeFile.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "scoring-schemes.json"))).Single();

        using (Assert.EnterMultipleScope())
        {
            Assert.That((scheme.Year, scheme.Units), Is.EqualTo((2026, new[] { Tier.Town, Tier.Village })));
            Assert.That(scheme.Vetoes.Select(veto => veto.Kind), Is.EquivalentTo(Enum.GetValues<VetoKind>()));
            Assert.That(scheme.Items.Select(item => item.Event), Is.SupersetOf(new ScoreEvent?[] { ScoreEvent.ReportLate, ScoreEvent.MeetingMissing, ScoreEvent.YellowCard, ScoreEvent.RedCard, ScoreEvent.CardAnsweredInTime }));
        }
    }

    [Test]
    public void A_file_with_a_fault_is_refused_with_the_year_and_the_field()
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "scoring-schemes.json")).Replace("\"appealDays\": 7", "\"appealDays\": 0");

        Assert.That(() => SchemeFile.Parse(text), Throws.TypeOf<FormatException>().With.Message.Contains("2026 appealDays"));
    }
}
