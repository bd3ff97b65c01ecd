using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mediation.Api.Http;

/// <summary>
/// The examples of the document, from the files in OpenApi/: requests by the name of the operation, answers by the name of their schema,
/// problems by their status.
/// </summary>
static class OpenApiExamples
{
    static readonly Lazy<JsonObject> Requests = new(() => Read("requests"));
    static readonly Lazy<JsonObject> Answers = new(() => Read("answers"));
    static readonly Lazy<JsonObject> Failures = new(() => Read("problems"));

    public static IDictionary<string, IOpenApiExample> OfProblem(int status) =>
        Failures.Value[status.ToString(CultureInfo.InvariantCulture)]!.AsObject().ToDictionary(
            told => told.Key, told => (IOpenApiExample)new OpenApiExample { Value = told.Value!.DeepClone() });

    public static Task Fill(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        document.Components!.Examples = Answers.Value.Where(answer => document.Components.Schemas!.ContainsKey(answer.Key))
            .ToDictionary(answer => answer.Key, answer => (IOpenApiExample)new OpenApiExample { Value = answer.Value!.DeepClone() });
        foreach (var operation in document.Paths.Values.SelectMany(path => path.Operations!.Values))
        {
            foreach (var body in operation.RequestBody?.Content?.Values ?? [])
                body.Example = Requests.Value[operation.OperationId!]?.DeepClone();
            foreach (var answer in (operation.Responses ?? []).Values.OfType<OpenApiResponse>())
                Fill(answer, document);
        }
        return Task.CompletedTask;
    }

    static void Fill(OpenApiResponse answer, OpenApiDocument document)
    {
        foreach (var content in answer.Content?.Values ?? [])
            if (content.Schema is OpenApiSchemaReference { Reference.Id: { } id } && Answers.Value.ContainsKey(id))
                content.Examples = new Dictionary<string, IOpenApiExample> { [id] = new OpenApiExampleReference(id, document) };
    }

    static JsonObject Read(string name)
    {
        using var stream = typeof(OpenApiExamples).Assembly.GetManifestResourceStream($"OpenApi.{name}.json")!;
        return JsonNode.Parse(stream)!.AsObject();
    }
}
