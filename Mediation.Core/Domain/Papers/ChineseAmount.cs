using System.Globalization;
using System.Text;

namespace Mediation.Core.Domain.Papers;

/// <summary>Amounts as agreements write them: in figures and in words (支付结算办法: 正楷大写).</summary>
public static class ChineseAmount
{
    const string Digits = "零壹贰叁肆伍陆柒捌玖";

    static readonly string[] Sections = ["", "万", "亿", "万亿"];
    static readonly string[] Places = ["", "拾", "佰", "仟"];

    /// <summary>1,234.50 as 1,234.50元; whole yuan without decimals.</summary>
    public static string InFigures(decimal yuan) => (decimal.IsInteger(yuan) ? yuan.ToString("N0", CultureInfo.InvariantCulture) : yuan.ToString("N2", CultureInfo.InvariantCulture)) + "元";

    /// <summary>1234.5 as 人民币壹仟贰佰叁拾肆元伍角; below 10^16 yuan.</summary>
    public static string InWords(decimal yuan)
    {
        var fen = (long)decimal.Round(yuan * 100, MidpointRounding.AwayFromZero);
        var (whole, jiao, rest) = (fen / 100, (int)(fen / 10 % 10), (int)(fen % 10));
        var words = new StringBuilder("人民币");
        if (whole > 0 || fen == 0)
            words.Append(whole == 0 ? "零" : Whole(whole)).Append('元');
        if (fen % 100 == 0)
            return words.Append('整').ToString();
        if (jiao > 0)
            words.Append(Digits[jiao]).Append('角');
        else if (whole > 0)
            words.Append('零');
        return words.Append(rest > 0 ? $"{Digits[rest]}分" : "").ToString();
    }

    static string Whole(long number)
    {
        var words = new StringBuilder();
        var gap = false;
        for (var section = 3; section >= 0; section--)
        {
            var part = (int)(number / (long)Math.Pow(10_000, section) % 10_000);
            if (part == 0)
            {
                gap = words.Length > 0;
                continue;
            }
            if (words.Length > 0 && (gap || part < 1_000))
                words.Append('零');
            words.Append(Section(part)).Append(Sections[section]);
            gap = false;
        }
        return words.ToString();
    }

    static string Section(int part)
    {
        var words = new StringBuilder();
        var gap = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = part / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                gap = words.Length > 0;
                continue;
            }
            words.Append(gap ? "零" : "").Append(Digits[digit]).Append(Places[place]);
            gap = false;
        }
        return words.ToString();
    }
}
