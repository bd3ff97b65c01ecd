using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Papers;

/// <summary>
/// How long dossiers are kept and when they are due for archiving. No statute fixes either (domain 6, 11): the terms are local data with the
/// day from which they hold, and 个人信息保护法 19 asks for the shortest time that is needed.
/// </summary>
public sealed class RetentionTerms
{
    readonly IReadOnlyList<RetentionRules> versions;

    RetentionTerms(IReadOnlyList<RetentionRules> versions) => this.versions = versions;

    public RetentionRules Newest => versions[^1];

    /// <summary>What holds on a day; older matters go by the oldest version known.</summary>
    public RetentionRules On(DateOnly day) => versions.LastOrDefault(version => version.EffectiveFrom <= day) ?? versions[0];

    public static RetentionTerms Parse(string json)
    {
        var root = RuleNode.Root(json);
        root.AllowOnly("versions");
        var versions = root["versions"].Entries().Select(Version).OrderBy(version => version.EffectiveFrom).ToList();
        return versions.Count > 0 ? new RetentionTerms(versions) : throw root.Fault("no version");
    }

    static RetentionRules Version(RuleNode node)
    {
        node.AllowOnly("version", "effectiveFrom", "local", "basis", "archiveWithinDays", "terms");
        _ = node.BasisOrLocal();
        var terms = node["terms"].Entries().Select(Term).ToList();
        return terms.Count > 0
            ? new RetentionRules(node["version"].Text(), node["effectiveFrom"].Date(), node["archiveWithinDays"].Number(), terms)
            : throw node.Fault("no term");
    }

    static RetentionTerm Term(RuleNode node)
    {
        node.AllowOnly("id", "zh", "en", "years");
        return new RetentionTerm(node["id"].Text(), node["zh"].Text(), node["en"].Text(), node["years"].Absent ? null : node["years"].Number());
    }
}

/// <summary>One version: days from closing to archiving, and the terms to choose from.</summary>
public sealed record RetentionRules(string Version, DateOnly EffectiveFrom, int ArchiveWithinDays, IReadOnlyList<RetentionTerm> Terms)
{
    /// <summary>By its identifier or its Chinese name.</summary>
    public RetentionTerm? Find(string? term) => Terms.FirstOrDefault(one => one.Id == term || one.Zh == term);

    public DateOnly ArchivingDue(DateOnly closedOn) => closedOn.AddDays(ArchiveWithinDays);
}

/// <summary>短期, 长期 or 永久; years from the day of archiving, none for ever.</summary>
public sealed record RetentionTerm(string Id, string Zh, string En, int? Years)
{
    /// <summary>The last day of keeping; null for ever.</summary>
    public DateOnly? EndsOn(DateOnly archivedOn) => Years is { } years ? archivedOn.AddYears(years) : null;
}
