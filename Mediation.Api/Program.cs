using Mediation.Api;
using Mediation.Api.Endpoints;
using Mediation.Api.Http;
using Mediation.Api.Jobs;
using Mediation.Api.Seeding;
using Scalar.AspNetCore;

if (await Verbs.Ran(args))
    return;

var builder = WebApplication.CreateBuilder(args);
if (!OpenApiBuild.IsRunning)
    builder.Services.AddHostedService<StartUp>().AddHostedService<LimitWatch>();
builder.AddApi();
builder.Services.AddSingleton<SeedRun>();
builder.Services.AddOpenApi();

var app = builder.Build();
app.UseApi();
app.MapSession();
app.MapDisputes();
app.MapHandovers();
app.MapCentre();
app.MapOrganisations();
app.MapMediators();
app.MapReference();
app.MapAreas();
app.MapCalendar();
app.MapOpenApi();
app.MapScalarApiReference("/docs");
app.Run();
