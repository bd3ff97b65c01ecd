using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Mediation.Benchmarks.Register;

/// <summary>Bodies as mediators send them: varied names, types, villages and stories of some eighty characters, the same in every run.</summary>
sealed class Intakes(int seed)
{
    static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    static readonly string[] Types = ["Neighbor", "MarriageFamily", "HousingHomestead", "Contract", "DamageCompensation", "ForestLand", "PropertyManagement", "RoadTraffic"];
    static readonly string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈";
    static readonly string Given = "文秀思雨桂香丽娟建国志强晓明海燕春梅永福金凤德胜玉兰成才红霞家宝长江大海小军国庆美玲立新爱华俊杰淑珍宏伟雪松";
    static readonly string[] Places = ["村东头老井旁", "水渠边", "菜市场门口", "三组晒场", "小学后面", "河堤上", "新建安置房二栋", "村委会对面", "果园路口", "鱼塘边"];
    static readonly string[] Causes = ["院墙占了通道", "屋檐滴水打湿墙面", "借款到期没有还清", "土地边界说法不一", "狗咬伤了孩子", "彩礼退还多少", "装修噪声扰人", "货款少付了一笔", "树枝伸过了围墙", "停车刮伤了车门"];
    static readonly string[] Doings = ["双方争吵多次", "邻居劝过两回", "各自找来亲戚评理", "曾到村里反映", "当面说了几句重话", "微信上互相指责", "一度动手推搡", "都说对方先违约"];
    static readonly string[] Wishes = ["希望村里出面说和", "要求赔偿损失", "要求恢复原状", "愿意各退一步", "请求尽快划清界线", "希望写一份协议", "想先看现场再谈", "请求分期付清"];

    readonly Random random = new(seed);

    public byte[] Next(long area) => JsonSerializer.SerializeToUtf8Bytes(Body(area), Options);

    object Body(long area)
    {
        var (one, other) = (Name(), Name());
        var text = new StringBuilder().Append(one).Append("与").Append(other).Append("因").Append(Of(Causes)).Append("发生矛盾，").Append(Of(Doings)).Append('，')
            .Append(Of(Doings)).Append("。事情发生在").Append(Of(Places)).Append("，涉及金额").Append(random.Next(100, 90_000)).Append("元，前后拖了")
            .Append(random.Next(2, 90)).Append("天，").Append(Of(Wishes)).Append('；').Append(other).Append("表示").Append(Of(Wishes)).Append('。');
        return new
        {
            type = Of(Types), areaCode = area.ToString(System.Globalization.CultureInfo.InvariantCulture), risks = Array.Empty<string>(),
            parties = new object[]
            {
                new { side = "Applicant", kind = "Person", name = one, identityBasis = "NumberGiven", phone = Phone(), address = Of(Places) },
                new { side = "Respondent", kind = "Person", name = other, identityBasis = "NumberGiven", phone = Phone() },
            },
            summary = text.ToString(), place = Of(Places), amount = random.Next(100, 90_000), peopleInvolved = random.Next(2, 6),
        };
    }

    string Of(string[] words) => words[random.Next(words.Length)];

    string Name() => $"{Surnames[random.Next(Surnames.Length)]}{Given[random.Next(Given.Length)]}{Given[random.Next(Given.Length)]}";

    string Phone() => $"138{random.Next(0, 100_000_000):D8}";
}
