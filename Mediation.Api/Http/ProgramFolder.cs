using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;

namespace Mediation.Api.Http;

/// <summary>The folder that the program lies in. Its appsettings.json counts wherever the program is started from, behind everything else that is said.</summary>
static class ProgramFolder
{
    public static void AddProgramFolder(this ConfigurationManager configuration) => configuration.Sources.Insert(0, new JsonConfigurationSource
    {
        Path = "appsettings.json", Optional = true, FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory),
    });
}
