using System.Net;
using System.Text;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Whatever goes wrong, a client gets a status, problem+json and a code to branch on.</summary>
sealed class ProblemTests(string kind) : ApiTest(kind)
{
    [TestCase("GET", "/api/nothing", HttpStatusCode.NotFound, "http.404")]
    [TestCase("PATCH", "/api/session", HttpStatusCode.MethodNotAllowed, "http.405")]
    [TestCase("GET", "/api/session", HttpStatusCode.Unauthorized, "http.401")]
    public async Task An_empty_answer_is_a_problem_with_a_code(string method, string path, HttpStatusCode status, string code)
    {
        using var client = App.Anonymous();

        AssertProblem(await client.Send(new HttpMethod(method), path), status, code);
    }

    [TestCase("POST", null)]
    [TestCase("POST", "0")]
    [TestCase("DELETE", null)]
    [TestCase("PUT", null)]
    public async Task An_unsafe_request_without_the_header_of_our_own_client_is_refused(string method, string? header)
    {
        using var client = App.Anonymous();
        client.DefaultRequestHeaders.Remove("X-CSRF");
        if (header is not null)
            client.DefaultRequestHeaders.Add("X-CSRF", header);

        var reply = await client.Send(new HttpMethod(method), "/api/session", Body("""{"userName":"village","password":"Mediation-2026"}"""));

        AssertProblem(reply, HttpStatusCode.Forbidden, "csrf.missing");
        Assert.That(reply.Headers.Contains("Set-Cookie"), Is.False);
    }

    [TestCase("", "json.invalid", null)]
    [TestCase("{", "json.invalid", null)]
    [TestCase("null", "body.empty", null)]
    [TestCase("[]", "json.invalid", null)]
    [TestCase("\"text\"", "json.invalid", null)]
    [TestCase("""{"userName":1}""", "json.invalid", "userName")]
    [TestCase("""{"userName":{}}""", "json.invalid", "userName")]
    [TestCase("""{"userName":"a","userName":"b"}""", "json.invalid", null)]
    [TestCase("""{"userName":"a\u0000"}""", "text.control-character", "userName")]
    [TestCase("""{"userName":"a\u001b"}""", "text.control-character", "userName")]
    [TestCase("""{"userName":"\ud800"}""", "text.unpaired-surrogate", "userName")]
    [TestCase("""{"userName":"\udc00\ud800"}""", "text.unpaired-surrogate", "userName")]
    public async Task A_body_that_makes_no_sense_is_told_with_its_field(string body, string code, string? field)
    {
        using var client = App.Anonymous();

        var reply = await client.Send(HttpMethod.Post, "/api/session", Body(body));

        AssertProblem(reply, HttpStatusCode.BadRequest, code);
        if (field is not null)
            Assert.That(reply["errors"]?[field], Is.Not.Null, reply.Text);
    }

    [Test]
    public async Task A_body_too_deep_too_long_of_no_kind_or_of_no_text_is_refused()
    {
        using var client = App.Anonymous();
        var deep = string.Concat(Enumerable.Repeat("[", 5_000));

        AssertProblem(await client.Send(HttpMethod.Post, "/api/session", Body(deep)), HttpStatusCode.BadRequest, "json.invalid");
        AssertProblem(await client.Send(HttpMethod.Post, "/api/session", new ByteArrayContent([0x7B, 0xFF, 0x7D]) { Headers = { { "Content-Type", "application/json" } } }),
            HttpStatusCode.BadRequest, "body.not-utf8");
        AssertProblem(await client.Send(HttpMethod.Post, "/api/session", new StringContent("{}")), HttpStatusCode.UnsupportedMediaType, "http.415");
        AssertProblem(await client.Send(HttpMethod.Post, "/api/session", Body($$"""{"userName":"{{new string('a', 10_000_000)}}"}""")),
            HttpStatusCode.RequestEntityTooLarge, "body.too-large");
    }

    static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    static void AssertProblem(Reply reply, HttpStatusCode status, string code)
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(reply.Status, Is.EqualTo(status), reply.Text);
            Assert.That(reply.ContentType, Is.EqualTo("application/problem+json"), reply.Text);
            Assert.That(reply.Code, Is.EqualTo(code), reply.Text);
        }
    }
}
