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
}
