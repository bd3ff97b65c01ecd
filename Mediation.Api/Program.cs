using Mediation.Api.Endpoints;
using Mediation.Api.Http;
using Mediation.Api.Jobs;
using Mediation.Api.Seeding;
using Mediation.Api.Telemetry;
using Mediation.Api.Verbs;

if (await VerbTable.Ran(args))
    return;

// Nothing here is read again while it runs; watching the folder would wake up with every write to a database in it.
var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false", .. VerbTable.HostArguments(args)]);
if (!OpenApiBuild.IsRunning)
    builder.Services.AddSingleton<StartUp>().AddHostedService(services => services.GetRequiredService<StartUp>()).AddHostedService<DatabaseWatch>()
        .AddHostedService<LimitWatch>().AddHostedService<JournalHeadsExport>().AddHostedService<FileSweep>()
        .AddHostedService<ReportEntriesFill>().AddHostedService<OversightFill>().AddHostedService<ReportChase>().AddHostedService<SupervisionWatch>().AddHostedService<ExportRunner>()
        .AddHostedService<BackupSchedule>();
builder.AddApi();
builder.AddTelemetry();
builder.Services.AddSingleton<SeedRun>();
builder.Services.AddDescription();
builder.Services.AddHealth();

var app = builder.Build();
app.UseApi();
app.UseMetrics();
app.MapSession();
app.MapAccounts();
app.MapDisputes();
app.MapHandovers();
app.MapPapers();
app.MapUploads();
app.MapDossiers();
app.MapCentre();
app.MapMonthlyReports();
app.MapJusticeReturns();
app.MapExports();
app.MapEvents();
app.MapSupervision();
app.MapMeetings();
app.MapTrainings();
app.MapStability();
app.MapScores();
app.MapScreening();
app.MapPlans();
app.MapFrontDesk();
app.MapOrganisations();
app.MapMediators();
app.MapDevices();
app.MapSync();
app.MapReference();
app.MapRules();
app.MapAreas();
app.MapCalendar();
app.MapHealth();
app.MapDescription();
if (await app.Opened())
    app.Run();
