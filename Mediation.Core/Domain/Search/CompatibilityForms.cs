using System.Globalization;
using System.Text;

namespace Mediation.Core.Domain.Search;

/// <summary>
/// The part of Unicode's NFKC that Chinese typing and pasted documents really need. The framework's own normalisation does nothing
/// under InvariantGlobalization, and what is searched must not depend on the machine.
/// </summary>
static class CompatibilityForms
{
    // Each run of code points that maps one to one, by its first.
    static readonly Dictionary<int, string> Folded = Table(
        (0x2F00, KangxiRadicals), (0xF900, CompatibilityIdeographs), (0xFA70, MoreCompatibilityIdeographs), (0x2070, "0"), (0x00B9, "1"),
        (0x00B2, "23"), (0x2074, "456789"), (0x2080, "0123456789"), (0x2460, "123456789"), (0x2E9F, "母"), (0x2EF3, "龟"));

    static readonly Dictionary<char, string> Spelled = new()
    {
        ['㎡'] = "m2", ['㎥'] = "m3", ['㎝'] = "cm", ['㎜'] = "mm", ['㎞'] = "km", ['㎏'] = "kg", ['㎎'] = "mg", ['㏄'] = "cc", ['№'] = "No",
        ['Ⅰ'] = "I", ['Ⅱ'] = "II", ['Ⅲ'] = "III", ['Ⅳ'] = "IV", ['Ⅴ'] = "V", ['Ⅵ'] = "VI", ['Ⅶ'] = "VII", ['Ⅷ'] = "VIII", ['Ⅸ'] = "IX",
        ['Ⅹ'] = "X", ['⑩'] = "10", ['⑪'] = "11", ['⑫'] = "12", ['⑬'] = "13", ['⑭'] = "14", ['⑮'] = "15", ['⑯'] = "16", ['⑰'] = "17",
        ['⑱'] = "18", ['⑲'] = "19", ['⑳'] = "20",
    };

    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (Folded.TryGetValue(c, out var plain) || Spelled.TryGetValue(c, out plain))
                folded.Append(plain);
            else
                folded.Append(HalfWidth(c));
        }

        return folded.ToString();
    }

    /// <summary>Numbers and codes as they are compared: half-width, and nothing invisible in them.</summary>
    public static string Compact(string text) =>
        new([.. text.Select(HalfWidth).Where(c => !char.IsWhiteSpace(c) && !char.IsControl(c) && !IsInvisible(c))]);

    static char HalfWidth(char c) => c is >= '！' and <= '～' ? (char)(c - '！' + '!') : c;

    // Zero-width spaces and direction marks come along when a number is copied from a chat.
    static bool IsInvisible(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    static Dictionary<int, string> Table(params ReadOnlySpan<(int First, string Plain)> runs)
    {
        var table = new Dictionary<int, string>();
        foreach (var (first, plain) in runs)
        {
            foreach (var (offset, rune) in plain.EnumerateRunes().Index())
                table[first + offset] = rune.ToString();
        }

        return table;
    }

    const string KangxiRadicals =
        "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳" +
        "心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸" +
        "缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音" +
        "頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

    const string CompatibilityIdeographs =
        "豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌" +
        "祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮" +
        "兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈" +
        "領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘" +
        "藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼" +
        "館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸" +
        "難響頻恵𤋮舘";

    const string MoreCompatibilityIdeographs =
        "並况全侀充冀勇勺喝啕喙嗢塚墳奄奔婢嬨廒廙彩徭惘慎愈憎慠懲戴揄搜摒敖晴朗望杖歹殺流滛滋漢瀞煮瞧爵犯猪瑱甆画瘝瘟益盛直睊着磌" +
        "窱節类絛練缾者荒華蝹襁覆視調諸請謁諾諭謹變贈輸遲醙鉶陼難靖韛響頋頻鬒龜𢡊𢡄𣏕㮝䀘䀹𥉉𥳐𧻓齃龎";
}
