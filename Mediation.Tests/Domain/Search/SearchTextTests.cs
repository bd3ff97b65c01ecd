using CsCheck;
using Mediation.Core.Domain.Search;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Search;

sealed class SearchTextTests
{
    static readonly Gen<string> Word = Gen.OneOfConst("宅", "基", "地", "a", "B", "１", "　", "，", "𠮷").Array[0, 6].Select(string.Concat);

    [TestCase("ＡＢＣ　１２", ExpectedResult = "abc 12")]
    [TestCase("  宅基地\r\n\t纠纷\0 ", ExpectedResult = "宅基地 纠纷")]
    [TestCase("宅\u200B基地", ExpectedResult = "宅基地")]
    [TestCase("面积120㎡", ExpectedResult = "面积120m2")]
    [TestCase("\u2F45\uF900", ExpectedResult = "方豈", Description = "Look-alikes that PDF copies bring")]
    [TestCase(null, ExpectedResult = "")]
    public string Text_is_searched_in_one_form(string? text) => SearchText.Normalise(text);

    [Test]
    public void Half_a_character_does_no_harm() => Assert.That(SearchText.Normalise("a\uD800b"), Is.EqualTo("a\uFFFDb"));

    [Test]
    public void Runs_of_either_script_become_overlapping_pairs_with_gaps_between() => Assert.That(
        SearchText.Tokens("宅基地A1，墙", null, "滴水 二〇二六"),
        Is.EqualTo(new[] { "宅基", "基地", "地a", "a1", "", "滴水", "", "二〇", "〇二", "二六" }));

    [Test]
    public void A_rare_character_of_two_code_units_is_one_character() =>
        Assert.That(SearchText.Tokens("𠮷家𠮷"), Is.EqualTo(new[] { "𠮷家", "家𠮷" }));

    [TestCase("宅", ExpectedResult = false)]
    [TestCase("𠮷", ExpectedResult = false)]
    [TestCase("宅 基", ExpectedResult = false)]
    [TestCase("a-b", ExpectedResult = false)]
    [TestCase("' \" \\", ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    [TestCase(null, ExpectedResult = false)]
    [TestCase("宅基", ExpectedResult = true)]
    [TestCase("墙 a1", ExpectedResult = true)]
    public bool Two_adjacent_letters_make_a_search(string? q) => SearchText.IsSearchable(q);

    [TestCase("宅基地", ExpectedResult = true)]
    [TestCase("宅基地 邻居", ExpectedResult = true)]
    [TestCase("邻居 ＡＢ", ExpectedResult = true)]
    [TestCase("宅基地 邻里", ExpectedResult = false)]
    [TestCase("基地邻居", ExpectedResult = false, Description = "Across two fields")]
    [TestCase("宅", ExpectedResult = false)]
    public bool Every_term_must_be_in_the_document(string q) =>
        SearchText.Matches(SearchText.Document("争宅基地", "邻居ab"), q);

    [Test]
    public void Pairs_of_a_phrase_in_two_places_are_no_hit() =>
        Assert.That(SearchText.Matches(SearchText.Document("宅基与基地"), "宅基地"), Is.False);

    [Test]
    public void Searching_for_nothing_is_a_mistake_of_the_caller() => Assert.Multiple(() =>
    {
        Assert.That(() => SearchText.FtsQuery("宅"), Throws.ArgumentException);
        Assert.That(() => SearchText.TsQuery("宅"), Throws.ArgumentException);
    });

    [Test]
    public void Normalising_twice_changes_nothing() =>
        Gen.String.Sample(text => SearchText.Normalise(SearchText.Normalise(text)) == SearchText.Normalise(text));

    [Test]
    public void Whatever_stands_in_a_document_is_found_in_it() =>
        Gen.Select(Word, Word, Word).Sample((before, part, after) =>
            !SearchText.IsSearchable(part) || SearchText.Matches(SearchText.Document(before + part + after), part));
}
