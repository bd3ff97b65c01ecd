using Microsoft.OpenApi;

namespace Mediation.Api.Http;

/// <summary>The one form of every failure (RFC 9457 and our own members).</summary>
static class OpenApiProblem
{
    public static OpenApiSchema Schema() => new()
    {
        Type = JsonSchemaType.Object,
        Description = "A failure. Branch on `code`; the sentences may change.",
        Required = new HashSet<string> { "title", "status", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = Text("A page about this kind of failure."),
            ["title"] = Text("A sentence for people."),
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The HTTP status." },
            ["code"] = Text("What a client branches on, for example `dispute.stale`."),
            ["errors"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Object, Description = "What is wrong, by field: `parties[0].name`.",
                AdditionalProperties = new OpenApiSchema { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
            },
            ["rule"] = Text("The rule that forbids it, or its statute: `人民调解法 23`."),
            ["current"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "With a stale version: the thing as it is now." },
            ["rows"] = new OpenApiSchema { Type = JsonSchemaType.Array, Description = "The refused lines of an import, the first 1,000.", Items = Row() },
            ["total"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "How many lines were refused." },
            ["traceId"] = Text("To be told to whoever runs the service."),
        },
    };

    static OpenApiSchema Row() => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "line", "field", "code" },
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["line"] = new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int32", Description = "The header is line 1." },
            ["field"] = Text("The column."),
            ["code"] = Text("Why."),
        },
    };

    static OpenApiSchema Text(string description) => new() { Type = JsonSchemaType.String, Description = description };
}
