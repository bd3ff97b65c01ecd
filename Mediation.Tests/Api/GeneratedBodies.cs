using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CsCheck;
using Mediation.Core.Domain.Areas;

namespace Mediation.Tests.Api;

/// <summary>
/// Bodies for any write endpoint: a skeleton made from the type it binds, then spoiled here and there. {party0} and the like are put in when
/// the body is sent; half a character and other text that no writer would write is put in then too.
/// </summary>
static class GeneratedBodies
{
    const int Deepest = 4;

    static readonly Gen<string> Ids = Gen.Frequency(
        (6, Gen.OneOfConst("{party0}", "{party1}", "{organisation}", "{mediator}", "{survivor}", "{obligation}")), (1, Gen.Guid.Select(id => id.ToString())));

    static readonly Gen<string> OddTexts = Gen.OneOf(
        Gen.OneOfConst(
            "", " ", "\0", "\u001b[2J", "{half}", "\uFFFE", "\uFFFF", "\u202Eabc\u200F", "مرحبا بالعالم", "😀", "👩‍👩‍👧‍👦", "𠮷", "=1+1", "'; drop table dispute; --",
            "../../etc/passwd", "null", "NaN", "1e400", "2026-02-30", "0001-01-01", "9999-12-31", "9999-12-31T23:59:59.9999999Z", "0001-01-01T00:00:00+14:00",
            "00000000-0000-0000-0000-000000000000", "{dispute}", "000000000000", "999999999999", "'", "\\", ":*&|!()", "%", "_", "\"", "宅基地 AND OR NOT *", "type",
            "receivedAt", "parties.{party0}.name", "parties.{party0}.side"),
        Gen.String[0, 60], Gen.Char['\u4E00', '\u4FFF'].Array[0, 200].Select(chars => new string(chars)),
        Gen.Int[1, 7_000].Select(length => new string('长', length)), Gen.Int[1, 60].Select(length => string.Concat(Enumerable.Repeat("😀", length))));

    static readonly Gen<JsonNode?> OddValues = Gen.Recursive<JsonNode?>((depth, self) => Gen.Frequency(
        (2, Gen.Const(() => (JsonNode?)null)),
        (6, OddTexts.Select(text => (JsonNode?)text)),
        (2, Gen.OneOfConst("0", "-1", "1e400", "-0.001", "12.345", "9223372036854775808", "1e-30", "2147483648", "999999999999.99", "0.1e1").Select(n => JsonNode.Parse(n))),
        (1, Gen.Bool.Select(b => (JsonNode?)b)),
        (1, Gen.OneOfConst(0, 1, 40, 500).Select(n => (JsonNode?)Nested(n))),
        (1, depth > 3 ? Gen.Const(() => (JsonNode?)new JsonArray()) : self.Array[0, 4].Select(items => (JsonNode?)new JsonArray([.. items.Select(i => i?.DeepClone())]))),
        (1, depth > 3 ? Gen.Const(() => (JsonNode?)new JsonObject()) : self.Select(value => (JsonNode?)new JsonObject { ["type"] = value?.DeepClone(), ["x"] = 1 }))));

    static readonly Gen<(int Slot, int How, JsonNode? Odd)> Fault = Gen.Select(Gen.Int[0, 9_999], Gen.Int[0, 9], OddValues);

    static readonly Gen<(int Slot, int How, JsonNode? Odd)[]> Faults = Gen.Frequency((5, Fault.Array[0, 0]), (4, Fault.Array[1, 1]), (1, Fault.Array[2, 4]));

    static readonly string[] SeldomGiven = ["after", "resolveConflict", "override", "on", "settlement", "obligations", "id", "assistantIds", "performedBy", "deputy", "relapseOf"];

    static readonly Gen<string> NoBodies = Gen.OneOf(
        Gen.OneOfConst("", "{", "null", "[]", "1", "{}{}", "{\"a\":1,\"a\":2}", "{\"\\ud800\":1}", "code,name,parent,level\n1,2,3,4", "\uFEFF{}"), Gen.String, OddValues.Select(value => value?.ToJsonString() ?? "null"));

    /// <summary>What may be sent to an endpoint that binds this type; null for one that reads the body itself, or has none.</summary>
    public static Gen<string> For(Type? type) => type is null ? NoBodies : Gen.Frequency(
        (1, NoBodies),
        (12, Gen.Select(Skeleton(type, "", 0), Faults).Select((body, faults) => Spoiled(body, faults))));

