using System.Net;
using System.Text.Json.Nodes;
using Mediation.Core.Domain;
using Mediation.Tests.Support;

namespace Mediation.Tests.Api;

/// <summary>The hands through which a monthly report goes: clerks of a village, its neighbour, two towns and the district, and those who check.</summary>
sealed class ReportHand(ApiServer app)
{
    const string Second = "second-hand";

    /// <summary>Unit, who fills it in, who checks it.</summary>
    public static readonly (string Area, string Clerk, string Reviewer)[] Units =
    [
        (ApiTest.Village, "village", "town"), ("340803100205", "village2", "town"), (ApiTest.Town, "town", "district"), ("340803200000", "town2", "district"),
        (ApiTest.District, "district", Second),
    ];

    /// <summary>Goes to ten in the morning of a day.</summary>
    public void GoTo(DateOnly day) => app.Clock.SetUtcNow(Shanghai.StartOf(day).AddHours(10));

    public async Task<JsonNode> Open(string area, DateOnly month) => (await (await As(Of(area).Clerk)).Put(
        $"/api/monthly-reports/{Guid.NewGuid()}", new { month = $"{month:yyyy-MM}", areaCode = area })).Expect(HttpStatusCode.Created);

    public async Task<Reply> TryStep(string user, JsonNode report, string act, object? more = null)
    {
        var body = System.Text.Json.JsonSerializer.SerializeToNode(more ?? new { })!.AsObject();
        (body["commandId"], body["baseVersion"], body["act"]) = (Guid.NewGuid(), (int)report["summary"]!["version"]!, act);
        return await (await As(user)).Post($"/api/monthly-reports/{(Guid)report["summary"]!["id"]!}/steps", body);
    }

    public async Task<JsonNode> Step(string user, JsonNode report, string act, object? more = null) =>
        (await TryStep(user, report, act, more)).Expect(HttpStatusCode.OK);

    public async Task<JsonNode> Get(JsonNode report) =>
        (await (await As("district")).Get($"/api/monthly-reports/{(Guid)report["summary"]!["id"]!}")).Expect(HttpStatusCode.OK);

    /// <summary>Opened, drafted and checked.</summary>
    public async Task<JsonNode> Checked(string area, DateOnly month) => await Check(area, await Open(area, month));

    public async Task<JsonNode> Check(string area, JsonNode report) =>
        await Step(Of(area).Reviewer, await Step(Of(area).Clerk, report, "Draft"), "Check");

    /// <summary>Submitted, as a nil return where nothing happened.</summary>
    public async Task<JsonNode> Submitted(string area, DateOnly month) => await Submit(area, await Checked(area, month));

    public async Task<JsonNode> Submit(string area, JsonNode report)
    {
        var reply = await TryStep(Of(area).Clerk, report, "Submit");
        return reply.Code == "report.nil-unsigned" ? await Step(Of(area).Clerk, report, "Submit", new { nil = true }) : reply.Expect(HttpStatusCode.OK);
    }

    /// <summary>The whole month on the sixth of the next: these units submit, the district merges and seals.</summary>
    public async Task<JsonNode> Seal(DateOnly month, params string[] units)
    {
        if (units.Contains(ApiTest.Village)) await Submitted(ApiTest.Village, month);
        if (units.Contains("340803100205")) await Submitted("340803100205", month);
        foreach (var town in units.Where(unit => unit is ApiTest.Town or "340803200000"))
        {
            var report = await Open(town, month);
            var merged = await TryStep(Of(town).Clerk, report, "Merge");
            await Submit(town, await Check(town, merged.Status == HttpStatusCode.OK ? merged.Json : report));
        }
        var district = await Open(ApiTest.District, month);
        var whole = await TryStep("district", district, "Merge");
        return await Step("district", await Check(ApiTest.District, whole.Status == HttpStatusCode.OK ? whole.Json : district), "Seal");
    }

    static (string Area, string Clerk, string Reviewer) Of(string area) => Units.Single(unit => unit.Area == area);

    /// <summary>The second hand of the district is an account that the administrator makes.</summary>
    public async Task<HttpClient> As(string user)
    {
        if (user != Second)
            return await app.SignIn(user);
        var admin = await app.SignIn("admin");
        var reply = await app.Anonymous().Post("/api/session", new { userName = Second, password = ApiServer.Password });
        if (reply.Status == HttpStatusCode.Unauthorized)
            (await admin.Put($"/api/accounts/{Guid.NewGuid()}", new
            {
                userName = Second, displayName = "周试审", roles = new[] { "DistrictCenter" }, password = ApiServer.Password,
                organisationId = (Guid)(await (await app.SignIn("district")).Get("/api/session"))["organisationId"]!,
            })).Expect(HttpStatusCode.Created, HttpStatusCode.OK);
        return await app.SignIn(Second);
    }
}
