using Mediation.Core.Domain.Areas;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Mediation.Api.Http;

/// <summary>What the types alone do not say: the area code's digits, that an enum is a string, and what the validators demand of a body.</summary>
static class OpenApiSchemas
{
    const string Sometimes = "Required where other fields ask for it.";

    // Our own converter writes instants, and of its output the serializer knows nothing.
    public static Task SayThatInstantsAreText(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = context.JsonPropertyInfo?.PropertyType ?? context.JsonTypeInfo.Type;
        if (type == typeof(DateTimeOffset))
            schema.Type = JsonSchemaType.String;
        else if (type == typeof(DateTimeOffset?))
            schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
        return Task.CompletedTask;
    }

    public static Task Complete(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        var schemas = document.Components!.Schemas!;
        foreach (var schema in schemas.Values.OfType<OpenApiSchema>().Where(schema => schema.Enum?.Count > 0))
            schema.Type = JsonSchemaType.String;
        if (schemas.TryGetValue(nameof(AreaCode), out var code) && code is OpenApiSchema area)
            (area.Type, area.Pattern) = (JsonSchemaType.String, OpenApiParameters.AreaPattern);

        using var scope = context.ApplicationServices.CreateScope();
        var bodies = context.DescriptionGroups.SelectMany(group => group.Items).Select(item => new OpenApiEndpoint(item)).Where(e => e.TakesJson);
        foreach (var demands in bodies.SelectMany(body => BodyDemands.Of(body.Request!, scope.ServiceProvider)).GroupBy(demand => demand.Holder))
            if (schemas.TryGetValue(demands.Key.Name, out var found) && found is OpenApiSchema schema)
                Demand(schema, [.. demands]);
        return Task.CompletedTask;
    }

    static void Demand(OpenApiSchema schema, IReadOnlyList<BodyDemand> demands)
    {
        // What a record's constructor takes is not what a body must hold: the validators alone say that.
        schema.Required = null;
        foreach (var demand in demands)
            if (schema.Properties?.TryGetValue(demand.Property, out var property) == true)
                Demand(schema, demand, property);
    }

    static void Demand(OpenApiSchema schema, BodyDemand demand, IOpenApiSchema property)
    {
        if (demand.Required)
        {
            (schema.Required ??= new HashSet<string>()).Add(demand.Property);
            property = schema.Properties![demand.Property] = NotNull(property);
        }
        if (property is not OpenApiSchema own)
            return;
        if (demand.Sometimes)
            own.Description = $"{own.Description} {Sometimes}".Trim();
        if (own.Type?.HasFlag(JsonSchemaType.String) == true && own.Format is null)
            (own.MinLength, own.MaxLength, own.Pattern) = (demand.Shortest ?? own.MinLength, demand.Longest ?? own.MaxLength, demand.Pattern ?? own.Pattern);
        if (demand.Least is not null)
            (own.Minimum, own.Maximum) = (demand.Least, demand.Most);
    }

    static IOpenApiSchema NotNull(IOpenApiSchema property)
    {
        if (property is not OpenApiSchema schema)
            return property;
        schema.Type &= ~JsonSchemaType.Null;
        return schema.OneOf?.FirstOrDefault(one => one.Type != JsonSchemaType.Null) ?? schema;
    }
}
