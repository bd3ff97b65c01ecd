using System.Net;
using System.Text.Json.Nodes;
using Mediation.Api.Jobs;
using Mediation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>
/// A district's November as its people live it: they look for disputes, settle them, are told to hurry, meet, send the month up and seal it; in December
/// they put right what came late.
/// </summary>
sealed class DistrictMonthTests(string kind) : ApiTest(kind)
{
    const string Neighbour = "340803100205";
    const string OtherTown = "340803200000";

    static readonly string[] Units = [Village, Neighbour, Town, OtherTown];
    static readonly DateOnly October = new(2026, 10, 1);
    static readonly DateOnly November = new(2026, 11, 1);
    static readonly DateOnly December = new(2026, 12, 1);

    readonly Guid meeting = Guid.CreateVersion7();

    HttpClient village = null!, neighbour = null!, town = null!, district = null!;
    JsonNode turned = null!, agreed = null!, referred = null!, red = null!, november = null!;
    ReportHand hand = null!;

    protected override bool OwnServer => true;

    protected override Dictionary<string, string> Settings => new() { ["SignIn:IdleMinutes"] = "10000000" };

    [Test]
    public async Task A_month_runs_from_the_first_round_to_the_correction_of_the_next()
    {
        hand = new ReportHand(App);
        (village, neighbour, town, district) = (await SignIn("village"), await SignIn("village2"), await SignIn("town"), await SignIn("district"));
        await hand.Seal(October, Units);

        await Villages_go_round_and_file_what_they_found();
        await Disputes_are_settled_where_they_can_be();
        await Cards_hurry_what_nobody_takes_up_and_leaders_are_named();
        await The_district_meets_over_what_stands();
        await The_month_goes_up_and_is_sealed();
        await What_comes_late_is_corrected_in_December();
        await The_figures_leave_the_house();
        await Every_record_holds();
    }