    static Gen<JsonNode?> Skeleton(Type declared, string name, int depth)
    {
        var type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (type == typeof(string))
            return Words(name).Select(text => (JsonNode?)text);
        if (type == typeof(Guid))
            return name is "commandId" or "id" ? Gen.Guid.Select(id => (JsonNode?)id.ToString()) : Ids.Select(id => (JsonNode?)id);
        if (type == typeof(int))
            return name == "baseVersion" ? Gen.Const(() => (JsonNode?)"{version}") : Gen.Int[1, 5].Select(n => (JsonNode?)n);
        if (type == typeof(decimal))
            return Gen.Int[0, 100_000].Select(n => (JsonNode?)(n / 100m));
        if (type == typeof(bool))
            return Gen.Bool.Select(b => (JsonNode?)b);
        if (type == typeof(DateOnly))
            return Gen.OneOfConst("2026-11-16", "2026-11-17").Select(day => (JsonNode?)day);
        if (type == typeof(DateTimeOffset))
            return Gen.OneOfConst("2026-11-16T00:30:00Z", "2026-11-15T23:00:00+08:00").Select(instant => (JsonNode?)instant);
        if (type == typeof(AreaCode))
            return Gen.OneOfConst("340803100204", "340803100000").Select(code => (JsonNode?)code);
        if (type == typeof(JsonElement))
            return OddValues;
        if (type.IsEnum)
            return Gen.OneOfConst(Enum.GetNames(type)).Select(word => (JsonNode?)word);
        if (depth > Deepest)
            return Gen.Const(() => (JsonNode?)null);
        if (type.IsGenericType && type.GetGenericArguments() is [_, var value])
            return Skeleton(value, "", depth + 1).Select(node => (JsonNode?)new JsonObject { ["2031"] = node?.DeepClone() });
        if (type.IsGenericType && type.GetGenericArguments() is [var item])
            return Skeleton(item, name, depth + 1).Array[name is "parties" or "channels" or "fields" or "attendeeIds" ? 1 : 0, 3].Select(nodes => (JsonNode?)new JsonArray([.. nodes.Select(n => n?.DeepClone())]));
        return Whole(type, depth);
    }

    static Gen<string> Words(string name) => name switch
    {
        "subtype" => Gen.OneOfConst("1202", "0201"),
        "fields" => Gen.OneOfConst("idNumber", "phone", "subject", "summary", "parties.{party0}"),
        "field" => Gen.OneOfConst("subject", "type", "receivedAt", "amount", "risks", "parties.{party1}.phone", "parties.{party0}.name", "peopleInvolved", "performedBy"),
        "gender" => Gen.OneOfConst("F", "M"),
        _ => Gen.OneOfConst("核实后登记", "110105194912310021"),
    };

    static Gen<JsonNode?> Whole(Type type, int depth)
    {
        var body = Gen.Const(() => new JsonObject());
        foreach (var property in type.GetProperties().Where(p => p.GetCustomAttribute<JsonIgnoreAttribute>() is null && p.CanWrite))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            // What may be left out is left out now and then; alternatives are seldom both given.
            var given = SeldomGiven.Contains(name) ? 2 : 38;
            var value = Gen.Frequency((given, Skeleton(property.PropertyType, name, depth + 1)), (40 - given, Gen.Const(() => (JsonNode?)null)));
            body = Gen.Select(body, value, (whole, part) => new JsonObject([.. whole.Select(p => KeyValuePair.Create(p.Key, p.Value?.DeepClone())), KeyValuePair.Create(name, part?.DeepClone())]));
        }
        return body.Select(whole => (JsonNode?)whole);
    }

    static string Spoiled(JsonNode? skeleton, (int Slot, int How, JsonNode? Odd)[] faults)
    {
        var body = skeleton!.DeepClone();
        foreach (var (slot, how, odd) in faults)
        {
            var slots = Slots(body).ToList();
            if (slots.Count == 0)
                continue;
            var (holder, key) = slots[slot % slots.Count];
            if (holder is JsonObject fields)
            {
                fields.Remove((string)key);
                if (how > 2)
                    fields[how == 3 ? $"{key}X" : (string)key] = odd?.DeepClone();
            }
            else if (holder is JsonArray items)
            {
                items[(int)key] = odd?.DeepClone();
                for (var more = 0; how == 9 && more < 1_000; more++)
                    items.Add(odd?.DeepClone());
            }
        }
        return body.ToJsonString();
    }

    static IEnumerable<(JsonNode Holder, object Key)> Slots(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(f => Slots(f.Value).Prepend((fields, f.Key))),
        JsonArray items => items.SelectMany((item, index) => Slots(item).Prepend((items, index))),
        _ => [],
    };

    static JsonArray Nested(int depth)
    {
        var outer = new JsonArray();
        for (var level = 0; level < Math.Min(depth, 60); level++)
            outer = new JsonArray(outer);
        return outer;
    }
}
