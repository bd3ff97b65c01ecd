using System.Net;
using System.Text.RegularExpressions;
using Mediation.Tests.Architecture;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The tour of Mediation.http, taken as a newcomer takes it: from top to bottom on a database with the base seeds.</summary>
sealed partial class TourTests(string kind) : ApiTest(kind)
{
    static readonly HttpFile Tour = HttpFile.Read(File.ReadAllText(System.IO.Path.Combine(RepositoryRoot.Path, "Mediation.Api", "Mediation.http")));

    // It counts on ids, short names and years that nobody used before.
    protected override bool OwnServer => true;

    [Test]
    public async Task Every_request_of_the_tour_is_answered_as_it_says()
    {
        using var run = new HttpFileRun(Tour, App.Address);
        foreach (var request in Tour.Requests)
        {
            var reply = await run.Send(request);
            Assert.That(reply.Status, Is.EqualTo((HttpStatusCode?)request.Expected), $"{request}: {reply.Text}");
        }
    }

    [Test]
    public void Every_operation_of_the_document_is_on_the_tour()
    {
        var visited = Tour.Requests.Select(request => (request.Method, Path: PathOf(request))).ToList();
        var missing = OpenApiFile.Operations().Where(operation => !visited.Any(visit => visit.Method == operation.Method && operation.IsAt(visit.Path)));

        Assert.That(missing.Select(operation => operation.Id), Is.Empty, "A use case without a line in Mediation.http is not done.");
    }

    static string PathOf(HttpFileRequest request) => Variable().Replace(request.Url.Replace("{{host}}", "").Split('?')[0], "x");

    [GeneratedRegex(@"\{\{[^{}]+\}\}")]
    private static partial Regex Variable();
}
