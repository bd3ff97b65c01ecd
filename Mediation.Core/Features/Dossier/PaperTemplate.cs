using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Papers;

namespace Mediation.Core.Features.Dossier;

/// <summary>
/// A Word file with placeholders, checked before it is used: every placeholder is known and stands beside its partner, and nothing in
/// it reaches outside. A bad one is refused with the placeholder's name.
/// </summary>
sealed class PaperTemplate
{
    /// <summary>Bytes of a template file.</summary>
    public const int Longest = 4 << 20;

    /// <summary>Bytes of all its parts together, unpacked.</summary>
    const long Widest = 40_000_000;

    static readonly OpenSettings Limits = new() { AutoSave = false, MaxCharactersInPart = 20_000_000 };

    readonly byte[] plain;
    readonly IReadOnlyList<Node> tags;

    PaperTemplate(byte[] plain, IReadOnlyList<Node> tags)
    {
        this.plain = plain;
        this.tags = tags;
    }

    public static PaperTemplate Read(byte[] docx) => TryRead(docx, out var problem) ?? throw problem!;

    /// <summary>The template, or why it cannot be used.</summary>
    public static PaperTemplate? TryRead(byte[] docx, out RuleViolationException? problem)
    {
        problem = null;
        try
        {
            return ReadWhole(docx);
        }
        catch (RuleViolationException refused)
        {
            problem = refused;
        }
        catch (Exception damaged) when (damaged is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or IOException
            or FormatException or ArgumentException or InvalidOperationException or NotSupportedException or KeyNotFoundException)
        {
            problem = new RuleViolationException("paper.template-damaged", "This is no Word file (.docx) that can be read.", "seeds/papers", "body");
        }
        return null;
    }

    static PaperTemplate ReadWhole(byte[] docx)
    {
        RefuseBomb(docx);
        using var stream = new MemoryStream();
        stream.Write(docx);
        var tags = new List<Node>();
        using (var word = WordprocessingDocument.Open(stream, true, Limits))
        {
            if (word.DocumentType != WordprocessingDocumentType.Document || word.MainDocumentPart?.Document?.Body is null)
                throw new InvalidDataException("No document.");
            RefuseOutside(word);
            foreach (var root in Roots(word))
            {
                PlainWord.Unwrap(root);
                tags.AddRange(PaperTags.Read(root));
                foreach (var paragraph in root.Descendants<Paragraph>())
                    PlainWord.OneRunForEachTag(paragraph);
            }
            word.Save();
        }
        var template = new PaperTemplate(stream.ToArray(), tags);
        // Tried on a paper in which everything is said, so that a tag in a wrong place is found now and not at the counter.
        template.Fill(PaperVocabulary.Sample());
        return template;
    }

    /// <summary>Chinese names of all placeholders, in the order of the paper.</summary>
    public IReadOnlyList<string> Placeholders => [.. tags.SelectMany(Named).Distinct()];

    public byte[] Fill(PaperContent content)
    {
        using var stream = new MemoryStream();
        stream.Write(plain);
        using (var word = WordprocessingDocument.Open(stream, true))
        {
            foreach (var root in Roots(word))
                PaperFiller.Fill(root is Document document ? document.Body! : root, new PaperScope(content));
            word.Save();
        }
        return stream.ToArray();
    }

    /// <summary>Chinese names of the placeholders that this content leaves to a pen, in the order of the paper.</summary>
    public IReadOnlyList<string> Blanks(PaperContent content) => [.. tags.SelectMany(tag => Blanks(tag, new PaperScope(content))).Distinct()];

    /// <summary>
    /// What this template tells of a content, as one text: the same paper tells the same. What passes with the days does not count,
    /// nor what the template does not reach.
    /// </summary>
    public string Told(PaperContent content) => string.Join('\n', tags.SelectMany(tag => Told(tag, new PaperScope(content))));

    static IEnumerable<string> Told(Node node, PaperScope scope) => node switch
    {
        { Tag.Opens: false, Field: { Of: null, Name: "made" or "today" } or { Name: "age" } } => [],
        { Tag.Opens: true } => scope.Within(node.Tag).SelectMany(within => node.Inner.SelectMany(inner => Told(inner, within)).Prepend(node.Tag.ToString())),
        _ => [$"{node.Field.Name}={scope.Find(node.Tag)}"],
    };

    static IEnumerable<string> Named(Node node) => node.Inner.SelectMany(Named).Prepend(node.Field.Chinese);

    static IEnumerable<string> Blanks(Node node, PaperScope scope) => node.Tag.Opens
        ? scope.Within(node.Tag).SelectMany(within => node.Inner.SelectMany(inner => Blanks(inner, within)))
        : scope.Find(node.Tag) is null ? [node.Field.Chinese] : [];

    /// <summary>Body, heads and feet.</summary>
    static IEnumerable<OpenXmlPartRootElement> Roots(WordprocessingDocument word)
    {
        var main = word.MainDocumentPart!;
        return [main.Document!, .. main.HeaderParts.Select(part => part.Header!), .. main.FooterParts.Select(part => part.Footer!)];
    }

    /// <summary>A few kilobytes can unpack to gigabytes, and Word's reader unpacks a part whole. What the heads say is not believed but counted.</summary>
    static void RefuseBomb(byte[] docx)
    {
        using var zip = new ZipArchive(new MemoryStream(docx), ZipArchiveMode.Read);
        var left = Widest - zip.Entries.Sum(entry => entry.Length);
        if (left < 0)
            throw new InvalidDataException("Too large.");
        left = Widest;
        var buffer = new byte[81_920];
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
                if ((left -= read) < 0)
                    throw new InvalidDataException("Too large.");
        }
    }

    /// <summary>No attached template, picture or object from elsewhere, and no embedded program: a paper is opened on many desks.</summary>
    static void RefuseOutside(WordprocessingDocument word)
    {
        foreach (var part in word.GetAllParts().Cast<OpenXmlPartContainer>().Append(word))
            if (part is VbaProjectPart or EmbeddedObjectPart or EmbeddedPackagePart or EmbeddedControlPersistencePart || part.ExternalRelationships.Any())
                throw new RuleViolationException("paper.template-outside", "The template refers to something outside itself, or holds a program.", "seeds/papers", "body");
    }
}
