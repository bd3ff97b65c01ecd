using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Steps, corrections, ids and URLs that make no sense: told with a code and the field, and nothing is saved.</summary>
sealed class BadRequestTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    static TestCaseData Step(string act, string body, string field, string code = "validation", HttpStatusCode status = HttpStatusCode.BadRequest) =>
        new TestCaseData(act, body, field, code, status).SetArgDisplayNames(act, field, code, body);

    static IEnumerable<TestCaseData> Steps()
    {
        yield return Step("sessions", """{"commandId":null}""", "commandId", "json.invalid");
        yield return Step("sessions", """{"commandId":"00000000-0000-0000-0000-000000000000"}""", "commandId");
        yield return Step("sessions", """{"commandId":"x"}""", "commandId", "json.invalid");
        yield return Step("sessions", """{"baseVersion":null}""", "baseVersion");
        yield return Step("sessions", """{"baseVersion":"2"}""", "baseVersion", "json.invalid");
        yield return Step("sessions", """{"baseVersion":0}""", "baseVersion");
        yield return Step("sessions", """{"on":"2026-11-18"}""", "on", "date.in-future", HttpStatusCode.UnprocessableEntity);
        yield return Step("sessions", """{"on":"0001-01-01"}""", "on", "date.in-future", HttpStatusCode.UnprocessableEntity);
        yield return Step("sessions", """{"result":null}""", "result");
        yield return Step("sessions", """{"result":"Perhaps"}""", "result", "json.invalid");
        yield return Step("sessions", """{"attendeeIds":[]}""", "attendeeIds");
        yield return Step("sessions", """{"attendeeIds":[null]}""", "attendeeIds[0]", "body.null-item");
        yield return Step("sessions", """{"invitees":[""]}""", "invitees[0]");
        yield return Step("sessions", """{"resolveConflict":{}}""", "resolveConflict.field");
        yield return Step("agreement", """{"obligations":[{"debtorId":"d","act":"x"}]}""", "obligations[0].debtorId", "json.invalid");
        yield return Step("agreement", """{"obligations":[{"act":"x"}]}""", "obligations[0].debtorId");
        yield return Step("agreement", """{"signatures":[{"partyId":"6d0e5b0e-3f43-4e5b-8ad7-1d2a7f3c0001","kind":"Signed","on":"2099-01-01"}]}""", "signatures[0].on");
        yield return Step("agreement", """{"sealedOn":"2026-11-19"}""", "sealedOn");
        yield return Step("agreement", """{"mediatorSignedOn":"0001-01-01"}""", "mediatorSignedOn");
        yield return Step("suspension", """{"reason":"Appraisal","from":"9999-12-31"}""", "from");
        yield return Step("participation", """{"stance":"Refuses","form":"TakingPart"}""", "form");
        yield return Step("participation", """{"stanceOn":"2026-11-19"}""", "stanceOn");
        yield return Step("guardian", """{"name":"x","relation":"Parent"}""", "opposedInterest");
        yield return Step("agents", """{"action":"Add","agent":{"name":" ","scope":"Special"}}""", "agent.name");
        yield return Step("agents", """{"action":"Revoke","agent":{}}""", "agent.id");
        yield return Step("groups", """{"headCount":0}""", "headCount");
        yield return Step("groups", """{"members":[{"phone":"1"}]}""", "members[0].name");
        yield return Step("groups/6d0e5b0e-3f43-4e5b-8ad7-1d2a7f3c0001/roster", """{"csv":""}""", "csv");
        yield return Step("risk-reports", """{"reportedAt":"1999-01-01T00:00:00Z"}""", "reportedAt");
        yield return Step("challenge-decisions", """{"decision":"Perhaps"}""", "decision", "json.invalid");
        yield return Step("investigations", """{"record":"x","participants":[""]}""", "participants[0]");
        yield return Step("termination", """{"reason":"PartyRefusesOrQuits"}""", "channels");
        yield return Step("performance", """{"performedOn":"9999-12-31"}""", "performedOn");
        yield return Step("performance", """{"amount":-1}""", "amount");
        yield return Step("follow-ups", """{"satisfaction":6}""", "satisfaction");
        yield return Step("reveal", """{"fields":["password"],"reason":"x"}""", "fields[0]");
        yield return Step("escalation", """{"reason":"Because"}""", "reason", "json.invalid");
        yield return Step("parties", """{"action":"Remove","reason":"x"}""", "partyId");
        yield return Step("corrections", """{"field":"type","old":"Neighbor","new":1,"reason":"x"}""", "new");
        yield return Step("corrections", """{"field":"type","old":"Neighbor","new":"Quarrel","reason":"x"}""", "new");
        yield return Step("corrections", """{"field":"receivedAt","old":"2026-11-16T00:30:00Z","new":null,"reason":"x"}""", "new");
        yield return Step("corrections", """{"field":"peopleInvolved","old":2,"new":null,"reason":"x"}""", "new");
        yield return Step("corrections", """{"field":"peopleInvolved","old":2,"new":"3","reason":"x"}""", "new");
        yield return Step("corrections", """{"field":"occurredOn","old":"2026-11-15","new":"0001-01-01","reason":"x"}""", "new");
        yield return Step("corrections", """{"field":"areaCode","old":"340803100204","new":"abc","reason":"x"}""", "new");
        yield return Step("corrections", """{"field":"receivedAt","old":"2026-11-16T00:30:00Z","new":"2026-11-16T16:30:00Z","reason":"x"}""", "new",
            "dispute.date-after-next-step", HttpStatusCode.UnprocessableEntity);
        yield return Step("corrections", """{"field":"performedBy","new":"6d0e5b0e-3f43-4e5b-8ad7-1d2a7f3c0001","reason":"x"}""", "new", "mediator.unknown",
            HttpStatusCode.UnprocessableEntity);
        yield return Step("corrections", """{"field":"__proto__","new":1,"reason":"x"}""", "field", "correction.unknown-field", HttpStatusCode.UnprocessableEntity);
    }

    [TestCaseSource(nameof(Steps))]
    public async Task A_step_names_the_field_to_blame(string act, string given, string field, string code, HttpStatusCode status)
    {
        var client = await SignIn("village");
        var dispute = await GivenAcceptedDispute(client);
        var body = Whole(act, dispute);
        foreach (var (name, value) in JsonNode.Parse(given)!.AsObject())
            body[name] = value?.DeepClone();
        var before = await RowCounts.Of(App);

        BadInputTests.AssertRefused(await client.Post(Path(IdOf(dispute), act), body), status, code, field);
        Assert.That(await RowCounts.Of(App), Is.EqualTo(before));
    }

    [TestCase("/api/disputes?limit=0", "limit")]
    [TestCase("/api/disputes?limit=201", "limit")]
    [TestCase("/api/disputes?limit=x", "limit")]
    [TestCase("/api/disputes?limit=1&limit=2", "limit")]
    [TestCase("/api/disputes?cursor=garbage", "cursor")]
    [TestCase("/api/disputes?cursor=%F0%9F%98%80", "cursor")]
    [TestCase("/api/disputes?from=2026-13-01", "from")]
    [TestCase("/api/disputes?from=11%2F15%2F2026", "from")]
    [TestCase("/api/disputes?from=0001-01-01", "from")]
    [TestCase("/api/disputes?to=yesterday", "to")]
    [TestCase("/api/disputes?from=2026-11-02&to=2026-11-01", "from")]
    [TestCase("/api/disputes?under=abc", "under")]
    [TestCase("/api/disputes?status=1", "status")]
    [TestCase("/api/disputes?type=Quarrel", "type")]
    [TestCase("/api/disputes?overdue=perhaps", "overdue")]
    [TestCase("/api/disputes?holder=me", "holder")]
    [TestCase("/api/disputes?sort=name", "sort")]
    [TestCase("/api/disputes?q=x", "q")]
    [TestCase("/api/disputes?q=a%00b", "q")]
    [TestCase("/api/disputes?q=ab%EF%BF%BE", "q")]
    [TestCase("/api/triage?under=1", "under")]
    [TestCase("/api/triage?flag=Blue", "flag")]
    [TestCase("/api/triage?limit=-1", "limit")]
    [TestCase("/api/triage?cursor=e30", "cursor")]
    [TestCase("/api/reports/monthly/2026-11?area=abc", "area")]
    [TestCase("/api/reports/monthly/2026-13", "month")]
    [TestCase("/api/reports/monthly/now.xlsx", "month")]
    [TestCase("/api/reports/monthly/0001-01.csv", "month")]
    [TestCase("/api/reports/tallies/verification?area=1", "area")]
    [TestCase("/api/areas?under=abc", "under")]
    [TestCase("/api/areas?level=hamlet", "level")]
    [TestCase("/api/areas?q=a%00", "q")]
    [TestCase("/api/areas?limit=x", "limit")]
    [TestCase("/api/areas/abc", "code")]
    [TestCase("/api/mediators?under=abc", "under")]
    [TestCase("/api/mediators?type=99", "type")]
    [TestCase("/api/mediators?q=ab%00", "q")]
    [TestCase("/api/mediators?available=si", "available")]
    [TestCase("/api/organisations?kind=Club", "kind")]
    [TestCase("/api/organisations?limit=1e9", "limit")]
    [TestCase("/api/calendar/deadline?start=x&amount=1&unit=day", "start")]
    public async Task A_url_names_the_value_to_blame(string url, string field) =>
        BadInputTests.AssertRefused(await (await SignIn("district")).Get(url), HttpStatusCode.BadRequest, null, field);

    [TestCase("/api/access-log?dispute=x", "dispute")]
    [TestCase("/api/access-log?kind=Peek", "kind")]
    [TestCase("/api/access-log?cursor=%20", "cursor")]
    public async Task So_does_the_auditors_page(string url, string field) =>
        BadInputTests.AssertRefused(await (await SignIn("auditor")).Get(url), HttpStatusCode.BadRequest, null, field);

    [TestCase("GET", "/api/disputes/not-a-guid")]
    [TestCase("GET", "/api/disputes/6d0e5b0e-3f43-4e5b-8ad7-1d2a7f3c0001")]
    [TestCase("GET", "/api/disputes/6d0e5b0e-3f43-4e5b-8ad7-1d2a7f3c0001/journal")]
    [TestCase("GET", "/api/disputes/6d0e5b0e-3f43-4e5b-8ad7-1d2a7f3c0001/journal/verification")]
    [TestCase("GET", "/api/disputes/6d0e5b0e-3f43-4e5b-8ad7-1d2a7f3c0001/suggested-mediators")]
    [TestCase("GET", "/api/disputes/..%2f..%2fetc%2fpasswd")]
    [TestCase("GET", "/api/disputes/%2e%2e/%2e%2e/appsettings.json")]
    [TestCase("GET", "/api/reports/monthly/..%2f..%2fmediation.db/x")]
    [TestCase("GET", "/..%5c..%5cmediation.db")]
    [TestCase("POST", "/api/disputes/6d0e5b0e-3f43-4e5b-8ad7-1d2a7f3c0001/closure")]
    [TestCase("POST", "/api/handovers/6d0e5b0e-3f43-4e5b-8ad7-1d2a7f3c0001/acceptance")]
    [TestCase("POST", "/api/handovers/x/acceptance")]
    public async Task What_is_not_there_is_404(string method, string path)
    {
        var body = System.Net.Http.Json.JsonContent.Create(new { commandId = Guid.NewGuid(), baseVersion = 1 });

        BadInputTests.AssertRefused(await (await SignIn("town")).Send(new HttpMethod(method), path, method == "POST" ? body : null), HttpStatusCode.NotFound, null, null);
    }

    [Test]
    public async Task An_empty_id_is_none() => BadInputTests.AssertRefused(
        await (await SignIn("village")).Put(Path(Guid.Empty), DisputeBody()), HttpStatusCode.BadRequest, "validation", "disputeId");

    /// <summary>A body that would be taken, but for what a case then spoils.</summary>
    static JsonObject Whole(string act, JsonNode dispute)
    {
        var body = new JsonObject { ["commandId"] = Guid.NewGuid(), ["baseVersion"] = VersionOf(dispute) };
        var parties = PartiesOf(dispute);
        switch (act)
        {
            case "sessions":
                (body["attendeeIds"], body["result"]) = (new JsonArray(parties[0], parties[1]), "Agreed");
                break;
            case "agreement":
                (body["form"], body["terms"]) = ("Oral", "疏通水沟");
                break;
            case "performance":
                body["obligationId"] = Guid.NewGuid();
                break;
            case "follow-ups":
                (body["by"], body["performed"]) = ("Phone", true);
                break;
            default:
                break;
        }
        return body;
    }
}
