using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;

namespace Mediation.Tests.Api;

/// <summary>The requests that the registry's tests make, with bodies as a client sends them.</summary>
static class RegistryRequests
{
    public const string District = "340803000000", Haikou = "340803100000", Other = "340803200000", HaikouVillage = "340803100204";

    public static async Task<JsonNode> GetJson(this HttpClient client, string path) => (await client.Get(path)).Expect(HttpStatusCode.OK);

    public static async Task<HttpStatusCode> Status(this HttpClient client, string path) => (await client.Get(path)).Status;

    public static async Task<Reply> PostCsv(this HttpClient client, string path, string csv)
    {
        using var content = new StringContent(csv, Encoding.UTF8, "text/csv");
        return await client.Send(HttpMethod.Post, path, content);
    }

    /// <summary>A committee of 海口村 that may be changed field by field.</summary>
    public static JsonObject Committee(string shortName, string area = HaikouVillage, string kind = "EnterpriseCommittee") => new()
    {
        ["kind"] = kind,
        ["name"] = $"{shortName}人民调解委员会",
        ["shortName"] = shortName,
        ["areaCode"] = area,
        ["members"] = new JsonObject { ["count"] = 5, ["women"] = 2 },
    };

    public static JsonObject Person(Guid organisation, string name) => new()
    {
        ["organisationId"] = organisation.ToString(),
        ["name"] = name,
        ["employment"] = "PartTime",
        ["termFrom"] = "2025-01-01",
        ["termTo"] = "2030-01-01",
        ["expertise"] = new JsonArray("Neighbor"),
        ["languages"] = new JsonArray("普通话"),
        ["capacity"] = 5,
    };

    public static string Unique(string start) => $"{start}{Guid.NewGuid():N}"[..(start.Length + 8)];
}
