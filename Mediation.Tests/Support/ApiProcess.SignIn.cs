using System.Net;

namespace Mediation.Tests.Support;

/// <summary>Apart from the process itself, which the benchmarks start without the tests' server.</summary>
sealed partial class ApiProcess
{
    /// <summary>A client of a demo user, with the headers and cookies of a browser.</summary>
    public static async Task<HttpClient> SignIn(Uri address, string user)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = address, DefaultRequestHeaders = { { "X-CSRF", "1" } } };
        (await client.Post("/api/session", new { userName = user, password = ApiServer.Password })).Expect(HttpStatusCode.OK);
        return client;
    }
}
