namespace Mediation.Core.Domain.Papers;

/// <summary>What a placeholder of a template may be: a text, a condition, or a list of items with placeholders of their own.</summary>
public enum PaperFieldKind { Text, Condition, List }

/// <summary>A placeholder: its identifier, its Chinese name, what it is, and the list in whose items it stands; null at the top.</summary>
public sealed record PaperField(string Name, string Chinese, string Meaning, PaperFieldKind Kind = PaperFieldKind.Text, string? Of = null)
{
    /// <summary>The list to whose items a list's placeholders belong: the sides share those of the parties.</summary>
    public string ItemsOf => Name is "applicantList" or "respondentList" or "thirdList" or "signatories" ? "parties" : Name;
}

/// <summary>Every placeholder that a template may use, by Chinese name or identifier; whatever is not here is refused by its name.</summary>
public static partial class PaperVocabulary
{
    static readonly Lazy<Dictionary<(string? Of, string Name), PaperField>> ByName = new(Index);

    /// <summary>Looks in the innermost list first, then outwards to the top.</summary>
    public static PaperField? Find(string name, IReadOnlyList<string> lists)
    {
        for (var depth = lists.Count; depth > 0; depth--)
            if (ByName.Value.TryGetValue((lists[depth - 1], name), out var inner))
                return inner;
        return ByName.Value.GetValueOrDefault((null, name));
    }

    /// <summary>A content in which everything is said: what a new template is tried on.</summary>
    public static PaperContent Sample() => Sample(null);

    static Dictionary<(string? Of, string Name), PaperField> Index() => All
        .SelectMany(field => new[] { (Key: (field.Of, field.Name), Field: field), (Key: (field.Of, field.Chinese), Field: field) })
        .DistinctBy(entry => entry.Key).ToDictionary(entry => entry.Key, entry => entry.Field);

    static PaperContent Sample(string? of)
    {
        var content = new PaperContent();
        foreach (var field in All.Where(f => f.Of == of))
            switch (field.Kind)
            {
                case PaperFieldKind.Text:
                    content[field.Name] = field.Chinese;
                    break;
                case PaperFieldKind.Condition:
                    content.Say(field.Name, true);
                    break;
                case PaperFieldKind.List:
                    content.Say(field.Name, [Sample(field.ItemsOf), Sample(field.ItemsOf)]);
                    break;
            }
        return content;
    }
}
