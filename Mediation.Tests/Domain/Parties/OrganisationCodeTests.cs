using CsCheck;
using Mediation.Core.Domain.Parties;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Parties;

sealed class OrganisationCodeTests
{
    const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Test]
    public void The_standards_example_is_well_formed() => Assert.That(OrganisationCode.Problem("91350100M000100Y43"), Is.Null);

    [TestCase("91350100M000100Y4", "length")]
    [TestCase("91350100MO00100Y43", "characters", Description = "The letter O is not in the alphabet")]
    [TestCase("91350100M000100Y44", "check-digit")]
    public void What_is_wrong_is_named(string code, string problem) => Assert.That(OrganisationCode.Problem(code), Is.EqualTo(problem));

    [Test]
    public void Typing_habits_are_forgiven() =>
        Assert.That(OrganisationCode.Normalise(" ９１350100 m000100y43"), Is.EqualTo("91350100M000100Y43"));

    [Test]
    public void Every_body_has_exactly_one_check_character_and_any_single_change_is_caught() =>
        Gen.Select(Gen.String[Gen.Char[Alphabet], 17, 17], Gen.Int[0, 16], Gen.Int[1, 30]).Sample((body, at, shift) =>
        {
            var valid = Alphabet.Select(check => body + check).Single(code => OrganisationCode.Problem(code) is null);
            var changed = valid.ToCharArray();
            changed[at] = Alphabet[(Alphabet.IndexOf(changed[at], StringComparison.Ordinal) + shift) % 31];
            return OrganisationCode.Problem(new string(changed)) == "check-digit";
        });
}
