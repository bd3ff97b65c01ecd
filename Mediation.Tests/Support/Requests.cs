using System.Net.Http.Json;

namespace Mediation.Tests.Support;

/// <summary>Requests as tests say them: a verb, a path and an anonymous object or JSON node.</summary>
static class Requests
{
    public static Task<Reply> Get(this HttpClient client, string path) => client.Send(HttpMethod.Get, path);

    public static Task<Reply> Delete(this HttpClient client, string path) => client.Send(HttpMethod.Delete, path);

    public static Task<Reply> Put(this HttpClient client, string path, object body) => client.Send(HttpMethod.Put, path, JsonContent.Create(body));

    public static Task<Reply> Post(this HttpClient client, string path, object body) => client.Send(HttpMethod.Post, path, JsonContent.Create(body));

    public static async Task<Reply> Send(this HttpClient client, HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        using var response = await client.SendAsync(request);
        return await Reply.Of(response);
    }
}
