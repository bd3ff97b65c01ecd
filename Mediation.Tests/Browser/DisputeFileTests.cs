using System.Text.RegularExpressions;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;
using static Mediation.Tests.Api.ApiTest;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>A dispute's file at the town's desk: what it shows, what it withholds, and the steps that are taken from it.</summary>
sealed class DisputeFileTests : CentreTest
{
    [Test]
    public async Task The_whole_matter_stands_on_one_page_and_the_village_s_notes_are_withheld()
    {
        var village = await App.SignIn("village");
        var dispute = await GivenSession(village, await GivenAcceptance(village, await GivenMatter("院墙排水纠纷")), "Continue");
        var clerk = await Clerk("town", FileOf(dispute));

        await Expect(clerk.Title).ToHaveTextAsync("院墙排水纠纷");
        foreach (var card in new[] { "基本情况", "当事人", "调解案件", "文书", "附件", "期限", "移交记录", "重复与关联", "办理时间线" })
            await Expect(clerk.Region(card)).ToBeVisibleAsync();
        await Expect(clerk.Region("调解案件")).ToContainTextAsync("调解次数1 次");
        await Expect(clerk.Region("调解案件")).ToContainTextAsync("由海口村人民调解委员会保管，不在这里显示；需要了解请联系该单位");
        await Expect(clerk.Region("调解案件")).Not.ToContainTextAsync("双方到场陈述");
        await Expect(clerk.Region("文书")).ToContainTextAsync("案件文书由海口村人民调解委员会保管");
        await Expect(clerk.Region("期限").GetByRole(AriaRole.Listitem).Filter(new() { HasText = "一般调解期限" })).ToContainTextAsync("到期");
        await Expect(clerk.Region("期限")).ToContainTextAsync("人民调解工作若干规定 33");
        await Expect(clerk.Region("办理时间线").GetByRole(AriaRole.Listitem)).ToHaveCountAsync((await village.Get(Path(IdOf(dispute), "journal"))).Json["items"]!.AsArray().Count);
        await clerk.Press("校验记录");
        await clerk.Told("记录完整");
        await clerk.Desk.Screenshot("file-withheld");
    }

