using System.Globalization;
using Mediation.Core.Domain.Papers;

namespace Mediation.Core.Features.Dossier;

/// <summary>One making of a paper as the access log keeps it: which, from which version of the file, in which form, and a digest of what it said.</summary>
public sealed record PaperMaking(PaperKind Kind, Guid? CaseId, int? Item, int Version, string Format, string Digest)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind} item={Item} version={Version} format={Format} digest={Digest} case={CaseId}");

    /// <summary>Null for a line that is none.</summary>
    public static PaperMaking? Read(string? detail)
    {
        var words = (detail ?? "").Split(' ');
        var named = words.Skip(1).Select(word => word.Split('=', 2)).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => pair[1]);
        return Enum.TryParse<PaperKind>(words[0], out var kind) && int.TryParse(named.GetValueOrDefault("version"), CultureInfo.InvariantCulture, out var version)
            ? new PaperMaking(
                kind, Guid.TryParse(named.GetValueOrDefault("case"), out var of) ? of : null,
                int.TryParse(named.GetValueOrDefault("item"), CultureInfo.InvariantCulture, out var item) ? item : null,
                version, named.GetValueOrDefault("format") ?? "", named.GetValueOrDefault("digest") ?? "")
            : null;
    }
}
