using Mediation.Core.Data;
using Microsoft.Extensions.Logging.Console;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Mediation.Api.Telemetry;

/// <summary>How the service is observed: lines of JSON, numbers for Prometheus, and traces where a collector is named.</summary>
static class TelemetrySetup
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment())
            builder.Logging.AddConsole(console => console.FormatterName = JsonLines.FormatName)
                .AddConsoleFormatter<JsonLines, ConsoleFormatterOptions>()
                // Its lines for each request quote the query, and people search for names. In code, for a folder started from elsewhere reads no appsettings.
                .AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        builder.Services.AddSingleton<DatabaseGauges>();
        var telemetry = builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("mediation"))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddMeter([DataMeter.Name, DatabaseGauges.Name, "System.Runtime", .. DataMeter.Drivers])
                .AddPrometheusExporter());
        // The standard's own variables say where, how, and how many.
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 } || builder.Configuration["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] is { Length: > 0 })
            telemetry.WithTracing(traces => traces.AddAspNetCoreInstrumentation().AddSource([.. DataMeter.Drivers]).AddOtlpExporter());
    }

    /// <summary>After sign-in, for an administrator may ask from elsewhere.</summary>
    public static void UseMetrics(this WebApplication app)
    {
        app.UseMiddleware<MetricsDoor>();
        app.MapPrometheusScrapingEndpoint(MetricsDoor.Path).WithMetadata(new MetricsDoor.Numbers()).ExcludeFromDescription();
    }
}
