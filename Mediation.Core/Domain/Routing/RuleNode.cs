using System.Globalization;
using System.Text.Json;

namespace Mediation.Core.Domain.Routing;

/// <summary>One value of the rule file, read strictly: whatever is missing, misspelt or of the wrong kind is named with its rule.</summary>
sealed record RuleNode(JsonElement? Value, string Owner, string Name)
{
    public static RuleNode Root(string json) =>
        new(JsonElement.Parse(json, new JsonDocumentOptions { AllowDuplicateProperties = false }), "routing rules", "");

    public RuleNode this[string member] => new(Child(member), Owner, member);

    public bool Absent => Value is null;

    public IReadOnlyList<RuleNode> Members() =>
        [.. Of(JsonValueKind.Object).EnumerateObject().Select(member => new RuleNode(member.Value, Owner, member.Name))];

    /// <summary>The entries of a list, each named by its id, or by its place while it has none.</summary>
    public IReadOnlyList<RuleNode> Entries() => [.. Of(JsonValueKind.Array).EnumerateArray().Select(Entry)];

    public string Text() =>
        Of(JsonValueKind.String).GetString() is { Length: > 0 } text ? text : throw Fault("is empty");

    public string? TextOrNull() => Absent ? null : Text();

    public IReadOnlyList<string> Texts() => [.. NotEmpty().Select(entry => entry.Text())];

    public decimal Amount() =>
        Of(JsonValueKind.Number).TryGetDecimal(out var amount) && amount > 0 ? amount : throw Fault("is no positive amount");

    public int Number() =>
        Of(JsonValueKind.Number).TryGetInt32(out var number) && number > 0 ? number : throw Fault("is no positive whole number");

    public bool Flag() => FlagOrNull() ?? false;

    public bool? FlagOrNull() => Value?.ValueKind switch
    {
        null => null,
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Fault("is neither true nor false"),
    };

    public DateOnly Date() =>
        DateOnly.TryParseExact(Text(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : throw Fault("is no date");

    /// <summary>Enum members by their exact identifier; numbers do not pass for names.</summary>
    public T Enum<T>() where T : struct, Enum =>
        System.Enum.TryParse<T>(Text(), out var value) && value.ToString() == Text()
            ? value : throw Fault($"'{Text()}' is no {typeof(T).Name}");

    public IReadOnlySet<T> Enums<T>() where T : struct, Enum => NotEmpty().Select(entry => entry.Enum<T>()).ToHashSet();

    public RoutingReason Reason() =>
        new(this["id"].Text(), this["zh"].Text()) { TextEn = this["en"].Text(), Basis = BasisOrLocal() };

    public void AllowOnly(params string[] names)
    {
        if (Members().FirstOrDefault(member => !names.Contains(member.Name)) is { } stranger) throw stranger.Fault("unknown member");
    }

    public RuleDataException Fault(string what) => new($"{Owner}: {(Name == "" ? "" : $"'{Name}' ")}{what}");

    /// <summary>Every rule answers for itself: with a statute, or by saying that it is local.</summary>
    public string? BasisOrLocal() =>
        this["basis"].TextOrNull() ?? (this["local"].Flag() ? null : throw Fault("names no statute and is not marked local"));

    /// <summary>An empty list would make a rule that never speaks, or always.</summary>
    IReadOnlyList<RuleNode> NotEmpty() => Entries() is { Count: > 0 } entries ? entries : throw Fault("is empty");

    JsonElement? Child(string member) => Of(JsonValueKind.Object).TryGetProperty(member, out var child) ? child : null;

    RuleNode Entry(JsonElement entry, int index) =>
        entry.ValueKind != JsonValueKind.Object ? new(entry, Owner, Name)
        : entry.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String ? new(entry, $"rule '{id.GetString()}'", "")
        : new(entry, $"{Owner}, {Name}[{index}]", "");

    JsonElement Of(JsonValueKind kind) => Value switch
    {
        null => throw Fault("is missing"),
        { } value when value.ValueKind == kind => value,
        _ => throw Fault($"is no {kind}"),
    };
}