    async Task Villages_go_round_and_file_what_they_found()
    {
        var campaign = Guid.CreateVersion7();
        (await district.Put($"/api/screening-campaigns/{campaign}", new
        {
            name = "岁末矛盾纠纷集中排查", kind = "Campaign", from = "2026-11-09", to = "2026-11-22", areaCode = District, cadence = "Week", sensitive = true,
        })).Expect(HttpStatusCode.Created);
        await Return(village, new { campaignId = campaign, from = "2026-11-09", to = "2026-11-15", found = 2, resolvedOnSpot = 1 });
        var nil = await Return(neighbour, new { campaignId = campaign, from = "2026-11-09", to = "2026-11-15", found = 0 });
        var (settled, kept) = (await Sign(), await Sign());
        (await village.Post($"/api/screening-leads/{settled}/decision", new { commandId = Guid.NewGuid(), outcome = "ResolvedOnSpot", words = "当场说清。" })).Expect(HttpStatusCode.OK);
        turned = await GivenDispute(village, body => body["leadId"] = kept);
        var rounds = (await town.Get($"/api/screening-rounds?campaign={campaign}&to=2026-11-15")).Expect(HttpStatusCode.OK);
        (await town.Post("/api/screening-rounds/chases", new
        {
            commandId = Guid.NewGuid(), organisationId = (string?)(await neighbour.Get("/api/session"))["organisationId"], from = "2026-10-01", note = "请补报十月排查。",
        })).Expect(HttpStatusCode.OK);
        var late = await Return(neighbour, new { from = "2026-10-01", to = "2026-10-31", found = 0 });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((int)nil["found"]!, (bool)nil["late"]!, (bool)late["late"]!), Is.EqualTo((0, false, true)), "Nothing found is signed for, too.");
            Assert.That(rounds["items"]!.AsArray().Count(round => ((string)round!["state"]!).StartsWith("Filed")), Is.EqualTo(2), rounds.ToJsonString());
            Assert.That((Guid)(await village.Get($"/api/screening-leads/{kept}"))["disputeId"]!, Is.EqualTo(IdOf(turned)));
        }
    }

    /// <summary>One on the spot, one by agreement, one that the town takes over, one that the hotline sent, and a red one that waits.</summary>
    async Task Disputes_are_settled_where_they_can_be()
    {
        var visit = Guid.CreateVersion7();
        var spot = await GivenStep(village, await GivenDispute(village), "settlement-on-the-spot", new { terms = "双方和解，不再争执。", performance = "Immediate" });
        agreed = await Closed(village, await GivenAgreedDispute(village));
        var raised = await GivenEscalatedDispute(village, body => body["type"] = "MigrantWageArrears");
        var taken = (await town.Post($"/api/handovers/{(Guid)raised["handovers"]![0]!["id"]!}/acceptance", new { commandId = Guid.NewGuid(), baseVersion = VersionOf(raised) }))
            .Expect(HttpStatusCode.OK);
        (await town.Put($"/api/front-desk/{visit}", new
        {
            kind = "Dispute", source = "Hotline12345", receivedOn = "2026-11-16", outsideNumber = "YJ20261116001", visitor = "王试五", brief = "反映邻居占道堆物。", areaCode = Village,
        })).Expect(HttpStatusCode.Created);
        referred = await GivenDispute(town, body => (body["visitId"], body["source"], body["referredBy"]) = (visit, "EntrustedReferral", "Other"));
        red = await GivenDispute(village, body => (body["risks"], body["type"], body["peopleInvolved"]) = (new JsonArray("Crowd"), "LandExpropriation", 60));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)spot["status"], (string?)agreed["status"], (string?)taken["responsible"]!["tier"]), Is.EqualTo(("Closed", "Closed", "Town")));
            Assert.That((string?)red["riskLevel"], Is.EqualTo("Red"));
            Assert.That((Guid)(await town.Get($"/api/front-desk/{visit}"))["disputeId"]!, Is.EqualTo(IdOf(referred)));
        }
    }

    async Task Cards_hurry_what_nobody_takes_up_and_leaders_are_named()
    {
        hand.GoTo(new(2026, 11, 20));
        using (var watch = new SupervisionWatch(App.Services.GetRequiredService<IServiceScopeFactory>(), App.Services.GetRequiredService<JobTurns>()))
            await watch.Look(default);
        red = (await village.Get(Path(IdOf(red)))).Expect(HttpStatusCode.OK);
        var card = red["oversight"]!["cards"]!.AsArray().Single()!;
        var without = (await district.Get("/api/major-matters?incomplete=true")).Expect(HttpStatusCode.OK);
        red = await GivenStep(district, red, "sponsorship", new
        {
            leaderName = "周某某", leaderPost = "副区长", leaderTier = "District", unit = "区住建局", person = "钱某某", dueOn = "2026-12-31", plan = "先测量，再议补偿。",
        });
        var complete = (await district.Get("/api/major-matters")).Expect(HttpStatusCode.OK)["counts"]!["sponsored"]!;
        red = await GivenStep(village, red, "card-replies", new { cardId = (Guid)card["id"]!, reply = "今日受理。" });
        red = await GivenAcceptance(village, red);
        red = await GivenStep(town, red, "card-cancellations", new { cardId = (Guid)card["id"]!, reason = "已受理。" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((string?)card["kind"], (string?)card["cause"]), Is.EqualTo(("Yellow", "AcceptanceOverdue")));
            Assert.That(without["items"]!.AsArray().Select(item => (Guid)item!["dispute"]!["id"]!), Is.EqualTo([IdOf(red)]));
            Assert.That(((int)complete["numerator"]!, (int)complete["denominator"]!), Is.EqualTo((1, 1)), "包案落实率");
        }
    }

    async Task The_district_meets_over_what_stands()
    {
        hand.GoTo(new(2026, 11, 25));
        var opened = (await district.Put($"/api/meetings/{meeting}", new { heldOn = "2026-11-25", place = "区综治中心", host = "周某某" })).Expect(HttpStatusCode.Created);
        (await district.Post($"/api/meetings/{meeting}/conclusion", new
        {
            commandId = Guid.NewGuid(), attendance = new[] { new { name = "周某某", post = "副区长" } }, forecast = "征地补偿集中在年底。",
            decisions = new[] { new { disputeId = IdOf(red), decision = "十二月十日前完成测量", unit = "区住建局", person = "钱某某", dueOn = "2026-12-10" } },
        })).Expect(HttpStatusCode.OK);

        Assert.That(opened["matters"]!.AsArray().Select(matter => (Guid)matter!["disputeId"]!), Is.EqualTo([IdOf(red)]));
        // Six on the ledger: the sign, on the spot, agreed, raised, referred and red; two of them ended.
        Assert.That(((int)opened["figures"]!["received"]!, (int)opened["figures"]!["ended"]!, (int)opened["figures"]!["open"]!), Is.EqualTo((6, 2, 4)));
        Assert.That(await FrontDeskTests.Text(district, $"/api/meetings/{meeting}/minutes.docx"), Does.Contain("十二月十日前完成测量"));
    }

    async Task The_month_goes_up_and_is_sealed()
    {
        hand.GoTo(new(2026, 12, 2));
        var first = await hand.Submitted(Village, November);
        var back = await hand.Step("town", first, "Return", new { reason = "请核对涉及人数。" });
        hand.GoTo(new(2026, 12, 4));
        await hand.Submit(Village, await hand.Check(Village, back));
        var chase = (await town.Get("/api/monthly-reports/chase?month=2026-11")).Expect(HttpStatusCode.OK);
        var nil = await hand.Submitted(Neighbour, November);
        foreach (var unit in (string[])[Town, OtherTown])
        {
            var report = await hand.Open(unit, November);
            var merged = await hand.TryStep(unit == Town ? "town" : "town2", report, "Merge");
            await hand.Submit(unit, await hand.Check(unit, merged.Status == HttpStatusCode.OK ? merged.Json : report));
        }
        hand.GoTo(new(2026, 12, 6));
        var whole = await hand.Step("district", await hand.Open(District, November), "Merge");
        november = await hand.Step("district", await hand.Check(District, whole), "Seal", new { sealText = "大观区综治中心（章）" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That(((int)chase["submitted"]!, (bool)nil["summary"]!["nil"]!), Is.EqualTo((1, true)));
            Assert.That((string?)november["summary"]!["state"], Is.EqualTo("Sealed"));
            Assert.That(Cells(november, 1), Is.EqualTo((0, 2, 4, 6)), "found, by who has it at the cut-off: the town the hotline's and the one sent up");
            Assert.That(Cells(november, 4), Is.EqualTo((0, 0, 2, 2)), "settled");
            Assert.That(Cells(november, 48).Subtotal, Is.EqualTo(1), "major");
            Assert.That(Cells(november, 52), Is.EqualTo((1, 0, 0, 1)), "campaigns");
            Assert.That(november["report"]!["checks"]!.AsArray().Where(check => !(bool)check!["passed"]!).Select(check => check!.ToJsonString()), Is.Empty);
            Assert.That(await Drill(november, 1), Does.Contain(IdOf(turned)).And.Contain(IdOf(referred)).And.Contain(IdOf(red)));
            Assert.That((await Drill(november, 1)), Has.Count.EqualTo(6));
        }
    }

    async Task What_comes_late_is_corrected_in_December()
    {
        var before = november["report"]!.ToJsonString();
        var forgotten = await GivenDispute(neighbour, body => (body["areaCode"], body["receivedAt"], body["occurredOn"], body["deviceTime"]) = (Neighbour, "2026-11-28T02:00:00Z", null, null));
        await GivenStep(village, turned, "voiding", new { reason = "与另一件重复登记。" });
        var next = Guid.CreateVersion7();
        hand.GoTo(new(2026, 12, 20));
        var second = (await district.Put($"/api/meetings/{next}", new { heldOn = "2026-12-20", place = "区综治中心", host = "周某某" })).Expect(HttpStatusCode.Created);
        (await district.Post($"/api/meetings/{meeting}/completions", new { commandId = Guid.NewGuid(), number = 1, note = "测量完成。" })).Expect(HttpStatusCode.OK);
        hand.GoTo(new(2027, 1, 6));
        var december = await hand.Seal(December, Units);

        using (Assert.EnterMultipleScope())
        {
            Assert.That(second["carried"]!.AsArray().Select(decision => (Guid)decision!["disputeId"]!), Is.EqualTo([IdOf(red)]), "The next meeting begins with what was not done.");
            Assert.That((await hand.Get(november))["report"]!.ToJsonString(), Is.EqualTo(before), "Sealed numbers stand.");
            Assert.That((Cells(december, 1).Subtotal, Correction(december)), Is.EqualTo((0, 0)), "One more and one less.");
            Assert.That(await Drill(december, 1, correction: true), Is.EquivalentTo([IdOf(forgotten), IdOf(turned)]));
        }
    }

    async Task The_figures_leave_the_house()
    {
        var path = $"/api/monthly-reports/{(Guid)november["summary"]!["id"]!}";
        var silent = await district.Get($"{path}.csv");
        var csv = (await district.Get($"{path}.csv?reason=上报市级")).Text.Split("\r\n");
        foreach (var form in (string[])["xlsx", "docx"])
            Assert.That((await district.Get($"{path}.{form}?reason=上报市级")).Status, Is.EqualTo(HttpStatusCode.OK), form);
        var quarter = (await district.Get($"/api/reports/periods?period=2026-Q4&area={District}")).Expect(HttpStatusCode.OK);
        var shares = (await district.Get($"/api/reports/shares?from=2026-11-01&to=2026-11-30&on=registered&area={District}&by=tier")).Expect(HttpStatusCode.OK);
        var slogan = (await district.Get($"/api/indicators?period=2026-11&area={District}")).Expect(HttpStatusCode.OK)["items"]!.AsArray().Single(item => (string?)item!["id"] == "InVillageRate")!;
        var log = (await (await SignIn("auditor")).Get("/api/access-log?kind=Export&limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray();

        using (Assert.EnterMultipleScope())
        {
            Assert.That(silent.Status, Is.EqualTo(HttpStatusCode.BadRequest), "Nothing leaves without a reason.");
            Assert.That(csv[4].Split(',')[2..6], Is.EqualTo(new[] { "0", "2", "4", "6" }));
            Assert.That((int)quarter["rows"]![0]!["values"]!["subtotal"]!, Is.EqualTo(6));
            Assert.That((int)shares["total"]!, Is.EqualTo(6), "Seven, and one voided.");
            Assert.That(((int)slogan["numerator"]!, (int)slogan["denominator"]!), Is.EqualTo((2, 2)));
            Assert.That(log.Count(item => ((string?)item!["detail"])?.Contains("上报市级") == true), Is.EqualTo(3));
        }
    }

    async Task Every_record_holds()
    {
        var tallies = (await district.Get("/api/reports/tallies/verification")).Expect(HttpStatusCode.OK);
        Assert.That((bool)tallies["matches"]!, Is.True, tallies.ToJsonString());
        foreach (var dispute in (JsonNode[])[turned, agreed, referred, red])
            Assert.That((bool)(await district.Get(Path(IdOf(dispute), "journal/verification"))).Expect(HttpStatusCode.OK)["valid"]!, Is.True);
    }

    static async Task<JsonNode> Return(HttpClient client, object body) => (await client.Put($"/api/screening-returns/{Guid.CreateVersion7()}", body)).Expect(HttpStatusCode.Created);

    async Task<Guid> Sign()
    {
        var id = Guid.CreateVersion7();
        (await village.Put($"/api/screening-leads/{id}", new { foundOn = "2026-11-12", place = "村东晒场", people = 4, brief = "两户为晒场边界争吵。", type = "Neighbor", triggers = Array.Empty<string>() }))
            .Expect(HttpStatusCode.Created);
        return id;
    }

    static async Task<JsonNode> Closed(HttpClient client, JsonNode agreed)
    {
        var obligation = (Guid)agreed["cases"]![0]!["agreement"]!["obligations"]![0]!["id"]!;
        var performed = await GivenStep(client, agreed, "performance", new { obligationId = obligation, performedOn = "2026-11-16", evidence = "现场查看" });
        return await GivenStep(client, await GivenStep(client, performed, "follow-ups", new { by = "Phone", performed = true, relapse = false, satisfaction = 5, record = "无反复" }), "closure");
    }

    async Task<List<Guid>> Drill(JsonNode report, int row, bool correction = false) =>
    [
        .. (await district.Get($"/api/monthly-reports/{(Guid)report["summary"]!["id"]!}/disputes?row={row}&column=Subtotal&correction={(correction ? "true" : "false")}"))
            .Expect(HttpStatusCode.OK)["items"]!.AsArray().Select(item => (Guid)item!["dispute"]!["id"]!),
    ];

    static (int District, int Town, int Village, int Subtotal) Cells(JsonNode report, int row)
    {
        var values = report["report"]!["rows"]![row - 1]!["values"]!;
        return ((int)values["district"]!, (int)values["town"]!, (int)values["village"]!, (int)values["subtotal"]!);
    }

    static int Correction(JsonNode report) => (int)report["report"]!["rows"]![0]!["correction"]!["subtotal"]!;
}
