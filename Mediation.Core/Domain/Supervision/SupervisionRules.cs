using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Supervision;

/// <summary>Local rules of supervision by version: working days over a limit until a card falls, for its answer, and at most to be asked for.</summary>
public sealed record SupervisionRules
{
    public required string Version { get; init; }

    public required DateOnly EffectiveFrom { get; init; }

    public required CardThresholds Acceptance { get; init; }

    public required CardThresholds Handling { get; init; }

    public required int ReplyWorkdays { get; init; }

    public required int MostExtensionWorkdays { get; init; }

    /// <summary>So many of a village's matters in a month make it a hot spot of the analysis meeting.</summary>
    public required int HotSpotFrom { get; init; }

    public CardThresholds Of(LimitStep step) => step is LimitStep.Handling ? Handling : Acceptance;

    /// <summary>Reads seeds/supervision-rules.json, oldest version first.</summary>
    public static IReadOnlyList<SupervisionRules> Parse(string json)
    {
        var root = RuleNode.Root(json);
        root.AllowOnly("versions");
        var versions = root["versions"].Entries().Select(Read).OrderBy(version => version.EffectiveFrom).ToList();
        return versions.Count > 0 ? versions : throw root.Fault("no version");
    }

    static SupervisionRules Read(RuleNode node)
    {
        node.AllowOnly("version", "effectiveFrom", "local", "basis", "cards", "extension", "meeting");
        _ = node.BasisOrLocal();
        var (cards, extension, meeting) = (node["cards"], node["extension"], node["meeting"]);
        cards.AllowOnly("acceptance", "handling", "replyWorkdays");
        extension.AllowOnly("maxWorkdays");
        meeting.AllowOnly("hotSpotFrom");
        return new SupervisionRules
        {
            Version = node["version"].Text(), EffectiveFrom = node["effectiveFrom"].Date(), Acceptance = CardThresholds.Read(cards["acceptance"]),
            Handling = CardThresholds.Read(cards["handling"]), ReplyWorkdays = cards["replyWorkdays"].Number(),
            MostExtensionWorkdays = extension["maxWorkdays"].Number(), HotSpotFrom = meeting["hotSpotFrom"].Number(),
        };
    }
}

/// <summary>After so many working days over the limit the card is yellow, and red later (domain 5.3).</summary>
public sealed record CardThresholds(int Yellow, int Red)
{
    /// <summary>The card that falls; null while none does.</summary>
    public CardKind? Falls(int workdaysOver) => workdaysOver >= Red ? CardKind.Red : workdaysOver >= Yellow ? CardKind.Yellow : null;

    internal static CardThresholds Read(RuleNode node)
    {
        node.AllowOnly("yellow", "red");
        var read = new CardThresholds(node["yellow"].Number(), node["red"].Number());
        return read.Red > read.Yellow ? read : throw node.Fault("red must exceed yellow");
    }
}
