using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mediation.Api.Http;

/// <summary>What the document says of each endpoint, read from the endpoint and from the command or query behind it.</summary>
static class OpenApiOperations
{
    public static Task Describe(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var endpoint = new OpenApiEndpoint(context.Description);
        Summarise(operation, endpoint.Request);
        OpenApiParameters.Describe(operation, context.Description);
        if (endpoint.IsUnsafe)
            OpenApiParameters.AddCsrf(operation);
        if (endpoint.Path.StartsWith("api/sync", StringComparison.Ordinal))
            OpenApiParameters.AddDevice(operation);
        if (endpoint.NeedsSignIn)
            operation.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(OpenApiHead.Cookie, context.Document)] = [] }];
        OpenApiErrors.Add(operation, endpoint, context.Document!);
        return Task.CompletedTask;
    }

    // The first sentence is the title; what follows it is read by whoever opens the operation.
    static void Summarise(OpenApiOperation operation, Type? request)
    {
        if (operation.Summary is not null || request is null || OpenApiSentences.Of(request) is not { } text)
            return;
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        operation.Summary = end < 0 ? text : text[..(end + 1)];
        operation.Description ??= end < 0 ? null : text[(end + 2)..];
    }
}
