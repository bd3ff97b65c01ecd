using Scalar.AspNetCore;

namespace Mediation.Api.Http;

/// <summary>The description of the API for machines, and the page that shows it to people.</summary>
static class OpenApiSetup
{
    /// <summary>What the page may load: itself. Nothing of a district's network goes out because somebody reads the manual.</summary>
    const string OwnOnly =
        "default-src 'none'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
        + "connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static IServiceCollection AddDescription(this IServiceCollection services) => services.AddOpenApi(options => options
        .AddSchemaTransformer(OpenApiSchemas.SayThatInstantsAreText)
        .AddOperationTransformer(OpenApiOperations.Describe)
        .AddDocumentTransformer(OpenApiSchemas.Complete)
        .AddDocumentTransformer(OpenApiHead.Write)
        .AddDocumentTransformer(OpenApiExamples.Fill));

    public static void MapDescription(this WebApplication app)
    {
        app.MapOpenApi();
        app.MapScalarApiReference("/docs", (options, context) =>
        {
            context.Response.Headers.ContentSecurityPolicy = OwnOnly;
            Show(options);
        });
    }

    static void Show(ScalarOptions options) => options
        .WithTitle("Mediation API")
        .WithTheme(ScalarTheme.Default)
        .WithDynamicBaseServerUrl()
        .WithOperationTitleSource(OperationTitleSource.Path)
        .DisableDefaultFonts()
        .DisableTelemetry()
        .DisableAgent()
        .DisableMcp()
        .HideClientButton()
        .HideDeveloperTools()
        .WithDefaultHttpClient(ScalarTarget.Shell, ScalarClient.Curl)
        .AddPreferredSecuritySchemes(OpenApiHead.Cookie);
}
