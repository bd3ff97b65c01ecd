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
    static readonly string Words =
        "围墙屋檐滴水借款田埂水渠果树彩礼装修噪声货款停车车门院坝堆柴鸡舍猪圈沼气臭味排水下水道路通行采光日照窗户空调外机阳台漏水天花地板瓷砖合同工钱加班补偿押金租房退租家具电器损坏门锁钥匙菜地竹林松树山界界石坟地祖屋分家赡养老人看护医药住院摔伤烫伤骨折狗咬鸡鸭耕牛农机收割播种化肥农药种子苗木鱼塘水面承包转让"
        + "入股分红账本欠条收据担保利息本金还款期限微信转账现金银行存折保险理赔交通刮擦追尾逆行路口红灯电动三轮摩托货车拖拉砂石水泥砖块沙堆占道施工挖沟断水断电网线电杆变压广场舞曲音响深夜吵闹孩子打架学校老师同学家长道歉赔礼名声谣言辱骂推搡拉扯摔坏手机眼镜衣服争水抢种偷摘蔬菜果子草料柴火祠堂修缮集资捐款公示村规"
        + "红白喜事酒席份子礼金媒人婚期退婚嫁妆首饰金条房本户口迁移征地拆迁安置面积测量图纸签字盖章证人录音照片视频现场查看协商劝说亲戚邻居组长支书主任调解让步坚持反悔拖延催促电话上门书面通知";

    readonly Random random = new(seed);

    public byte[] Next(long area) => JsonSerializer.SerializeToUtf8Bytes(Body(area), Options);

    object Body(long area)
    {
        var (one, other) = (Name(), Name());
        var text = new StringBuilder().Append(one).Append('与').Append(other).Append('为').Append(Phrase(3)).Append("起争执。").Append(Phrase(5)).Append('，')
            .Append(Phrase(6)).Append('；').Append(Phrase(5)).Append('，').Append(random.Next(100, 90_000)).Append("元，").Append(Phrase(4)).Append('。').Append(Phrase(6)).Append('。');
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

    string Phrase(int words) => string.Concat(Enumerable.Range(0, words).Select(_ => Words.Substring(2 * random.Next(Words.Length / 2), 2)));

    string Name() => $"{Surnames[random.Next(Surnames.Length)]}{Given[random.Next(Given.Length)]}{Given[random.Next(Given.Length)]}";

    string Phone() => $"138{random.Next(0, 100_000_000):D8}";
}
