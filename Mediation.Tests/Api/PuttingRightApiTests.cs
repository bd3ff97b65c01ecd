using System.Net;
using System.Text.Json.Nodes;
using Mediation.Tests.Support;
using NUnit.Framework;

namespace Mediation.Tests.Api;

/// <summary>Corrections, reversals, voided and merged entries, and that the month follows each of them.</summary>
[NonParallelizable]
sealed class PuttingRightApiTests(string kind) : ApiTest(kind)
{
    // It counts a whole village and moves the clock.
    protected override bool OwnServer => true;

    [Test, Order(1)]
    public async Task The_month_follows_whatever_is_put_right()
    {
        using var village = await App.SignInAnew("village");
        var empty = await Month(village);

        var dispute = await GivenDispute(village, Large);
        Assert.That(await Month(village), Is.EqualTo(empty with { Found = empty.Found + 1, Major = empty.Major + 1, Open = empty.Open + 1 }));

        dispute = await GivenStep(village, dispute, "corrections", new { field = "peopleInvolved", old = 30, @new = 3, reason = "多写一个零" });
        Assert.That(await Month(village), Is.EqualTo(empty with { Found = empty.Found + 1, Open = empty.Open + 1 }));

        dispute = await GivenStep(village, dispute, "settlement-on-the-spot", new { terms = "当场付清。", performance = "Immediate" });
        Assert.That(await Month(village), Is.EqualTo(empty with { Found = empty.Found + 1, Mediated = empty.Mediated + 1, Succeeded = empty.Succeeded + 1 }));

        dispute = await GivenStep(village, dispute, "reversals", new { reason = "登记到别的纠纷上了" });
        Assert.That(await Month(village), Is.EqualTo(empty with { Found = empty.Found + 1, Open = empty.Open + 1 }));

        dispute = await GivenStep(village, dispute, "voiding", new { reason = "练习录入" });
        Assert.That(await Month(village), Is.EqualTo(empty));
        await GivenStep(village, dispute, "reversals", new { reason = "不是练习" });
        Assert.That(await Month(village), Is.EqualTo(empty with { Found = empty.Found + 1, Open = empty.Open + 1 }));
    }

    [Test, Order(2)]
    public async Task A_merged_entry_counts_no_more_until_the_merger_is_taken_back()
    {
        using var village = await App.SignInAnew("village");
        var survivor = await GivenDispute(village);
        var duplicate = await GivenDispute(village);
        var before = await Month(village);

        var merged = await GivenStep(village, duplicate, "duplicate-of", new { survivorId = IdOf(survivor), reason = "重复登记" });
        Assert.That(((string?)merged["status"], (Guid?)merged["mergedInto"]), Is.EqualTo(("Merged", IdOf(survivor))));
        Assert.That((await Read(village, survivor))["duplicates"]!.AsArray().Select(d => (Guid)d!), Is.EqualTo([IdOf(duplicate)]));
        Assert.That(await Month(village), Is.EqualTo(before with { Found = before.Found - 1, Open = before.Open - 1 }));
        AssertRule(await Act(village, await Read(village, survivor), "duplicate-of", new { survivorId = IdOf(duplicate), reason = "反过来" }), "dispute.illegal-move");

        var back = await GivenStep(village, merged, "reversals", new { reason = "不是一件事" });
        Assert.That(((string?)back["status"], back["mergedInto"]), Is.EqualTo(("Registered", (JsonNode?)null)));
        Assert.That((await Read(village, survivor))["duplicates"]!.AsArray(), Is.Empty);
        Assert.That(await Month(village), Is.EqualTo(before));
    }

    [Test, Order(3)]
    public async Task Two_entries_that_are_both_settled_become_one()
    {
        using var village = await App.SignInAnew("village");
        static void Settled(JsonObject body) => body["settlement"] = new JsonObject { ["terms"] = "当场付清。", ["performance"] = "Immediate" };
        var (survivor, duplicate) = (await GivenDispute(village, Settled), await GivenDispute(village, Settled));
        var before = await Month(village);

        await GivenStep(village, duplicate, "duplicate-of", new { survivorId = IdOf(survivor), reason = "平板和电脑各登记一次" });

        Assert.That(await Month(village), Is.EqualTo(before with { Found = before.Found - 1, Mediated = before.Mediated - 1, Succeeded = before.Succeeded - 1 }));
    }

    [Test, Order(4)]
    public async Task A_link_is_taken_back_where_it_was_made_and_a_step_of_the_survivor_at_the_survivor()
    {
        using var village = await App.SignInAnew("village");
        var survivor = await GivenAcceptedDispute(village);
        var duplicate = await GivenDispute(village);
        var merged = await GivenStep(village, duplicate, "duplicate-of", new { survivorId = IdOf(survivor), reason = "重复登记" });

        var reversed = await GivenStep(village, await Read(village, survivor), "reversals", new { reason = "受理记错" });
        Assert.That(((string?)reversed["status"], reversed["duplicates"]!.AsArray().Count), Is.EqualTo(("Registered", 1)));
        await GivenStep(village, reversed, "voiding", new { reason = "练习录入" });
        Assert.That((string?)(await GivenStep(village, merged, "reversals", new { reason = "另一件已作废" }))["status"], Is.EqualTo("Registered"));
    }

