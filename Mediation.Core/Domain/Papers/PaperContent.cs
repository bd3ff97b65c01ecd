namespace Mediation.Core.Domain.Papers;

/// <summary>
/// What a paper says, by the canonical names of <see cref="PaperVocabulary"/>: texts, yes or no, and lists whose items have names of
/// their own. A text that is not known is null, and a person writes it.
/// </summary>
public sealed class PaperContent
{
    readonly Dictionary<string, object?> values = [];

    public string? this[string name] { set => values[name] = string.IsNullOrWhiteSpace(value) ? null : value; }

    public IReadOnlyCollection<string> Names => values.Keys;

    public void Say(string name, bool holds) => values[name] = holds;

    public void Say(string name, IEnumerable<PaperContent> items) => values[name] = items.ToList();

    /// <summary>A text, true or false, or a list of contents; null when it is not said.</summary>
    public object? Find(string name) => values.GetValueOrDefault(name);

    /// <summary>The same with every text changed, in its lists too.</summary>
    public PaperContent Mapped(Func<string, string> change)
    {
        var mapped = new PaperContent();
        foreach (var (name, value) in values)
            mapped.values[name] = value switch
            {
                string text => change(text),
                IEnumerable<PaperContent> items => items.Select(item => item.Mapped(change)).ToList(),
                _ => value,
            };
        return mapped;
    }

    /// <summary>All of it as one text but for the names that do not count: the same content says the same.</summary>
    public string Told(params string[] without) => string.Join('\n', values.Where(v => !without.Contains(v.Key)).OrderBy(v => v.Key, StringComparer.Ordinal)
        .Select(v => v.Value switch
        {
            IEnumerable<PaperContent> items => $"{v.Key}[{string.Join('|', items.Select(item => item.Told(without)))}]",
            var value => $"{v.Key}={value}",
        }));
}
