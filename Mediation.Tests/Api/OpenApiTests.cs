using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Mediation.Tests.Support;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The document against the running service: all of it is described, and what is described is so.</summary>
sealed partial class OpenApiTests(string kind) : ApiTest(kind)
{
    static readonly string[] Users = ["village", "town", "district", "admin", "justice"];

    // The examples are really sent: imports and years included.
    protected override bool OwnServer => true;

    static IEnumerable<OpenApiOperationText> WithJson => OpenApiFile.Operations().Where(operation => operation.JsonBody is not null);

    static IEnumerable<OpenApiOperationText> WithText => OpenApiFile.Operations().Where(operation => operation.Json["requestBody"]?["content"]?["text/csv"] is not null);

    [Test]
    public async Task The_committed_document_is_what_the_service_serves()
    {
        using var client = App.Anonymous();
        var served = (await client.Get("/openapi/v1.json")).Expect(HttpStatusCode.OK);

        Assert.That(JsonNode.DeepEquals(served, OpenApiFile.Read()), Is.True, "Build Mediation.Api and commit the openapi.json that it writes.");
    }

    [Test]
    public void Every_endpoint_is_in_the_document()
    {
        var described = OpenApiFile.Operations().Select(operation => $"{operation.Method} {operation.Path}");
        var mapped = App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Where(IsForClients)
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()!.HttpMethods, (endpoint, method) => $"{method} {PathOf(endpoint)}");

        Assert.That(described, Is.EquivalentTo(mapped));
    }

    [TestCaseSource(nameof(WithJson))]
    public async Task The_example_of_a_body_is_understood_and_refused_for_its_state_at_most(OpenApiOperationText operation)
    {
        var reply = await Send(operation, operation.JsonBody!["example"]!);

        Assert.That(reply.Status, Is.AnyOf(HttpStatusCode.OK, HttpStatusCode.Created, HttpStatusCode.Unauthorized, HttpStatusCode.NotFound,
            HttpStatusCode.Conflict, HttpStatusCode.UnprocessableEntity), reply.Text);
    }

    [TestCaseSource(nameof(WithText))]
    public async Task The_example_of_a_file_is_taken(OpenApiOperationText operation)
    {
        var client = await SignIn("district");
        var csv = new StringContent((string)operation.Json["requestBody"]!["content"]!["text/csv"]!["example"]!, Encoding.UTF8, "text/csv");

        (await client.Send(new HttpMethod(operation.Method), operation.Path, csv)).Expect(HttpStatusCode.OK);
    }

    [TestCaseSource(nameof(WithJson))]
    public async Task A_body_must_hold_what_the_document_requires_and_nothing_else(OpenApiOperationText operation)
    {
        var example = operation.JsonBody!["example"]!.AsObject();
        var schema = OpenApiFile.Follow(operation.Document, operation.JsonBody["schema"]!);
        var required = (schema["required"]?.AsArray() ?? []).Select(name => (string)name!).ToHashSet();
        foreach (var name in example.Select(property => property.Key).Where(name => !IsSometimes(schema, name)))
        {
            var without = example.DeepClone().AsObject();
            without.Remove(name);
            var reply = await Send(operation, without);

            Assert.That(reply.Status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized, Is.EqualTo(required.Contains(name)), $"{name}: {reply.Text}");
        }
    }

    static bool IsSometimes(JsonNode schema, string name) =>
        ((string?)schema["properties"]![name]!["description"])?.Contains("Required where other fields ask for it.") == true;

    /// <summary>Sent by the first of the users whose role allows it, about things that are not there.</summary>
    async Task<Reply> Send(OpenApiOperationText operation, JsonNode body)
    {
        Reply? reply = null;
        foreach (var user in operation.Id == "SignIn" ? [""] : Users)
        {
            using var anonymous = App.Anonymous();
            var client = user.Length == 0 ? anonymous : await SignIn(user);
            var path = Variable().Replace(operation.Path, _ => Guid.CreateVersion7().ToString());
            reply = await client.Send(new HttpMethod(operation.Method), path, new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"));
            if (reply.Status != HttpStatusCode.Forbidden)
                break;
        }
        return reply!;
    }

    static bool IsForClients(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal)
        || endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>() is not { ExcludeFromDescription: true };

    static string PathOf(RouteEndpoint endpoint) => Constraint().Replace(endpoint.RoutePattern.RawText!.TrimEnd('/'), "}");

    [GeneratedRegex(@":\w+\}")]
    private static partial Regex Constraint();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Variable();
}
