using System.Text.RegularExpressions;

namespace Mediation.Core.Domain.Assessment;

/// <summary>What is wrong with a scheme, field by field; a scheme that could not be computed is never stored.</summary>
public static partial class SchemeFaults
{
    public const int MostItems = 60;
    public const int MostBands = 12;
    const int MostPoints = 100;
    const int LongestAppeal = 180;

    public static IEnumerable<SchemeFault> Of(ScoringScheme scheme)
    {
        if (scheme.AppealDays is < 1 or > LongestAppeal) yield return new("appealDays", $"From 1 to {LongestAppeal} days.");
        if (scheme.Items.Count is 0 or > MostItems) yield return new("items", $"From 1 to {MostItems} items.");
        foreach (var fault in scheme.Items.SelectMany((item, index) => Of(item, $"items[{index}]"))) yield return fault;
        foreach (var twice in Twice(scheme.Items.Select(item => item.Id))) yield return new("items", $"The id {twice} stands there twice.");
        foreach (var unit in scheme.Units.Where(unit => scheme.Of(unit).Sum(item => item.Weight) != ScoringScheme.FullScore))
            yield return new("items", $"The weights of a {unit} add up to {scheme.Of(unit).Sum(item => item.Weight)} and not to {ScoringScheme.FullScore}.");
        foreach (var twice in Twice(scheme.Vetoes.Select(veto => veto.Kind.ToString()))) yield return new("vetoes", $"{twice} stands there twice.");
        if (scheme.Bands.Count is 0 or > MostBands || scheme.Bands[^1].From != 0) yield return new("bands", "The last band begins at 0, so that every score has one.");
        if (scheme.Bands.Zip(scheme.Bands.Skip(1)).Any(pair => pair.First.From <= pair.Second.From)) yield return new("bands", "The bands go from the highest down.");
    }

    static IEnumerable<SchemeFault> Of(ScoreItem item, string at)
    {
        if (!Id().IsMatch(item.Id)) yield return new($"{at}.id", "1 to 40 letters, digits or hyphens.");
        if (item.Units.Count == 0 || item.Units.Contains(Tier.District) || item.Units.Distinct().Count() != item.Units.Count)
            yield return new($"{at}.units", "Town, Village or both.");
        if ((item.Indicator is null) == (item.Event is null)) yield return new($"{at}.indicator", "Either an indicator or an event.");
        foreach (var (name, points) in ((string, decimal?)[])
            [("weight", item.Weight), ("deduction", item.Deduction), ("cap", item.Cap), ("bonus", item.Bonus), ("bonusCap", item.BonusCap)])
            if (points is < 0 or > MostPoints || points is { } value && value != Math.Round(value, 2))
                yield return new($"{at}.{name}", $"Points from 0 to {MostPoints}, with at most two decimals.");
        if (item.Cap > item.Weight) yield return new($"{at}.cap", "No more is taken off than the weight.");
        if (item.Bonus > 0 != item.BonusCap > 0) yield return new($"{at}.bonusCap", "A bonus has a cap.");
        if (item.Weight == 0 && item.Bonus is not > 0) yield return new($"{at}.weight", "An item without a weight gives a bonus.");
        foreach (var fault in item.Indicator is null ? OfEvent(item, at) : OfIndicator(item, at)) yield return fault;
    }

    static IEnumerable<SchemeFault> OfIndicator(ScoreItem item, string at)
    {
        if (item.Target is not (>= 0 and <= 100)) yield return new($"{at}.target", "A percentage from 0 to 100.");
        if (item.BonusFrom is not (null or >= 0 and <= 100)) yield return new($"{at}.bonusFrom", "A percentage from 0 to 100.");
        if (item.Target == 0 && !item.AtMost) yield return new($"{at}.target", "Everybody reaches 0 percent.");
        if (item.AtMost && item.Deduction is not > 0) yield return new($"{at}.deduction", "A target from above says what each percentage point costs.");
        if (item.Bonus > 0 && item.BonusFrom is null) yield return new($"{at}.bonusFrom", "The percentage from which the bonus is given.");
    }

    static IEnumerable<SchemeFault> OfEvent(ScoreItem item, string at)
    {
        if (item.Target is not null || item.BonusFrom is not null || item.AtMost) yield return new($"{at}.target", "Events have no percentage.");
        if (item.Weight > 0 && item.Deduction is not > 0) yield return new($"{at}.deduction", "What each event costs.");
    }

    static IEnumerable<string> Twice(IEnumerable<string> ids) => ids.GroupBy(id => id).Where(group => group.Count() > 1).Select(group => group.Key);

    [GeneratedRegex("^[0-9A-Za-z-]{1,40}$")]
    private static partial Regex Id();
}

/// <summary>A fault and the field to blame, as the body has it.</summary>
public sealed record SchemeFault(string Field, string Message);
