using System.Buffers;
using System.Diagnostics;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Mediation.Core.Data;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;

namespace Mediation.Api.Telemetry;

/// <summary>
/// One line of JSON for each event, with the trace that a problem answer names. No scopes, for they hold addresses; of a failure its kind and place, and its
/// sentence only where that quotes nobody.
/// </summary>
sealed class JsonLines() : ConsoleFormatter(FormatName)
{
    public const string FormatName = "mediation";

    const int Deepest = 5;

    // It goes to a terminal or a collector, never into a page.
    static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("at", TimeProvider.System.GetUtcNow());
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("category", logEntry.Category);
            if (Activity.Current is { } activity)
                json.WriteString("trace", activity.TraceId.ToString());
            json.WriteString("message", logEntry.Formatter(logEntry.State, null));
            Values(json, logEntry.State as IReadOnlyList<KeyValuePair<string, object?>>);
            Failures(json, logEntry.Exception);
            json.WriteEndObject();
        }
        textWriter.WriteLine(Encoding.UTF8.GetString(buffer.WrittenSpan));
    }

    static void Values(Utf8JsonWriter json, IReadOnlyList<KeyValuePair<string, object?>>? values)
    {
        json.WriteStartObject("values");
        foreach (var (name, value) in values ?? [])
            json.WriteString(name is "{OriginalFormat}" ? "template" : name, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
    }

    static void Failures(Utf8JsonWriter json, Exception? failure)
    {
        if (failure is null)
            return;
        json.WriteStartArray("failures");
        for (var depth = 0; failure is not null && depth < Deepest; failure = failure.InnerException, depth++)
        {
            json.WriteStartObject();
            json.WriteString("type", failure.GetType().FullName);
            if (FailureText.Of(failure) is { } text)
                json.WriteString("text", text);
            json.WriteString("stack", failure.StackTrace);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
