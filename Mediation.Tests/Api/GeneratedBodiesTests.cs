using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CsCheck;
using Mediation.Tests.Support;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Generated bodies at every write endpoint there is: never a 5xx, always a problem with a code, and what is refused leaves no trace.</summary>
sealed partial class GeneratedBodiesTests(string kind) : ApiTest(kind)
{
    const ulong Seed = 20_261_116;
    const int PerEndpoint = 16;

    static readonly string[] Users = ["village", "village", "town", "district"];
    static readonly HttpMethod[] Safe = [HttpMethod.Get, HttpMethod.Head, HttpMethod.Options];

    // It looks at all rows, and some of what it sends is taken.
    protected override bool OwnServer => true;

    [Test]
    public async Task No_body_breaks_anything()
    {
        TestContext.Out.WriteLine($"seed {Seed}");
        var chance = new PCG(7, Seed);
        var (endpoints, answers) = (WriteEndpoints(), new SortedDictionary<int, int>());
        Assert.That(endpoints.Select(e => e.Path), Has.Some.EndsWith("/escalation").And.Some.EndsWith("/import").And.Some.StartsWith("/api/session"));
        var (rows, targets) = (await RowCounts.Of(App), new JsonNode?[4]);
        foreach (var endpoint in endpoints)
        {
            var bodies = GeneratedBodies.For(endpoint.Body);
            for (var turn = 0; turn < PerEndpoint; turn++)
            {
                if (targets[turn % targets.Length] is not { } target)
                {
                    targets[turn % targets.Length] = target = await Target(turn);
                    rows = await RowCounts.Of(App);
                }
                var body = Filled(bodies.Generate(chance, null, out _), target);
                var client = await SignIn(Users[turn % Users.Length]);
                var reply = await client.Send(endpoint.Method, Addressed(endpoint.Path, target), new StringContent(body, Encoding.UTF8, endpoint.Body is null ? "text/csv" : "application/json"));
                var told = $"{endpoint.Method} {endpoint.Path}, turn {turn}\n{body}\n{reply.Text}";
                AssertAnswer(reply, told);
                var after = await RowCounts.Of(App);
                if ((int)reply.Status >= 400)
                    Assert.That(after, Is.EqualTo(rows), told);
                else
                    targets[turn % targets.Length] = null;
                rows = after;
                answers[(int)reply.Status] = answers.GetValueOrDefault((int)reply.Status) + 1;
            }
        }
        TestContext.Out.WriteLine(string.Join(", ", answers.Select(a => $"{a.Key}: {a.Value}")));
        Assert.That(answers.Keys, Is.SupersetOf(new[] { 200, 400, 422 }), "The bodies are neither all good nor all bad.");
    }

    static void AssertAnswer(Reply reply, string told)
    {
        Assert.That((int)reply.Status, Is.LessThan(500), told);
        if ((int)reply.Status < 400)
            return;
        Assert.That(reply.ContentType, Is.EqualTo("application/problem+json"), told);
        Assert.That(reply.Code, Is.Not.Null.And.Not.Empty, told);
    }

    List<(HttpMethod Method, string Path, Type? Body)> WriteEndpoints() =>
        [.. from endpoint in App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []
            let verb = new HttpMethod(method)
            where !Safe.Contains(verb) && endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal) && verb != HttpMethod.Delete
            orderby endpoint.RoutePattern.RawText, method
            let accepted = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()
            select (verb, endpoint.RoutePattern.RawText!, accepted?.ContentTypes.Contains("application/json") == true ? accepted.RequestType : null)];

    /// <summary>A dispute in one of the states from which most can be tried.</summary>
    async Task<JsonNode> Target(int turn)
    {
        var village = await SignIn("village");
        return (turn % 4) switch
        {
            0 => await GivenDispute(village),
            1 => await GivenAcceptedDispute(village),
            2 => await GivenAgreedDispute(village),
            _ => await GivenEscalatedDispute(village),
        };
    }

    static string Addressed(string path, JsonNode target) => Parameter().Replace(path, match => match.Groups[1].Value switch
    {
        // Registering takes an id that is new; everything else is tried on something that is there.
        "disputeId" when path.EndsWith('}') => Guid.NewGuid().ToString(),
        "disputeId" => IdOf(target).ToString(),
        "handoverId" => (string?)target["handovers"]!.AsArray().LastOrDefault()?["id"] ?? Guid.NewGuid().ToString(),
        _ => Guid.NewGuid().ToString(),
    });

    static string Filled(string body, JsonNode target)
    {
        var parties = PartiesOf(target);
        return body
            .Replace("\"{version}\"", VersionOf(target).ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{party0}", parties[0].ToString(), StringComparison.Ordinal).Replace("{party1}", parties[1].ToString(), StringComparison.Ordinal)
            .Replace("{organisation}", (string)target["responsible"]!["id"]!, StringComparison.Ordinal)
            .Replace("{mediator}", (string?)target["cases"]!.AsArray().LastOrDefault()?["host"]?["id"] ?? Guid.Empty.ToString(), StringComparison.Ordinal)
            .Replace("{obligation}", (string?)target["cases"]!.AsArray().LastOrDefault()?["agreement"]?["obligations"]?[0]?["id"] ?? Guid.Empty.ToString(), StringComparison.Ordinal)
            .Replace("{survivor}", IdOf(target).ToString(), StringComparison.Ordinal).Replace("{dispute}", IdOf(target).ToString(), StringComparison.Ordinal)
            .Replace("{half}", "\\ud83d", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\{(\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
