using System.Globalization;
using System.Threading.RateLimiting;
using Mediation.Api.Jobs;
using Mediation.Core;
using Mediation.Core.Data;
using Mediation.Core.Features.Dossier;
using Mediation.Core.Features.Exports;
using Mediation.Core.Messaging;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.RateLimiting;

namespace Mediation.Api.Http;

/// <summary>How HTTP is set up: JSON, failures, sign-in, limits.</summary>
static class ApiSetup
{
    public const string SignInLimit = "sign-in";
    public const string SyncLimit = "sync";

    public static void AddApi(this WebApplicationBuilder builder)
    {
        builder.Configuration.AddProgramFolder();
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddMediation(provider => ConnectionString(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(provider => new PaperFolders(
            Path.Combine(AppContext.BaseDirectory, "seeds", "papers"), provider.GetRequiredService<IConfiguration>()["Papers:Folder"]));
        services.AddSingleton(new VaultSettings(
            builder.Configuration["Attachments:Folder"], builder.Environment.ContentRootPath, builder.Configuration.GetValue("Attachments:MaxBytes", Limits.Attachment))
        {
            Erasures = builder.Configuration["Erasures:Folder"],
        });
        services.AddSingleton(provider => new DeviceSettings(provider.GetRequiredService<IConfiguration>().GetValue("Devices:SilentDays", 3)));
        services.AddSingleton(provider => ExportSettingsOf(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<BodyDigest>();
        services.AddSingleton<SyncRunner>();
        services.AddSingleton<DisputeImport>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<EventStream>();
        services.AddSingleton<JobTurns>();
        services.ConfigureHttpJsonOptions(options => Json.Configure(options.SerializerOptions));
        // Outside Development a value that does not bind would be answered with an empty 400.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.AddExceptionHandler<Problems>();
        services.AddProblemDetails(options => options.CustomizeProblemDetails = context => context.ProblemDetails.Extensions.TryAdd(
            "code", $"http.{(context.ProblemDetails.Status ?? 500).ToString(CultureInfo.InvariantCulture)}"));
        services.AddDataProtection().SetApplicationName("mediation");
        services.AddSingleton<KeyRing>();
        if (!OpenApiBuild.IsRunning)
            services.AddOptions<KeyManagementOptions>().Configure<KeyRing>((options, ring) => options.XmlRepository = ring);
        services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(options => CookieSession.Configure(options, builder));
        services.AddOptions<CookieAuthenticationOptions>(CookieAuthenticationDefaults.AuthenticationScheme).PostConfigure<TimeProvider>(
            (options, clock) => options.TicketDataFormat = new RememberedTickets(options.TicketDataFormat, clock));
        services.AddAuthorization();
        services.AddRateLimiter(options => Limit(options, builder.Configuration));
        builder.AddLimits();
    }

    public static void UseApi(this WebApplication app)
    {
        app.UseMiddleware<ServerTiming>();
        app.UseTrustedProxies();
        app.UseMiddleware<PrivateAnswers>();
        app.UseExceptionHandler();
        app.UseClient();
        app.UseStatusCodePages();
        app.UseMiddleware<Csrf>();
        app.UseMiddleware<QueryCheck>();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<DeviceContact>();
        app.UseMiddleware<SlowLines>();
        app.UseMiddleware<StandbyReads>();
    }

    public static string ConnectionString(IConfiguration configuration) => configuration.GetConnectionString("Mediation") ?? "Data Source=mediation.db";

    static ExportSettings ExportSettingsOf(IConfiguration configuration) => new(
        TimeSpan.FromSeconds(configuration.GetValue("Exports:LookSeconds", 2)), TimeSpan.FromSeconds(configuration.GetValue("Exports:LeaseSeconds", 120)),
        configuration.GetValue("Exports:KeepDays", 7));

    static void Limit(RateLimiterOptions options, IConfiguration configuration)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.OnRejected = (context, _) =>
        {
            context.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        options.AddPolicy(SignInLimit, context => RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = configuration.GetValue("SignIn:TriesPerMinute", 120), Window = TimeSpan.FromMinutes(1),
            }));
        // A tablet that sends without end is broken; another one behind the same address is not.
        options.AddPolicy(SyncLimit, context => RateLimitPartition.GetFixedWindowLimiter(
            $"{context.Connection.RemoteIpAddress} {context.Request.Headers[DeviceContact.Header]}", _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = configuration.GetValue("Sync:BatchesPerMinute", 240), Window = TimeSpan.FromMinutes(1),
            }));
    }
}
