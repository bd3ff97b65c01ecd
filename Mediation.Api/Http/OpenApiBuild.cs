using System.Reflection;

namespace Mediation.Api.Http;

/// <summary>The build runs this program once to write openapi.json; then no database is started.</summary>
static class OpenApiBuild
{
    public static bool IsRunning => Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";
}
