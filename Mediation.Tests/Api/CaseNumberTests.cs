using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>The registers of numbers (domain 6, 12): gap-free per committee and year, also when many accept at once and some are refused.</summary>
sealed class CaseNumberTests(string kind) : ApiTest(kind)
{
    const string Committee = "01941f64-1400-71cd-8284-407fb76a7f4e";

    // It knows every number of the committee.
    protected override bool OwnServer => true;

    [Test, Order(1)]
    public async Task Acceptances_at_once_share_no_number_and_skip_none()
    {
        using var village = await App.SignInAnew("village");
        var disputes = new List<(JsonNode Dispute, int Year)>();
        for (var i = 0; i < 45; i++)
            disputes.Add(i % 3 == 0 ? (await GivenDispute(village, LastYear), 2025) : (await GivenDispute(village), 2026));

        // Every fifth names a stranger: its number was drawn already and has to go back.
        var answers = await Task.WhenAll(disputes.Select(async (one, i) => (one.Year, Refused: i % 5 == 4, Reply: await Act(village, one.Dispute, "acceptance", new
        {
            on = one.Year == 2025 ? "2025-12-31" : "2026-11-16",
            notices = i % 5 == 4 ? new[] { new { partyId = Guid.NewGuid(), form = "Oral" } } : [],
        }))));

        Assert.That(answers.Select(a => a.Reply.Status), Is.EqualTo(answers.Select(a => a.Refused ? HttpStatusCode.UnprocessableEntity : HttpStatusCode.OK)));
        foreach (var year in (int[])[2025, 2026])
        {
            var given = answers.Where(a => a.Year == year && !a.Refused).Select(a => (string)a.Reply["cases"]![0]!["number"]!).ToList();
            var register = await Register(village, year);
            Assert.That(register.Select(n => (int)n["number"]!), Is.EqualTo(Enumerable.Range(1, given.Count)));
            Assert.That(register.Select(n => (string?)n["text"]), Is.EquivalentTo(given).And.EqualTo(Enumerable.Range(1, given.Count).Select(n => $"（{year}）海口村人调字第{n}号")));
        }
    }

    [Test, Order(2)]
    public async Task A_voided_number_stays_with_its_reason_and_is_not_given_again()
    {
        using var village = await App.SignInAnew("village");
        var dispute = await GivenAcceptedDispute(village);
        var number = (string)dispute["cases"]![0]!["number"]!;

        await GivenStep(village, dispute, "reversals", new { reason = "误点受理" });
        var next = await GivenAcceptedDispute(village);

        var (voided, last) = ((await Register(village, 2026))[^2], (await Register(village, 2026))[^1]);
        Assert.That(((string?)voided["text"], (bool?)voided["voided"], (string?)voided["voidedReason"]), Is.EqualTo((number, true, "误点受理")));
        Assert.That(((string?)last["text"], (bool?)last["voided"], (Guid?)last["disputeId"]), Is.EqualTo(((string?)next["cases"]![0]!["number"], false, IdOf(next))));
    }

    [Test, Order(3)]
    public async Task The_register_is_for_whoever_answers_for_the_committee()
    {
        foreach (var (user, status) in ((string, HttpStatusCode)[])[("town", HttpStatusCode.OK), ("district", HttpStatusCode.OK), ("village2", HttpStatusCode.NotFound),
            ("town2", HttpStatusCode.NotFound), ("sector", HttpStatusCode.NotFound), ("auditor", HttpStatusCode.Forbidden)])
            Assert.That((await (await SignIn(user)).Get($"/api/organisations/{Committee}/case-numbers?year=2026")).Status, Is.EqualTo(status), user);
        var village = await SignIn("village");
        foreach (var query in (string[])["year=1999", "limit=0", "cursor=x", "year=x"])
            Assert.That((await village.Get($"/api/organisations/{Committee}/case-numbers?{query}")).Status, Is.EqualTo(HttpStatusCode.BadRequest), query);
    }

