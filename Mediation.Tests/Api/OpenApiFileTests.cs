using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The committed document, read as a client developer reads it.</summary>
sealed class OpenApiFileTests
{
    static IReadOnlyList<OpenApiOperationText> Operations => OpenApiFile.Operations();

    [TestCaseSource(nameof(Operations))]
    public void Every_operation_says_what_it_does_and_to_which_chapter_it_belongs(OpenApiOperationText operation)
    {
        var chapter = operation.Document["tags"]!.AsArray().Single(tag => (string?)tag!["name"] == (string?)operation.Json["tags"]!.AsArray().Single());

        Assert.That((string?)operation.Json["summary"], Is.Not.Null.And.Not.Empty);
        Assert.That((string?)chapter!["description"], Does.EndWith("."));
        Assert.That(operation.Parameters.Where(parameter => parameter["description"] is null).Select(parameter => (string?)parameter["name"]), Is.Empty);
    }

    [TestCaseSource(nameof(Operations))]
    public void Every_body_and_every_answer_has_an_example_that_fits_its_schema(OpenApiOperationText operation)
    {
        var contents = operation.JsonAnswers.Select(answer => answer.Content).Concat(operation.JsonBody is { } body ? [body] : []);
        foreach (var content in contents)
        {
            var example = content["example"] ?? (content["examples"] is JsonObject shown ? OpenApiFile.Follow(operation.Document, shown.First().Value!)["value"] : null);

            Assert.That(example, Is.Not.Null, $"Give an example of {content["schema"]!.ToJsonString()} in Mediation.Api/OpenApi.");
            Assert.That(SchemaCheck.Faults(operation.Document, content["schema"]!, example, operation.Id), Is.Empty);
        }
    }

    [TestCaseSource(nameof(Operations))]
    public void Every_body_that_is_no_json_has_an_example_too(OpenApiOperationText operation) => Assert.That(
        (operation.Json["requestBody"]?["content"]?.AsObject() ?? []).Where(content => content.Value!["example"] is null).Select(content => content.Key), Is.Empty);

    [TestCaseSource(nameof(Operations))]
    public void Every_unsafe_operation_asks_for_the_header_of_our_own_client(OpenApiOperationText operation) => Assert.That(
        operation.Parameters.Any(parameter => (string?)parameter["name"] == "X-CSRF" && (string?)parameter["in"] == "header" && (bool)parameter["required"]!),
        Is.EqualTo(operation.IsUnsafe));

    [TestCaseSource(nameof(Operations))]
    public void Every_operation_tells_its_failures_as_problems(OpenApiOperationText operation)
    {
        var failures = operation.Json["responses"]!.AsObject().Where(answer => answer.Key[0] is '4').Select(answer => answer.Value!);
        var needsSignIn = operation.Json["security"] is not null;
        var hasBody = operation.Json["requestBody"] is not null;

        using (Assert.EnterMultipleScope())
        {
            Assert.That(failures.Select(failure => (string?)OpenApiFile.Follow(operation.Document, failure)["content"]!["application/problem+json"]!["schema"]!["$ref"]),
                Is.All.EqualTo("#/components/schemas/Problem"));
            Assert.That(operation.Answers(401), Is.EqualTo(needsSignIn || operation.Id == "SignIn"));
            Assert.That(operation.Answers(403) || !operation.IsUnsafe, Is.True);
            Assert.That(operation.Answers(404) || !operation.Path.Contains("d}"), Is.True);
            Assert.That(operation.Answers(400) || !hasBody, Is.True);
            Assert.That(operation.Answers(413), Is.EqualTo(hasBody || operation.Id == "CreateUpload"));
            Assert.That(operation.Answers(415), Is.EqualTo(operation.JsonBody is not null || operation.Id == "AppendToUpload"));
            Assert.That(operation.Answers(429), Is.EqualTo(operation.Id is "SignIn" or "ChangePassword" or "SendCommands"));
            Assert.That(operation.Path.StartsWith("/api/", StringComparison.Ordinal), Is.EqualTo(needsSignIn || operation.Id is "SignIn" or "SignOut"));
        }
    }

    [Test]
    public void Every_problem_has_examples_that_fit_the_one_schema()
    {
        var document = OpenApiFile.Read();
        foreach (var (name, answer) in document["components"]!["responses"]!.AsObject())
            foreach (var (_, example) in answer!["content"]!["application/problem+json"]!["examples"]!.AsObject())
                Assert.That(SchemaCheck.Faults(document, document["components"]!["schemas"]!["Problem"]!, example!["value"], name), Is.Empty);
    }

    [Test]
    public void Codes_enums_and_amounts_have_the_form_they_have_on_the_wire()
    {
        var schemas = OpenApiFile.Read()["components"]!["schemas"]!;

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)schemas["AreaCode"]!["pattern"], Is.EqualTo("^[1-9][0-9]{11}$"));
            Assert.That(schemas.AsObject().Where(schema => schema.Value!["enum"] is not null).Select(schema => (string?)schema.Value!["type"]), Is.All.EqualTo("string"));
            Assert.That(schemas["RegisterDispute"]!["properties"]!["amount"]!["type"]!.ToJsonString(), Is.EqualTo("""["null","number"]"""));
            Assert.That(schemas["RegisterDispute"]!["required"]!.AsArray().Select(name => (string?)name), Is.EquivalentTo(new[] { "type", "areaCode", "risks", "parties" }));
            Assert.That(schemas["DisputeView"]!["properties"]!["receivedAt"]!["type"]!.ToString(), Is.EqualTo("string"));
        }
    }

    [Test]
    public void Nothing_points_to_a_component_that_is_not_there()
    {
        var document = OpenApiFile.Read();
        foreach (var reference in References(document).Distinct())
            Assert.That(reference.Split('/').Skip(1).Aggregate((JsonNode?)document, (at, name) => at?[name]), Is.Not.Null, reference);
    }

    static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject inner => inner.SelectMany(property => property is { Key: "$ref", Value: JsonValue reference } ? [(string)reference!] : References(property.Value)),
        JsonArray items => items.SelectMany(References),
        _ => [],
    };
}
