using System.Text.Json;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Domain.Routing;
using NUnit.Framework;

namespace Mediation.Tests.Domain;

sealed class LabelTests
{
    /// <summary>Words that nobody reads on a screen: the moves and rights inside the code, and the words of the rule and report files.</summary>
    static readonly Type[] Unseen =
    [
        typeof(Permission), typeof(DisputeAction), typeof(LimitUnit), typeof(PartySpan), typeof(RankingCriterion), typeof(ReportColumn), typeof(StockExitKind),
    ];

    static readonly Dictionary<string, Dictionary<string, Dictionary<string, string>>> Labels =
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, Dictionary<string, string>>>>(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "seeds", "reference-labels.json")))!;

    static IEnumerable<Type> Seen =>
        from type in typeof(Tier).Assembly.GetExportedTypes()
        where type.IsEnum && type.Namespace!.StartsWith(typeof(Tier).Namespace!, StringComparison.Ordinal) && !Unseen.Contains(type)
        select type;

    [TestCaseSource(nameof(Seen))]
    public void Every_word_has_its_labels_in_the_order_of_the_vocabulary(Type words) =>
        Assert.That(Labels.GetValueOrDefault(words.Name)?.Keys, Is.EqualTo(Enum.GetNames(words)));

    [Test]
    public void No_label_is_empty_and_the_chinese_ones_are_chinese()
    {
        foreach (var (list, words) in Labels)
            foreach (var (word, label) in words)
                Assert.That(label["zh"].Any(IsChinese) && label["en"].Length > 0 && !label["en"].Any(IsChinese), Is.True, $"{list}.{word}");
    }

    [Test]
    public void No_list_is_named_after_nothing() =>
        Assert.That(Labels.Keys.Except(Seen.Select(type => type.Name)), Is.EqualTo(["Subtype"]));

    static bool IsChinese(char letter) => letter is >= '\u4E00' and <= '\u9FFF';
}
