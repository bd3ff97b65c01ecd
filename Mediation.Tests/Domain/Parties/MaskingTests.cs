using CsCheck;
using Mediation.Core.Domain.Parties;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Parties;

sealed class MaskingTests
{
    [TestCase("张三", ExpectedResult = "张*")]
    [TestCase("张小三", ExpectedResult = "张*")]
    [TestCase("欧阳娜", ExpectedResult = "欧阳*")]
    [TestCase("司马", ExpectedResult = "司*")]
    [TestCase(" 𠮷田 ", ExpectedResult = "𠮷*")]
    [TestCase("", ExpectedResult = "")]
    public string A_name_keeps_its_surname(string name) => Masking.Name(name);

    [TestCase("13812345678", ExpectedResult = "138****5678")]
    [TestCase("+86 138 1234 5678", ExpectedResult = "138****5678")]
    [TestCase("0556-5551234", ExpectedResult = "055****1234")]
    [TestCase("5551234", ExpectedResult = "*****34")]
    [TestCase("儿子13812345678", ExpectedResult = "***********78")]
    [TestCase("无", ExpectedResult = "*")]
    public string A_phone_keeps_three_and_four(string phone) => Masking.Phone(phone);

    [TestCase("34080319900101001X", ExpectedResult = "340***********001X")]
    [TestCase("34080319900101001x", ExpectedResult = "340***********001X")]
    [TestCase("E12345678", ExpectedResult = "*******78")]
    [TestCase("A1234", ExpectedResult = "****4")]
    [TestCase("12", ExpectedResult = "**")]
    [TestCase("340803900101001", ExpectedResult = "*************01", Description = "First generation, 15 digits")]
    public string An_id_never_shows_the_birthday(string number) => Masking.IdNumber(number);

    [TestCase("安徽省安庆市大观区海口镇海口村12组5号", ExpectedResult = "安徽省安庆市大观区海口镇海口村***")]
    [TestCase("十里铺乡红水塘社区3栋201", ExpectedResult = "十里铺乡红水塘社区***")]
    [TestCase("德宽路街道孝肃路９号", ExpectedResult = "德宽路街道***")]
    [TestCase("海口镇海口村12号对面新村3号", ExpectedResult = "海口镇海口村***")]
    [TestCase("孝肃路5号德宽路街道", ExpectedResult = "***", Description = "A house number before the street office")]
    [TestCase("海口镇海口村", ExpectedResult = "海口镇海口村")]
    [TestCase("人民路", ExpectedResult = "***")]
    [TestCase("", ExpectedResult = "")]
    public string An_address_ends_at_the_village(string address) => Masking.Address(address);

    [TestCase("电话13812345678，身份证34080319900101001x。", ExpectedResult = "电话138****5678，身份证340***********001X。")]
    [TestCase("打138-1234-5678或 +86 139 1234 5678", ExpectedResult = "打138****5678或 139****5678")]
    [TestCase("１３８１２３４５６７８", ExpectedResult = "138****5678")]
    [TestCase("340803 19900101 0012", ExpectedResult = "340***********0012")]
    [TestCase("赔偿12000元，2026-11-02，340803100204", ExpectedResult = "赔偿12000元，2026-11-02，340803100204")]
    [TestCase("卡号6222021300001234567", ExpectedResult = "卡号*****************67")]
    public string Numbers_in_free_text_are_masked(string text) => Masking.FreeText(text);

    [Test]
    public void Free_text_never_lets_a_mobile_through() =>
        Gen.Select(Gen.String[Gen.Char["，a村 -号"], 0, 5], Gen.Long[13_000_000_000, 19_999_999_999], Gen.String[Gen.Char["，a村 -号"], 0, 5])
            .Sample((before, mobile, after) =>
                !Masking.FreeText($"{before}{mobile}{after}").Contains($"{mobile}", StringComparison.Ordinal));
}
