using System.Net;
using System.Net.Http.Json;

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

    /// <summary>The cookie of a demo user's session, which outlives the process.</summary>
    public static async Task<string> Cookie(Uri address, string user)
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, UseCookies = false }) { BaseAddress = address, DefaultRequestHeaders = { { "X-CSRF", "1" } } };
        using var response = await client.PostAsync("/api/session", JsonContent.Create(new { userName = user, password = ApiServer.Password }));
        return response.Headers.GetValues("Set-Cookie").First().Split(';')[0];
    }

    /// <summary>A client that was signed in before.</summary>
    public static HttpClient Known(Uri address, string cookie) => new(new SocketsHttpHandler { UseProxy = false, UseCookies = false })
    {
        BaseAddress = address, DefaultRequestHeaders = { { "X-CSRF", "1" }, { "Cookie", cookie } },
    };
}
