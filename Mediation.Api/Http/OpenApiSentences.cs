using System.Text.RegularExpressions;
using System.Xml.Linq;
using Mediation.Core.Messaging;

namespace Mediation.Api.Http;

/// <summary>The sentences that stand above the commands and queries, from the documentation file that lies beside the core's assembly.</summary>
static partial class OpenApiSentences
{
    static readonly Lazy<Dictionary<string, string>> Sentences = new(Read);

    public static string? Of(Type type) => Sentences.Value.GetValueOrDefault($"T:{type.FullName}");

    static Dictionary<string, string> Read()
    {
        var file = Path.ChangeExtension(typeof(NeedsAttribute).Assembly.Location, ".xml");
        return File.Exists(file)
            ? XDocument.Load(file).Descendants("member").Where(member => member.Element("summary") is not null)
                .ToDictionary(member => member.Attribute("name")!.Value, member => Spaces().Replace(member.Element("summary")!.Value, " ").Trim())
            : [];
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
