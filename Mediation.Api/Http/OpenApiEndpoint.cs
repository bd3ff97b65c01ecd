using System.Reflection;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.RateLimiting;

namespace Mediation.Api.Http;

/// <summary>An endpoint as the document sees it: what it takes, and what it needs.</summary>
sealed class OpenApiEndpoint
{
    static readonly Dictionary<string, Type> Requests = typeof(NeedsAttribute).Assembly.GetTypes()
        .Where(type => type.IsDefined(typeof(NeedsAttribute), inherit: false)).ToDictionary(type => type.Name);

    public OpenApiEndpoint(ApiDescription description)
    {
        var metadata = description.ActionDescriptor.EndpointMetadata;
        var body = metadata.OfType<IAcceptsMetadata>().LastOrDefault();
        HasBody = body is not null;
        TakesJson = body?.ContentTypes.Contains("application/json") == true;
        // A command is the body; a query bears the endpoint's name.
        var named = metadata.OfType<IEndpointNameMetadata>().LastOrDefault()?.EndpointName;
        Request = TakesJson ? body!.RequestType : named is null ? null : Requests.GetValueOrDefault(named);
        IsUnsafe = description.HttpMethod is not ("GET" or "HEAD" or "OPTIONS");
        IsLimited = metadata.OfType<EnableRateLimitingAttribute>().Any();
        var needs = Request?.GetCustomAttribute<NeedsAttribute>()?.Permissions ?? [];
        NeedsSignIn = needs.Count > 0 || metadata.OfType<IAuthorizeData>().Any();
        NeedsRole = needs.Any(permission => permission != Permission.SignedIn);
        Parameters = [.. description.ParameterDescriptions.Where(p => p.Source.Id is "Path" or "Query").Select(p => p.Name)];
        Path = description.RelativePath ?? "";
    }

    /// <summary>The command or query of the core, or the body of an endpoint that has none.</summary>
    public Type? Request { get; }

    public string Path { get; }

    public IReadOnlyList<string> Parameters { get; }

    public bool HasBody { get; }

    public bool TakesJson { get; }

    public bool IsUnsafe { get; }

    public bool OnlyReads => Request?.GetInterfaces().Any(one => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IQuery<>)) == true;

    public bool IsLimited { get; }

    public bool NeedsSignIn { get; }

    public bool NeedsRole { get; }

    public bool Bears(string property) => Request?.GetProperty(property) is not null;
}
