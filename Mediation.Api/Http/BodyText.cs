using System.Runtime.InteropServices;
using System.Text.Json;

namespace Mediation.Api.Http;

/// <summary>What no text of any body may hold: NUL and control characters, halves of surrogate pairs; and no list has a hole.</summary>
static class BodyText
{
    public static void Check(JsonElement element, string path = "")
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                    Check(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}");
                break;
            case JsonValueKind.Array:
                foreach (var (item, index) in element.EnumerateArray().Select((item, index) => (item, index)))
                {
                    if (item.ValueKind == JsonValueKind.Null)
                        throw Refused("body.null-item", "null is no item of a list.", $"{path}[{index}]");
                    Check(item, $"{path}[{index}]");
                }
                break;
            case JsonValueKind.String:
                if (HasUnpairedSurrogate(JsonMarshal.GetRawUtf8Value(element)))
                    throw Refused("text.unpaired-surrogate", "The text holds half a character.", path);
                CheckText(element.GetString()!, path);
                break;
            default:
                break;
        }
    }

    public static void CheckText(string text, string path)
    {
        foreach (var c in text)
        {
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
                throw Refused("text.control-character", "The text holds a control character.", path);
            if (c is '\uFFFE' or '\uFFFF')
                throw Refused("text.no-character", "The text holds what Unicode says is no character.", path);
        }
    }

    /// <summary>Half a character in a name: the parser stumbles over it, so it is looked for before.</summary>
    public static void CheckNames(ReadOnlySpan<byte> json, int? depth = null)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = depth ?? Json.Reading.MaxDepth });
        while (reader.Read())
            if (reader.TokenType == JsonTokenType.PropertyName && HasUnpairedSurrogate(reader.ValueSpan))
                throw new RequestException(StatusCodes.Status400BadRequest, "text.unpaired-surrogate", "A name holds half a character.");
    }

    /// <summary>Looks at \uD800-\uDFFF escapes only: raw bytes were checked as UTF-8 before.</summary>
    static bool HasUnpairedSurrogate(ReadOnlySpan<byte> raw)
    {
        var high = false;
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] != '\\')
            {
                if (high)
                    return true;
                continue;
            }
            var isUnicode = raw[i + 1] == 'u';
            var kind = isUnicode && (raw[i + 2] | 0x20) == 'd' ? (raw[i + 3] | 0x20) : 0;
            var (isHigh, isLow) = (kind is '8' or '9' or 'a' or 'b', kind is >= 'c' and <= 'f');
            if (high != isLow)
                return true;
            high = isHigh;
            i += isUnicode ? 5 : 1;
        }
        return high;
    }

    static RequestException Refused(string code, string message, string path) => new(StatusCodes.Status400BadRequest, code, message, path);
}
