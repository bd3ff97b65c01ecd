using System.Text.Json;
using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Results;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Messaging;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Mediation.Api.Http;

/// <summary>The failure table: the one place where a failure becomes an answer. Clients branch on `code`, never on the sentence.</summary>
sealed partial class Problems(IProblemDetailsService answers) : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext context, Exception failure, CancellationToken ct)
    {
        if (Of(failure, context) is not { } problem)
            return false;
        context.Response.StatusCode = problem.Status!.Value;
        if (problem.Status == StatusCodes.Status503ServiceUnavailable)
            context.Response.Headers.RetryAfter = SecondsToWait(DatabaseTrouble.Of(failure));
        return await answers.TryWriteAsync(new ProblemDetailsContext { HttpContext = context, ProblemDetails = problem });
    }

    /// <summary>Of the tus protocol; no other standard has it.</summary>
    const int ChecksumMismatch = 460;

    // Unlisted means a bug: it stays a 500.
    public static ProblemDetails? Of(Exception failure, HttpContext context) => failure switch
    {
        ValidationException invalid => Invalid("validation", "Some fields are not right.", invalid.Errors),
        JsonException json when context.Features.Get<BodyBeingRead>() is not null => Fields(StatusCodes.Status400BadRequest, "json.invalid", "The JSON does not fit.", PathOf(json), Sentence(json)),
        RequestException request => Fields(request.Status, request.Code, request.Message, request.Field, request.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } large => Plain(large.StatusCode, "body.too-large", large.Message),
        BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout } slow => Plain(slow.StatusCode, "request.too-slow", "The body came too slowly."),
        BadHttpRequestException request => Fields(request.StatusCode, "request.invalid", "The request does not fit.", ParameterOf(request), "This value does not fit."),
        ImportException import => With(With(
            Plain(StatusCodes.Status400BadRequest, "import.refused", import.Message), "rows", import.Rows.Take(1_000)), "total", import.Rows.Count),
        NotSignedInException => Plain(StatusCodes.Status401Unauthorized, "session.none", failure.Message),
        ForbiddenException forbidden => Plain(StatusCodes.Status403Forbidden, forbidden.Code, failure.Message),
        NotFoundException missing => Plain(StatusCodes.Status404NotFound, missing.Code, failure.Message),
        StaleException stale => With(Plain(StatusCodes.Status409Conflict, stale.Code, failure.Message), "current", stale.Current),
        ConflictException conflict => Plain(StatusCodes.Status409Conflict, conflict.Code, failure.Message),
        RuleViolationException rule => With(Fields(StatusCodes.Status422UnprocessableEntity, rule.Code, rule.Message, rule.Field, rule.Message), "rule", rule.Rule),
        // Elsewhere a text that cannot be read is one that we stored ourselves.
        RuleDataException rules when context.Request.Path.StartsWithSegments("/api/rule-sets") => Plain(StatusCodes.Status422UnprocessableEntity, "rule-set.invalid", rules.Message),
        GoneException gone => Plain(StatusCodes.Status410Gone, gone.Code, failure.Message),
        _ when FileVault.IsTaken(failure) => Plain(StatusCodes.Status423Locked, "locked", "It is being written to; try again."),
        LockedException => Plain(StatusCodes.Status423Locked, "locked", failure.Message),
        TooLargeException => Plain(StatusCodes.Status413PayloadTooLarge, "body.too-large", failure.Message),
        ChecksumException => Plain(ChecksumMismatch, "upload.checksum-mismatch", failure.Message),
        _ when DiskFull.Is(failure) => Plain(StatusCodes.Status507InsufficientStorage, "disk.full", "The disk is full; what was taken is kept, and the rest can be sent later."),
        _ => DatabaseTrouble.Of(failure) is { } trouble ? OfDatabase(trouble) : null,
    };

    static ProblemDetails? OfDatabase(DatabaseException trouble) => trouble switch
    {
        BusyException => Plain(StatusCodes.Status503ServiceUnavailable, "busy", trouble.Message),
        DatabaseGoneException => Plain(StatusCodes.Status503ServiceUnavailable, "database.gone", trouble.Message),
        DatabaseReadOnlyException => Plain(StatusCodes.Status503ServiceUnavailable, "database.read-only", trouble.Message),
        DatabaseCorruptException => Plain(StatusCodes.Status503ServiceUnavailable, "database.corrupt", trouble.Message),
        _ => null,
    };

    // A full queue is short soon; a server starts again within seconds; somebody must come for the rest.
    static string SecondsToWait(DatabaseException? trouble) => trouble switch
    {
        DatabaseGoneException => "5",
        DatabaseReadOnlyException or DatabaseCorruptException => "60",
        _ => "1",
    };

    static ProblemDetails Plain(int status, string code, string sentence) =>
        With(new ProblemDetails { Status = status, Title = sentence }, "code", code);

    static ProblemDetails Fields(int status, string code, string title, string? field, string sentence) =>
        field is null ? Plain(status, code, title) : With(Plain(status, code, title), "errors", new Dictionary<string, string[]> { [field] = [sentence] });

    static ProblemDetails Invalid(string code, string title, IEnumerable<ValidationFailure> failures) => With(
        Plain(StatusCodes.Status400BadRequest, code, title), "errors",
        failures.GroupBy(f => CamelCase(f.PropertyName)).ToDictionary(g => g.Key, g => g.Select(f => f.ErrorMessage).ToArray()));

    static ProblemDetails With(ProblemDetails problem, string name, object value)
    {
        problem.Extensions[name] = value;
        return problem;
    }

    static string CamelCase(string path) => string.Join('.', path.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));

    /// <summary>The exception has no property for it, only a sentence that names type and parameter.</summary>
    static string? ParameterOf(BadHttpRequestException request) =>
        BoundParameter().Match(request.Message) is { Success: true } found ? JsonNamingPolicy.CamelCase.ConvertName(found.Groups[1].Value) : null;

    [GeneratedRegex("parameter \"[^\"]* (\\w+)\"")]
    private static partial Regex BoundParameter();

    static string? PathOf(JsonException json) => json.Path is null or "$" ? null : json.Path.TrimStart('$', '.');

    // The serializer's own sentence names our types; the client needs the place.
    static string Sentence(JsonException json) =>
        json.Path is null ? $"Line {json.LineNumber + 1} is no JSON." : "This value is not of the kind that is expected here.";
}
