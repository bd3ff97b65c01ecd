using System.Text.Json.Nodes;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;
using NUnit.Framework;

namespace Mediation.Tests.Domain.Routing;

/// <summary>The rules as shipped, and a small quarrel that none of them moves.</summary>
static class SeededRules
{
    public static readonly AreaCode Haikou = new(340803100204);
    public static readonly AreaCode Hongxing = new(340803100205);
    public static readonly AreaCode OtherTown = new(340803200201);

    public static readonly string Json = File.ReadAllText(Path.Combine(Root(), "seeds", "routing-rules.json"));
    public static readonly RuleSets All = RuleSets.Parse(Json);
    public static readonly RuleSet Current = All.On(new DateOnly(2026, 11, 2));

    public static readonly RoutingFacts Quarrel = new()
    {
        Type = DisputeType.Neighbor,
        Area = Haikou,
        Parties = Between(Haikou, Haikou),
        Amount = 12_000m,
    };

    public static RoutingFacts Of(DisputeType type) => Quarrel with { Type = type };

    public static IReadOnlyList<(PartySide, AreaCode?)> Between(AreaCode? applicant, AreaCode? respondent) =>
        [(PartySide.Applicant, applicant), (PartySide.Respondent, respondent)];

    /// <summary>The entries of a section of every version, as plain JSON.</summary>
    public static IEnumerable<JsonObject> Section(string name) =>
        from version in JsonNode.Parse(Json)!["versions"]!.AsArray()
        from entry in version![name]!.AsArray()
        select entry!.AsObject();

    static string Root()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Mediation.sln"))) folder = folder.Parent;
        return folder.FullName;
    }
}
