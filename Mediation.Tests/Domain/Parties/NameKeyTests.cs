using Mediation.Core.Domain.Parties;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Parties;

sealed class NameKeyTests
{
    [TestCase("张　三", ExpectedResult = "张三")]
    [TestCase(" 安庆ＡＢＣ 有限公司（大观）", ExpectedResult = "安庆abc有限公司(大观)")]
    [TestCase(null, ExpectedResult = "")]
    public string Spaces_width_and_case_make_no_other_name(string? name) => NameKey.Normalise(name);
}
