using NUnit.Framework;

namespace Mediation.Tests.Architecture;

sealed class FenceTests
{
    static IEnumerable<Fence> Fences => LayerFences.All.Concat(HabitFences.All);

    static IEnumerable<TestCaseData> Broken =>
        from fence in Fences
        from source in fence.Broken
        select new TestCaseData(fence, source).SetArgDisplayNames(fence.Rule, source.Text.Length < 80 ? source.Text.Trim() : source.Path);

    [TestCaseSource(nameof(Fences))]
    public void The_sources_keep_to_it(Fence fence) => Assert.That(fence.Offences(Source.All), Is.Empty, fence.Rule);

    [TestCaseSource(nameof(Broken))]
    public void It_is_seen_failing(Fence fence, Source offender) =>
        Assert.That(fence.Offences([offender]), Has.One.StartsWith(offender.Path), fence.Rule);

    [TestCaseSource(nameof(Fences))]
    public void It_is_seen_failing_at_all(Fence fence) => Assert.That(fence.Broken, Is.Not.Empty, fence.Rule);

    [TestCase("Mediation.Core/Domain/")]
    [TestCase("Mediation.Api/")]
    [TestCase("Mediation.Tests/Architecture/")]
    public void Sources_are_found_where_they_lie(string place) => Assert.That(Source.All.Count(source => source.IsIn(place)), Is.Positive);

    [TestCase("// using Dapper, says the comment\nclass A;", "\nclass A;")]
    [TestCase("/* Npgsql\n refuses */class A;", "class A;")]
    [TestCase("var x = \"https://example.org\";", "var x = \"https://example.org\";")]
    public void Comments_are_not_code(string text, string code) => Assert.That(new Source("A.cs", text).Code, Is.EqualTo(code));

    [Test]
    public void A_feature_may_name_itself()
    {
        var source = new Source("Mediation.Core/Features/Areas/FindArea.cs", "namespace Mediation.Core.Features.Areas;");

        Assert.That(LayerFences.All.SelectMany(fence => fence.Offences([source])), Is.Empty);
    }
}
