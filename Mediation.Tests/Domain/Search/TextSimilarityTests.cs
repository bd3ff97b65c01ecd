using CsCheck;
using Mediation.Core.Domain.Search;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Search;

sealed class TextSimilarityTests
{
    [TestCase("宅基地纠纷", "宅基地纠纷", 1)]
    [TestCase("宅基地", "宅基", 0.5)]
    [TestCase("宅基地", "滴水", 0)]
    [TestCase("", "", 0)]
    [TestCase("张", "张", 0, Description = "One character holds no pair to compare")]
    public void Shared_pairs_count(string a, string b, double similarity) =>
        Assert.That(TextSimilarity.Similarity(a, b), Is.EqualTo(similarity));

    [Test]
    public void Order_makes_no_difference_and_the_scale_is_zero_to_one() =>
        Gen.Select(Gen.String, Gen.String).Sample((a, b) =>
            TextSimilarity.Similarity(a, b) is >= 0 and <= 1 and var one && one.Equals(TextSimilarity.Similarity(b, a)));
}
