using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using Mediation.Core.Domain.Papers;

namespace Mediation.Core.Features.Dossier;

/// <summary>A placeholder and, where it opens a section, those inside it.</summary>
sealed record Node(PaperTag Tag, PaperField Field, List<Node> Inner);

/// <summary>The placeholders of a part in the order of the paper; the first that is unknown or has no partner is refused by its name.</summary>
static class PaperTags
{
    public static IReadOnlyList<Node> Read(OpenXmlElement root)
    {
        var top = new List<Node>();
        var open = new Stack<(Node Node, string? List)>();
        foreach (var text in root.Descendants<Paragraph>().Select(PaperTag.TextOf))
        {
            RefuseStray(PaperTag.Pattern().Replace(text, ""), text);
            foreach (var tag in PaperTag.Pattern().Matches(text).Select(PaperTag.Of))
                Take(tag, open, top);
        }
        return open.Count == 0 ? top : throw PaperTag.Unpaired(open.Peek().Node.Tag.ToString());
    }

    static void Take(PaperTag tag, Stack<(Node Node, string? List)> open, List<Node> top)
    {
        if (tag.Mark == PaperTag.Close)
        {
            if (open.Count == 0 || open.Peek().Node.Tag.Name != tag.Name)
                throw PaperTag.Unpaired(tag.ToString());
            open.Pop();
            return;
        }
        var lists = open.Reverse().Select(o => o.List).OfType<string>().ToList();
        if (PaperVocabulary.Find(tag.Name, lists) is not { } field || !tag.Opens && field.Kind != PaperFieldKind.Text)
            throw PaperTag.Unknown(tag.ToString());
        // A list inside itself would grow without end.
        if (tag.Mark == PaperTag.Open && field.Kind == PaperFieldKind.List && lists.Contains(field.ItemsOf))
            throw PaperTag.Unpaired(tag.ToString());
        var node = new Node(tag, field, []);
        (open.Count == 0 ? top : open.Peek().Node.Inner).Add(node);
        if (tag.Opens)
            open.Push((node, tag.Mark == PaperTag.Open && field.Kind == PaperFieldKind.List ? field.ItemsOf : null));
    }

    /// <summary>Braces that belong to no placeholder: one was meant and is miswritten.</summary>
    static void RefuseStray(string left, string text)
    {
        if (left.Contains("{{", StringComparison.Ordinal) || left.Contains("}}", StringComparison.Ordinal))
            throw PaperTag.Unknown(text.Length <= 60 ? text : text[..60]);
    }
}
