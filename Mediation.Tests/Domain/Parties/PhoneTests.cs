using Mediation.Core.Domain.Parties;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Parties;

sealed class PhoneTests
{
    [TestCase("138 1234 5678", "13812345678")]
    [TestCase("138-1234-5678", "13812345678")]
    [TestCase("＋８６　１３８１２３４５６７８", "13812345678")]
    [TestCase("0086-13812345678", "13812345678")]
    [TestCase("8613812345678", "13812345678")]
    [TestCase("0556－5551234", "0556-5551234")]
    [TestCase("0556—5551234", "0556-5551234")]
    [TestCase("（0556）5551234", "0556-5551234")]
    [TestCase("05565551234", "05565551234")]
    public void Numbers_as_people_give_them_are_plausible(string given, string normalised)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Phone.Normalise(given), Is.EqualTo(normalised));
            Assert.That(Phone.IsPlausible(normalised), Is.True);
        }
    }

    [TestCase("")]
    [TestCase("12812345678")]
    [TestCase("1381234567")]
    [TestCase("138123456789")]
    [TestCase("5551234")]
    [TestCase("13812345678\n")]
    [TestCase("无")]
    public void Other_texts_are_not(string text) => Assert.That(Phone.IsPlausible(text), Is.False);
}