    [Test]
    public async Task Taken_over_given_to_a_suggested_mediator_and_sent_up()
    {
        var dispute = await GivenSentUp("林地界址纠纷");
        var clerk = await Clerk("town", FileOf(dispute));

        await clerk.BeginStep("接收移交");
        await clerk.Press("接收移交");
        await clerk.Told("已完成：接收移交");
        await clerk.BeginStep("受理并指定调解员");
        await clerk.Press("受理并指定调解员");
        await Expect(clerk.ErrorAt("主持调解员")).ToHaveTextAsync("请填写");
        await Expect(clerk.Field("主持调解员")).ToBeFocusedAsync();
        var suggested = clerk.Dialog.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "龙桂香" });
        await Expect(suggested).ToHaveTextAsync(new Regex("在办 \\d+ 件 · ."));
        await suggested.GetByRole(AriaRole.Button).ClickAsync();
        await clerk.Press("受理并指定调解员");
        await clerk.Told("已完成：受理并指定调解员");
        await Expect(clerk.Region("调解案件")).ToContainTextAsync("龙桂香");
        var print = clerk.Region("文书").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^打印") }).First;
        var paper = await clerk.Page.APIRequest.GetAsync((await print.GetAttributeAsync("href"))!);
        Assert.That(paper.Status, Is.EqualTo(200));

        await clerk.BeginStep("上报", "上报、退回、移送");
        await clerk.Choose("理由", "当事人要求");
        await clerk.Fill("说明", "当事人要求区里调解。");
        await clerk.Press("上报");
        await clerk.Told("已完成：上报");
        await Expect(clerk.Region("移交记录")).ToContainTextAsync("海口镇社会治安综合治理中心 → 大观区社会治安综合治理中心");
    }

    [Test]
    public async Task A_refusal_is_told_at_its_field_and_what_was_typed_stays()
    {
        var clerk = await Clerk("town", FileOf(await GivenSentUp("当事人自己要求上来的纠纷")));

        await clerk.BeginStep("退回移交");
        await clerk.Choose("理由", "下级尚未先行调解");
        await clerk.Fill("说明", "请先在村里调解。");
        await clerk.Press("退回移交");
        await Expect(clerk.ErrorAt("理由")).ToHaveTextAsync("当事人自己要求上来的，不能以下级未调解为由退回");
        await Expect(clerk.Field("理由")).ToBeFocusedAsync();
        await Expect(clerk.Field("说明")).ToHaveValueAsync("请先在村里调解。");
        await clerk.Desk.Screenshot("file-refusal");
        await clerk.Choose("理由", "材料不全");
        await clerk.Press("退回移交");

        await clerk.Told("已完成：退回移交");
        await Expect(clerk.Region("移交记录")).ToContainTextAsync("材料不全");
        await Expect(clerk.Region("办理时间线")).ToContainTextAsync("请先在村里调解。");
    }

    [Test]
    public async Task Back_to_the_village_after_seeing_what_a_colleague_changed_meanwhile()
    {
        var dispute = await GivenAtTown("鱼塘承包纠纷", "CrossVillage");
        var clerk = await Clerk("town", FileOf(dispute));
        await clerk.BeginStep("退回（下派）", "上报、退回、移送");
        await clerk.Choose("理由", "属单村事项");
        await clerk.Choose("送往单位", "海口村人民调解委员会");

        await GivenStep(await App.SignIn("town"), dispute, "corrections", new { field = "subject", old = "鱼塘承包纠纷", @new = "鱼塘排水纠纷", reason = "核实" });
        await clerk.Press("退回（下派）");
        await Expect(clerk.Dialog.GetByRole(AriaRole.Alert)).ToContainTextAsync("事由：原为“鱼塘承包纠纷”，现为“鱼塘排水纠纷”");
        await Expect(clerk.Field("理由")).ToHaveValueAsync("SingleVillage");
        await clerk.Desk.Screenshot("file-stale");
        await clerk.Press("看过了，再提交");

        await clerk.Told("已完成：退回（下派）");
        await Expect(clerk.Title).ToHaveTextAsync("鱼塘排水纠纷");
        Assert.That((await Now(dispute))["handovers"]!.AsArray().Select(one => (string?)one!["kind"]), Is.EqualTo(new[] { "Escalation", "Return" }));
    }

    [Test]
    public async Task A_second_entry_of_the_same_matter_is_linked_to_the_first()
    {
        var first = await GivenAtTown("先登记的纠纷");
        var name = (string)first["parties"]![0]!["name"]!;
        var second = await GivenAtTown("又登记的纠纷", change: body => body["parties"]![0]!["name"] = name);
        var clerk = await Clerk("town", FileOf(second));

        await clerk.Region("重复与关联").GetByRole(AriaRole.Button, new() { Name = "合并重复" }).ClickAsync();
        await clerk.Press("合并重复");
        await clerk.See("请填写");
        await clerk.Dialog.GetByRole(AriaRole.Radio, new() { NameRegex = new Regex("先登记的纠纷") }).CheckAsync();
        await clerk.Fill("理由", "同一件事登记了两次。");
        await clerk.Press("合并重复");
        await clerk.Told("已完成：合并重复");
        await Expect(clerk.Page.Locator(".desk-head")).ToContainTextAsync("已合并");
        await clerk.Region("重复与关联").GetByRole(AriaRole.Link, new() { Name = "已合并到的纠纷" }).ClickAsync();

        await Expect(clerk.Title).ToHaveTextAsync("先登记的纠纷");
        await Expect(clerk.Region("重复与关联").GetByRole(AriaRole.Link, new() { Name = "合并进来的纠纷" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task Whole_numbers_are_shown_for_a_reason_that_is_logged()
    {
        var dispute = await GivenAtTown("查看电话的纠纷", change: body => body["parties"]![0]!["phone"] = "13800007788");
        var clerk = await Clerk("town", FileOf(dispute));
        await Expect(clerk.Region("当事人")).ToContainTextAsync("138****7788");

        await clerk.Press("查看完整信息");
        await clerk.Press("查看完整信息");
        await Expect(clerk.ErrorAt("理由")).ToHaveTextAsync("请填写");
        await clerk.Fill("理由", "电话通知到场");
        await clerk.Press("查看完整信息");

        await Expect(clerk.Region("当事人")).ToContainTextAsync("13800007788");
        var log = await (await App.SignIn("auditor")).Get($"/api/access-log?kind=Reveal&dispute={IdOf(dispute)}");
        Assert.That(log.Text, Does.Contain("电话通知到场").And.Not.Contain("13800007788"));
    }

    [Test]
    public async Task A_file_is_attached_and_can_be_opened_again()
    {
        var clerk = await Clerk("town", FileOf(await GivenAtTown("有照片的纠纷")));
        var photo = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

        await clerk.Press("添加附件");
        await clerk.Choose("种类", "现场照片");
        await clerk.Dialog.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "院墙.png", MimeType = "image/png", Buffer = photo });
        await Expect(clerk.Field("名称")).ToHaveValueAsync("院墙.png");
        await clerk.Press("保存");

        await clerk.Told("已完成：添加附件");
        var link = clerk.Region("附件").GetByRole(AriaRole.Link, new() { NameRegex = new Regex("院墙") });
        await Expect(link).ToBeVisibleAsync();
        var opened = await clerk.Page.APIRequest.GetAsync((await link.GetAttributeAsync("href"))!);
        Assert.That((opened.Status, opened.Headers["content-type"]), Is.EqualTo((200, "image/png")));
    }

    [Test]
    public async Task Who_has_no_part_in_it_reads_whose_it_is_and_finds_no_step()
    {
        var dispute = await GivenMatter("村里自己办的纠纷");
        var clerk = await Clerk("justice", FileOf(dispute));

        await Expect(clerk.Title).ToHaveTextAsync("村里自己办的纠纷");
        await clerk.See("这件纠纷现由海口村人民调解委员会办理，您可以查看。");
        await clerk.Open($"/centre/disputes/{Guid.CreateVersion7()}");
        await Expect(clerk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有找到，或不在您的范围内");
    }
}
