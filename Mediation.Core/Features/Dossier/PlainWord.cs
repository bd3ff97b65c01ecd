using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Mediation.Core.Features.Dossier;

/// <summary>Takes out of a document what Word puts between the letters: spelling marks, bookmarks, content controls, tracked changes.</summary>
static class PlainWord
{
    static readonly string[] Wrappings = ["sdt", "smartTag", "customXml", "hyperlink", "ins", "moveTo"];
    static readonly string[] Noise =
    [
        "proofErr", "bookmarkStart", "bookmarkEnd", "del", "moveFrom", "commentRangeStart", "commentRangeEnd", "permStart", "permEnd",
        "moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd",
    ];

    public static void Unwrap(OpenXmlElement root)
    {
        foreach (var noise in root.Descendants().Where(e => Noise.Contains(e.LocalName) && e is not (Inserted or Deleted)).ToList())
            noise.Remove();
        foreach (var wrapping in root.Descendants().Where(e => Wrappings.Contains(e.LocalName) && e is not (Inserted or Deleted)).Reverse().ToList())
        {
            var content = wrapping.ChildElements.FirstOrDefault(c => c.LocalName == "sdtContent") ?? wrapping;
            foreach (var child in content.ChildElements.Where(c => !c.LocalName.EndsWith("Pr", StringComparison.Ordinal)).ToList())
            {
                child.Remove();
                wrapping.InsertBeforeSelf(child);
            }
            wrapping.Remove();
        }
    }

    /// <summary>Word cuts a line into runs wherever somebody typed; a placeholder is put together in its first run and gets it alone.</summary>
    public static void OneRunForEachTag(Paragraph paragraph)
    {
        var texts = PaperTag.Texts(paragraph).Where(text => text.Parent is Run).ToList();
        var starts = new List<int>();
        var whole = "";
        foreach (var text in texts)
        {
            starts.Add(whole.Length);
            whole += text.Text;
        }
        var parts = texts.Select(_ => new List<string>()).ToList();
        var at = 0;
        foreach (var match in PaperTag.Pattern().Matches(whole).ToList())
        {
            Cut(whole, at, match.Index, starts, parts);
            parts[starts.FindLastIndex(start => start <= match.Index)].Add(match.Value);
            at = match.Index + match.Length;
        }
        if (at == 0)
            return;
        Cut(whole, at, whole.Length, starts, parts);
        foreach (var (text, pieces) in texts.Zip(parts))
            Replace((Run)text.Parent!, text, pieces);
    }

    /// <summary>Plain text between two places goes to the runs it came from.</summary>
    static void Cut(string whole, int from, int to, List<int> starts, List<List<string>> parts)
    {
        while (from < to)
        {
            var run = starts.FindLastIndex(start => start <= from);
            var end = Math.Min(to, run + 1 < starts.Count ? starts[run + 1] : to);
            parts[run].Add(whole[from..end]);
            from = end;
        }
    }

    /// <summary>A run of one text becomes one run for each piece; beside other things in the run the text only changes.</summary>
    static void Replace(Run run, Text text, List<string> pieces)
    {
        foreach (var before in text.ElementsBefore().Where(e => e is not RunProperties).ToList())
        {
            before.Remove();
            run.InsertBeforeSelf(Like(run, before));
        }
        foreach (var piece in pieces)
            run.InsertBeforeSelf(Like(run, new Text(piece) { Space = SpaceProcessingModeValues.Preserve }));
        text.Remove();
        if (!run.ChildElements.Any(e => e is not RunProperties))
            run.Remove();
    }

    static Run Like(Run run, OpenXmlElement content) => run.RunProperties is { } properties ? new Run(properties.CloneNode(true), content) : new Run(content);
}