    [Test, Order(5)]
    public async Task A_voided_number_is_the_cases_own_again_when_the_voiding_is_taken_back()
    {
        using var village = await App.SignInAnew("village");
        var dispute = await GivenAcceptedDispute(village);
        var register = new BehindTheBack(App, IdOf(dispute));
        const string Valid = "select text from case_number where dispute_id = {id} and voided_reason is null";

        dispute = await GivenStep(village, dispute, "voiding", new { reason = "练习录入" });
        Assert.That(await register.Texts(Valid), Is.Empty);
        dispute = await GivenStep(village, dispute, "reversals", new { reason = "不是练习" });

        Assert.That(await register.Texts(Valid), Is.EqualTo([(string?)dispute["cases"]![0]!["number"]]));
    }

    [Test, Order(5)]
    public async Task A_correction_names_what_was_seen_and_a_mask_is_what_was_seen()
    {
        using var village = await App.SignInAnew("village");
        var dispute = await GivenDispute(village);
        var (party, seen) = (PartiesOf(dispute)[0], (string?)dispute["parties"]![0]!["phone"]);
        object Phone(string? old) => new { field = $"parties.{party}.phone", old, @new = "13900000009", reason = "换号" };

        AssertRule(await Act(village, dispute, "corrections", Phone("139****0000")), "correction.old-differs");
        dispute = await GivenStep(village, dispute, "corrections", Phone(seen));

        Assert.That((seen, (string?)dispute["parties"]![0]!["phone"]), Is.EqualTo(("138****0001", "139****0009")));
        var texts = (await village.Get(Path(IdOf(dispute), "journal"))).Expect(HttpStatusCode.OK)["items"]!.AsArray()[^1]!["texts"]!;
        Assert.That(((string?)texts["old"], (string?)texts["new"]), Is.EqualTo(("138****0001", "139****0009")));
    }

    [Test, Order(6)]
    public async Task A_correction_proposes_again_and_moves_nothing()
    {
        using var village = await App.SignInAnew("village");
        var dispute = await GivenDispute(village);
        var corrected = await GivenStep(village, dispute, "corrections", new { field = "peopleInvolved", old = 2, @new = 30, reason = "漏登" });

        using (Assert.EnterMultipleScope())
        {
            Assert.That((string?)dispute["routing"]!["tier"], Is.EqualTo("Village"));
            Assert.That((string?)corrected["routing"]!["tier"], Is.EqualTo("District"));
            Assert.That(((string?)corrected["tier"], (string?)corrected["status"]), Is.EqualTo(("Village", "Registered")));
            Assert.That((string?)corrected["responsible"]!["id"], Is.EqualTo((string?)dispute["responsible"]!["id"]));
        }
    }

    [Test, Order(7)]
    public async Task After_a_day_the_author_asks_the_director()
    {
        using var sector = await App.SignInAnew("sector");
        using var village = await App.SignInAnew("village");
        static void Medical(JsonObject body) => body["type"] = "Medical";
        var (early, late, directed) = (await GivenAcceptedDispute(sector, Medical), await GivenAcceptedDispute(sector, Medical), await GivenAcceptedDispute(village));

        App.Clock.Advance(TimeSpan.FromHours(24));
        using var inTime = await App.SignInAnew("sector");
        Assert.That((string?)(await GivenStep(inTime, early, "reversals", new { reason = "受理记错" }))["status"], Is.EqualTo("Registered"));
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        AssertRule(await Act(inTime, late, "reversals", new { reason = "受理记错" }), "reversal.not-author");
        using var director = await App.SignInAnew("village");
        Assert.That((string?)(await GivenStep(director, directed, "reversals", new { reason = "受理记错" }))["status"], Is.EqualTo("Registered"));
    }

    /// <summary>Whatever was put right above: the kept numbers are those of a recount of the journal.</summary>
    [Test, Order(8)]
    public async Task The_tallies_are_a_recount_of_the_journal()
    {
        using var district = await App.SignInAnew("district");

        var verified = (await district.Get("/api/reports/tallies/verification")).Expect(HttpStatusCode.OK);

        Assert.That(((bool)verified["matches"]!, (int)verified["disputes"]! > 0), Is.EqualTo((true, true)), verified.ToJsonString());
    }

    static void Large(JsonObject body) => body["peopleInvolved"] = 30;

    static async Task<JsonNode> Read(HttpClient client, JsonNode dispute) => (await client.Get(Path(IdOf(dispute)))).Expect(HttpStatusCode.OK);

    static async Task<Figures> Month(HttpClient client)
    {
        var report = (await client.Get($"/api/reports/monthly/2026-11?area={Village}")).Expect(HttpStatusCode.OK);
        int Row(int number) => (int)(decimal)report["rows"]![number - 1]!["values"]!["village"]!;
        Assert.That(report["checks"]!.AsArray().Where(c => !(bool)c!["passed"]!), Is.Empty, report.ToJsonString());
        return new(Row(1), Row(2), Row(4), Row(48), (int)report["stockFlow"]!["village"]!["openAtEnd"]!);
    }

    sealed record Figures(int Found, int Mediated, int Succeeded, int Major, int Open);
}
