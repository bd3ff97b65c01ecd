using System.Globalization;
using CsCheck;
using Mediation.Core.Domain.Parties;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Parties;

sealed class ResidentIdTests
{
    static readonly DateOnly Today = new(2026, 11, 23);

    static readonly Gen<string> Valid =
        from region in Gen.OneOfConst("11", "34", "44", "54", "65", "71", "81", "82", "83")
        from county in Gen.Int[0, 9999]
        from age in Gen.Int[0, 40_000]
        from sequence in Gen.Int[0, 999]
        let born = Today.AddDays(-age)
        select WithCheckCharacter(string.Create(CultureInfo.InvariantCulture, $"{region}{county:D4}{born:yyyyMMdd}{sequence:D3}"));

    [TestCase("11010519491231002X")]
    [TestCase("440524188001010014")]
    public void The_standards_examples_are_well_formed(string number) => Assert.That(ResidentId.Problem(number, Today), Is.Null);

    [TestCase("", "length")]
    [TestCase("110105491231002", "length", Description = "A first-generation number of 15 digits is not upgraded")]
    [TestCase("11010519491231002Y", "characters")]
    [TestCase("1101051949123100X2", "characters")]
    [TestCase("11010519491231００２X", "characters")]
    [TestCase("160105194912310021", "region")]
    [TestCase("110105194902300026", "birth-date")]
    [TestCase("110105202611240010", "birth-date", Description = "Born tomorrow")]
    [TestCase("110105194912310021", "check-digit")]
    [TestCase("11010519491231002x", "characters", Description = "Normalise first")]
    public void What_is_wrong_is_named(string number, string problem) =>
        Assert.That(ResidentId.Problem(number, Today), Is.EqualTo(problem));

    [TestCase(" １１０１０５ １９４９１２３１ ００２ｘ　")]
    [TestCase("110105 19491231 002x")]
    [TestCase("\u202A11010519491231002X\u202C")]
    public void Typing_habits_are_forgiven(string typed) =>
        Assert.That(ResidentId.Normalise(typed), Is.EqualTo("11010519491231002X"));

    [Test]
    public void Somebody_born_today_has_a_valid_birth_date() =>
        Assert.That(ResidentId.Problem(WithCheckCharacter("34080320261123001"), Today), Is.Null);

    [Test]
    public void Every_number_made_by_the_standard_passes() =>
        Valid.Sample(number => ResidentId.Problem(number, Today) is null);

    [Test]
    public void Any_single_wrong_digit_is_caught() =>
        Gen.Select(Valid, Gen.Int[0, 16], Gen.Int[1, 9]).Sample((number, at, shift) =>
        {
            var digits = number.ToCharArray();
            digits[at] = (char)('0' + (digits[at] - '0' + shift) % 10);
            return ResidentId.Problem(new string(digits), Today) is not null;
        });

    // By ISO 7064 MOD 11-2 as the standard's text has it, not by the weights: powers of two from the right.
    static string WithCheckCharacter(string body)
    {
        var remainder = body.Aggregate(0, (sum, digit) => (sum + digit - '0') * 2 % 11);
        return body + "0123456789X"[(12 - remainder) % 11];
    }
}
