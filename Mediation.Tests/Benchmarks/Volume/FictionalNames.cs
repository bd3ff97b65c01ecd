using System.Text;

namespace Mediation.Benchmarks.Volume;

/// <summary>Names of people and places that nobody bears: put together from syllables.</summary>
static class FictionalNames
{
    const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜";
    const string Given = "安宝斌冰波彩昌超晨成春翠达丹德东栋恩芳飞芬峰福刚根贵桂国海涵浩和红宏厚华怀慧吉佳家建健江杰金锦静娟军康兰乐磊丽莲良林玲龙梅美明敏娜宁平奇启强巧琴青清庆全荣瑞森山善生胜诗石树水顺思松泰涛天田铁文武希先贤祥小晓新兴秀雪雅燕艳阳耀义银英永勇友玉裕元远月云泽珍正志忠竹子宗";
    static readonly string[] Heads = ["青", "白", "清", "云", "石", "金", "玉", "竹", "松", "柳", "桃", "梅", "长", "双", "平", "安"];
    static readonly string[] Tails = ["溪", "岭", "河", "湾", "桥", "塘", "坪", "浦", "泉", "冈"];
    static readonly string[] Suffixes = ["街道", "农场", "镇", "乡", "社区", "村", "区"];

    public const string Province = "云岭省", City = "云岭市";

    /// <summary>Two or three characters; a thousand of them are borne by many, most by a handful.</summary>
    public static byte[] Person(Dice dice)
    {
        var surname = Surnames[Math.Min(dice.Below(Surnames.Length), dice.Below(Surnames.Length))];
        var first = Given[dice.Below(Given.Length)];
        return Encoding.UTF8.GetBytes(dice.Below(5) == 0 ? $"{surname}{first}" : $"{surname}{first}{Given[dice.Below(Given.Length)]}");
    }

    /// <summary>Keeps what kind of place it is.</summary>
    public static string Place(string name, int number)
    {
        var suffix = Suffixes.FirstOrDefault(name.EndsWith) ?? throw new InvalidOperationException($"What kind of place is {name}?");
        return Heads[number / Tails.Length] + Tails[number % Tails.Length] + suffix;
    }

    public static string District(int number) => $"{Heads[number % Heads.Length]}{Tails[(number + 3) % Tails.Length]}区";
}