    [Test, Order(4)]
    public async Task Blanks_are_issued_in_ranges_without_a_gap()
    {
        using var village = await App.SignInAnew("village");
        var first = new { commandId = Guid.NewGuid(), kind = "WrittenAgreement", count = 3 };
        var issued = (await Issue(village, first)).Expect(HttpStatusCode.OK);
        var again = (await Issue(village, first)).Expect(HttpStatusCode.OK);

        Assert.That(((string?)issued["first"], (string?)issued["last"]), Is.EqualTo(("海口村表000001", "海口村表000003")));
        Assert.That(again.ToJsonString(), Is.EqualTo(issued.ToJsonString()), "a replay issues nothing");
        Assert.That((await Issue(village, first with { count = 4 })).Code, Is.EqualTo("command.reused"));

        var ranges = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await Issue(village, new { commandId = Guid.NewGuid(), kind = "SpotSheet", count = 5 })).Expect(HttpStatusCode.OK)));
        var starts = ranges.Select(r => int.Parse(((string)r["first"]!)[^6..], System.Globalization.CultureInfo.InvariantCulture)).Order();
        Assert.That(starts, Is.EqualTo(Enumerable.Range(0, 8).Select(i => 4 + 5 * i)));
        Assert.That((await Issue(await SignIn("village2"), first with { commandId = Guid.NewGuid() })).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await Issue(village, first with { commandId = Guid.NewGuid(), count = 501 })).Status, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test, Order(5)]
    public async Task A_blank_is_used_once_by_the_committee_it_was_issued_to()
    {
        using var village = await App.SignInAnew("village");
        object On(string? serial, string form = "Written") => new { form, terms = "各自清沟。", formSerial = serial };
        var (one, two) = (await GivenAcceptedDispute(village), await GivenAcceptedDispute(village));

        AssertRule(await Act(village, one, "agreement", On("海口村表999999")), "form-serial.unknown");
        AssertRule(await Act(village, one, "agreement", On("海口村表000001", "Oral")), "form-serial.other-kind");
        AssertRule(await Act(village, one, "agreement", On(await SerialOfAnother())), "form-serial.unknown");
        one = await GivenStep(village, one, "agreement", On("海口村表000001"));
        AssertRule(await Act(village, two, "agreement", On("海口村表000001")), "form-serial.used");
        Assert.That((string?)one["cases"]![0]!["agreement"]!["formSerial"], Is.EqualTo("海口村表000001"));

        (await Void(village, "海口村表000002")).Expect(HttpStatusCode.OK);
        AssertRule(await Void(village, "海口村表000002"), "form-serial.not-unused");
        AssertRule(await Void(village, "海口村表000001"), "form-serial.not-unused");
        AssertRule(await Act(village, two, "agreement", On("海口村表000002")), "form-serial.used");
        var spot = await GivenStep(village, two, "settlement-on-the-spot", new { terms = "当场和好。", performance = "Immediate", formSerial = "海口村表000004" });
        await GivenStep(village, spot, "reversals", new { reason = "写错纠纷" });

        Assert.That(await Serials(village, "Used"), Is.EqualTo(new[] { "海口村表000001" }));
        Assert.That(await Serials(village, "Void"), Is.EqualTo(new[] { "海口村表000002", "海口村表000004" }), "the sheet of what was taken back is written on");
        Assert.That((await Serials(village, "Unused"))[..2], Is.EqualTo(new[] { "海口村表000003", "海口村表000005" }));
    }

    async Task<string> SerialOfAnother()
    {
        using var client = await App.SignInAnew("village2");
        var own = (string)(await client.Get("/api/session")).Expect(HttpStatusCode.OK)["organisationId"]!;
        var issued = await client.Post($"/api/organisations/{own}/form-serials", new { commandId = Guid.NewGuid(), kind = "WrittenAgreement", count = 1 });
        return (string)issued.Expect(HttpStatusCode.OK)["first"]!;
    }

    static Task<Reply> Issue(HttpClient client, object body) => client.Post($"/api/organisations/{Committee}/form-serials", body);

    static Task<Reply> Void(HttpClient client, string serial) =>
        client.Post($"/api/organisations/{Committee}/form-serials/voiding", new { commandId = Guid.NewGuid(), serial, reason = "打印错位" });

    static async Task<string[]> Serials(HttpClient client, string state) =>
        [.. (await Pages(client, $"/api/organisations/{Committee}/form-serials?state={state}")).Select(row => (string)row["serial"]!)];

    static Task<List<JsonNode>> Register(HttpClient client, int year) => Pages(client, $"/api/organisations/{Committee}/case-numbers?year={year}");

    /// <summary>In small pages, so that the cursor is used.</summary>
    static async Task<List<JsonNode>> Pages(HttpClient client, string path)
    {
        var rows = new List<JsonNode>();
        for (string? next = ""; next is not null;)
        {
            var page = (await client.Get($"{path}&limit=7{(next.Length == 0 ? "" : $"&cursor={next}")}")).Expect(HttpStatusCode.OK);
            rows.AddRange(page["items"]!.AsArray().Select(row => row!));
            next = (string?)page["next"];
        }
        return rows;
    }

    static void LastYear(JsonObject body) =>
        (body["occurredOn"], body["receivedAt"], body["deviceTime"]) = ("2025-12-20", "2025-12-30T01:00:00Z", null);
}
