using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Playwright;
using NUnit.Framework;
using static Mediation.Tests.Api.ApiTest;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>What did not go at the first try: the page says truthfully how it stands, keeps what was typed, and the second try goes.</summary>
sealed class SecondTryTests : CentreTest
{
    const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Test]
    public async Task Merging_shows_what_a_colleague_changed_meanwhile_and_then_goes()
    {
        var first = await GivenAtTown("先来的纠纷");
        var name = (string)first["parties"]![0]!["name"]!;
        var second = await GivenAtTown("后来的纠纷", change: body => body["parties"]![0]!["name"] = name);
        var clerk = await Clerk("town", FileOf(second));
        await clerk.Region("重复与关联").GetByRole(AriaRole.Button, new() { Name = "合并重复" }).ClickAsync();
        await clerk.Dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new("先来的纠纷") }).CheckAsync();
        await clerk.Fill("理由", "同一件事登记了两次。");

        await GivenStep(await App.SignIn("town"), second, "corrections", new { field = "subject", old = "后来的纠纷", @new = "后来的排水纠纷", reason = "核实" });
        await clerk.Press("合并重复");
        await Expect(clerk.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("事由：原为“后来的纠纷”，现为“后来的排水纠纷”");
        await Expect(clerk.Field("理由")).ToHaveValueAsync("同一件事登记了两次。");
        await clerk.Press("看过了，再提交");

        await clerk.Told("已完成：合并重复");
        var now = await Now(second, "town");
        Assert.That(((string?)now["status"], (Guid)now["mergedInto"]!), Is.EqualTo(("Merged", IdOf(first))));
        Assert.That((await Journal(first, "town"))[^1], Is.EqualTo("DuplicateLinked"));
    }

    [Test]
    public async Task After_the_changes_were_seen_another_refusal_is_told_as_well()
    {
        var dispute = await GivenAcceptance(await App.SignIn("town"), await GivenAtTown("又被拒绝的纠纷"));
        var clerk = await Clerk("town", FileOf(dispute));
        await clerk.BeginStep("申请人撤回", "结果与履行");
        await clerk.Choose("当事人", $"{(string)dispute["parties"]![1]!["name"]!}（被申请人）");
        await clerk.Fill("说明", "对方来说不谈了。");

        await GivenSession(await App.SignIn("town"), dispute, "Continue");
        await clerk.Press("申请人撤回");
        await Expect(clerk.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("调解次数：原为“0”，现为“1”");
        await clerk.Press("看过了，再提交");

        await Expect(clerk.ErrorAt("当事人")).ToHaveTextAsync("只有申请人可以撤回；另一方不愿调解的，用终止");
        await Expect(clerk.Field("当事人")).ToBeFocusedAsync();
        await Expect(clerk.Field("说明")).ToHaveValueAsync("对方来说不谈了。");
        Assert.That((string?)(await Now(dispute, "town"))["status"], Is.EqualTo("InMediation"));
    }

    [Test]
    public async Task Why_a_handover_was_refused_stands_in_its_card_at_both_desks()
    {
        var dispute = await GivenSentUp("材料不全的纠纷");
        var clerk = await Clerk("town", FileOf(dispute));
        await clerk.BeginStep("退回移交");
        await clerk.Choose("理由", "材料不全");
        await clerk.Fill("说明", "缺少身份证明和照片。");
        await clerk.Press("退回移交");
        await clerk.Told("已完成：退回移交");

        await Expect(clerk.Region("移交记录")).ToContainTextAsync("退回说明：缺少身份证明和照片。");
        var told = (await Now(dispute))["handovers"]![0]!;
        Assert.That(((string?)told["refusal"], (string?)told["refusalNote"]), Is.EqualTo(("MaterialsMissing", "缺少身份证明和照片。")));
    }

    [Test]
    public async Task A_file_that_was_refused_is_sent_again_by_a_touch()
    {
        var hand = await VillageHand.At(await NewTablet());
        await hand.Register("照一", "照二");
        await hand.SendNow();
        await hand.OpenMatter("照一与照二邻里纠纷");
        await hand.Page.RouteAsync("**/api/uploads", route => route.FulfillAsync(new()
        {
            Status = 429, ContentType = "application/problem+json", Body = """{"code":"upload.too-many","title":"Too many uploads are open.","status":429}""",
        }));
        await hand.Attach("现场照片", "水沟.png", Convert.FromBase64String(Pixel));
        await hand.OpenSync();
        await Expect(hand.Page.GetByText("未完成的上传太多，请稍后再试")).ToBeVisibleAsync();
        Assert.That((await Dispute("照一与照二邻里纠纷"))["attachments"]!.AsArray(), Is.Empty);

        await hand.Page.UnrouteAsync("**/api/uploads");
        await hand.Button("再发一次：水沟.png").ClickAsync();

        await Expect(hand.Page.Locator("[data-test=sync-standing]")).ToHaveTextAsync("都已发送");
        Assert.That((string?)(await Dispute("照一与照二邻里纠纷"))["attachments"]![0]!["name"], Is.EqualTo("水沟.png"));
    }

    [Test]
    public async Task A_file_whose_upload_is_gone_from_the_server_is_uploaded_anew_by_a_touch()
    {
        var hand = await VillageHand.At(await NewTablet());
        await hand.Register("照三", "照四");
        await hand.SendNow();
        await hand.OpenMatter("照三与照四邻里纠纷");
        // The line breaks between the bytes and the command that names them.
        var uploaded = new TaskCompletionSource<Guid>();
        await hand.Page.RouteAsync("**/api/sync/commands", route =>
        {
            if (JsonNode.Parse(route.Request.PostData!)!["entries"]!.AsArray().FirstOrDefault() is { } entry)
                uploaded.TrySetResult((Guid)entry["body"]!["uploadId"]!);
            return route.AbortAsync();
        });
        await hand.Attach("现场照片", "院墙.png", Convert.FromBase64String(Pixel));
        var upload = await uploaded.Task.WaitAsync(TimeSpan.FromSeconds(15));
        using var gone = new HttpRequestMessage(HttpMethod.Delete, $"/api/uploads/{upload}") { Headers = { { "Tus-Resumable", "1.0.0" } } };
        Assert.That((await (await App.SignIn("village")).SendAsync(gone)).StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        await hand.Page.UnrouteAsync("**/api/sync/commands");

        await hand.OpenSync();
        await hand.Button("现在发送").ClickAsync();
        var card = hand.Page.Locator("[data-test=attention-entry]");
        await Expect(card).ToContainTextAsync("附件");
        await card.GetByRole(AriaRole.Button, new() { Name = "再发一次" }).ClickAsync();

        await Expect(hand.Page.Locator("[data-test=sync-standing]")).ToHaveTextAsync("都已发送");
        await Expect(card).ToHaveCountAsync(0);
        Assert.That((await Dispute("照三与照四邻里纠纷"))["attachments"]!.AsArray().Select(one => (string?)one!["name"]), Is.EqualTo(new[] { "院墙.png" }));
    }
}
