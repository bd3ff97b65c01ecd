using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Mediation.Core.Data;

namespace Mediation.Api.Http;

/// <summary>JSON over HTTP: camelCase, enums by name, numbers as numbers, Chinese as it is written.</summary>
static class Json
{
    public static readonly JsonDocumentOptions Reading = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static readonly JsonSerializerOptions Options = Configure(new JsonSerializerOptions(JsonSerializerDefaults.Web));

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.NumberHandling = JsonNumberHandling.Strict;
        options.MaxDepth = 32;
        // The default encoder escapes every Chinese character and sends half as many bytes again; nothing here is put into HTML.
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
        options.Converters.Add(new AreaCodeJson());
        options.Converters.Add(new InstantJson());
        return options;
    }
}
