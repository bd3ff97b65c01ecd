using System.Text.Json;
using System.Text.Json.Nodes;
using FluentValidation;

namespace Mediation.Core.Features.Rules;

/// <summary>A version of the routing rules as it is sent: the sections of `seeds/routing-rules.json`, read strictly by the rules themselves.</summary>
public record RuleSetBody
{
    /// <summary>From this day on; it may not lie in the past.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    public JsonElement? Rules { get; init; }

    public JsonElement? Levels { get; init; }

    public JsonElement? Limits { get; init; }

    public JsonElement? Handover { get; init; }

    public JsonElement? Major { get; init; }

    public JsonElement? Ranking { get; init; }

    /// <summary>Default the usual ones.</summary>
    public JsonElement? Clocks { get; init; }

    internal JsonObject ToJson(string version)
    {
        var text = new JsonObject { ["version"] = version, ["effectiveFrom"] = EffectiveFrom!.Value.ToString("yyyy-MM-dd", null) };
        (string Name, JsonElement? Part)[] parts =
        [
            ("rules", Rules), ("levels", Levels), ("limits", Limits), ("handover", Handover), ("major", Major), ("ranking", Ranking), ("clocks", Clocks),
        ];
        foreach (var (name, part) in parts)
            if (part is { } given)
                text[name] = JsonNode.Parse(given.GetRawText());
        return text;
    }
}

sealed class RuleSetBodyValidator : AbstractValidator<RuleSetBody>
{
    public RuleSetBodyValidator()
    {
        RuleFor(b => b.EffectiveFrom).NotNull().WithErrorCode("required");
        RuleFor(b => b.Rules).NotNull().WithErrorCode("required");
        RuleFor(b => b.Levels).NotNull().WithErrorCode("required");
        RuleFor(b => b.Limits).NotNull().WithErrorCode("required");
        RuleFor(b => b.Handover).NotNull().WithErrorCode("required");
        RuleFor(b => b.Major).NotNull().WithErrorCode("required");
        RuleFor(b => b.Ranking).NotNull().WithErrorCode("required");
    }
}
