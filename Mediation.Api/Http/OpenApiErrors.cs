using System.Globalization;
using Microsoft.OpenApi;

namespace Mediation.Api.Http;

/// <summary>Which failures an endpoint can answer with, and what they look like.</summary>
static class OpenApiErrors
{
    const string Problem = "Problem";

    static readonly Dictionary<int, string> Sentences = new()
    {
        [400] = "The request makes no sense: `errors` names the fields, `rows` the lines of an import.",
        [401] = "Nobody is signed in, or the user name or password is not right.",
        [403] = "The role does not allow it, it is another organisation's turn, or the header X-CSRF is missing.",
        [404] = "There is no such thing, or it lies out of scope, which is told alike.",
        [409] = "It was changed in the meantime (`current` is what it is now), or the id is known with other content.",
        [410] = "Its time is over, or it was lawfully erased.",
        [412] = "Another version of the upload protocol than the one that is spoken here.",
        [413] = "The body is too large.",
        [415] = "The body is not of the kind that is taken here.",
        [422] = "A rule forbids it: `rule` names the rule or its statute.",
        [423] = "It is being written to at this moment.",
        [429] = "Too many tries; `Retry-After` says when to try again.",
        [460] = "The bytes are not those that were announced.",
        [503] = "Not at this moment: too much is asked at once, or the database is locked, away, read-only or damaged, as `code` says; `Retry-After` says when to try again.",
        [507] = "The disk is full; what was taken is kept.",
    };

    public static void Add(OpenApiOperation operation, OpenApiEndpoint endpoint, OpenApiDocument document)
    {
        var answers = operation.Responses!;
        var named = answers.Keys.Select(key => int.Parse(key, CultureInfo.InvariantCulture)).Where(status => IsProblem(answers[Key(status)])).ToList();
        foreach (var status in Of(endpoint).Union(named))
            answers[Key(status)] = new OpenApiResponseReference(Name(status), document);
        operation.Responses = [];
        foreach (var (status, answer) in answers.OrderBy(answer => answer.Key, StringComparer.Ordinal))
            operation.Responses[status] = answer;
    }

    /// <summary>The problem and the answers that carry it stand once; operations point to them.</summary>
    public static void Define(OpenApiDocument document)
    {
        var components = document.Components!;
        components.Schemas!.Remove("ProblemDetails");
        components.Schemas.Remove("HttpValidationProblemDetails");
        components.Schemas[Problem] = OpenApiProblem.Schema();
        components.Responses = Sentences.ToDictionary(told => Name(told.Key), told => (IOpenApiResponse)new OpenApiResponse
        {
            Description = told.Value,
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["application/problem+json"] = new()
                {
                    Schema = new OpenApiSchemaReference(Problem, document), Examples = OpenApiExamples.OfProblem(told.Key),
                },
            },
        });
    }

    static IEnumerable<int> Of(OpenApiEndpoint endpoint)
    {
        var changesWhatIsKnown = endpoint.Bears("Digest") || endpoint.Bears("BaseVersion");
        if (endpoint.HasBody || endpoint.Parameters.Any(IsChecked))
            yield return 400;
        if (endpoint.NeedsSignIn || endpoint.IsLimited)
            yield return 401;
        if (endpoint.IsUnsafe || endpoint.NeedsRole)
            yield return 403;
        if (endpoint.Parameters.Any(IsLookedUp) || endpoint.Bears("AreaCode"))
            yield return 404;
        if (changesWhatIsKnown)
            yield return 409;
        if (endpoint.HasBody)
            yield return 413;
        if (endpoint.TakesJson)
            yield return 415;
        if (changesWhatIsKnown || endpoint.Bears("AreaCode"))
            yield return 422;
        if (endpoint.IsLimited)
            yield return 429;
        if (endpoint.IsUnsafe && endpoint.HasBody && !endpoint.OnlyReads)
            yield return 503;
    }

    static bool IsProblem(IOpenApiResponse answer) => answer.Content?.ContainsKey("application/problem+json") == true;

    // A path whose id is no UUID is no path of ours: that is a 404.
    static bool IsChecked(string parameter) => !IsId(parameter);

    static bool IsLookedUp(string parameter) => IsId(parameter) || parameter is "code" or "area" or "under" or "Under";

    static bool IsId(string parameter) => parameter == "id" || parameter.EndsWith("Id", StringComparison.Ordinal);

    static string Key(int status) => status.ToString(CultureInfo.InvariantCulture);

    static string Name(int status) => "Problem" + Key(status);
}
