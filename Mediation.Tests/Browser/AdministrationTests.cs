using System.Net;
using System.Text;
using Mediation.Tests.Support;
using Microsoft.Playwright;
using NUnit.Framework;
using static Mediation.Tests.Api.ApiTest;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>People, places and the log: what an office keeps in order from its pages.</summary>
sealed class AdministrationTests : CentreTest
{
    [Test]
    public async Task An_account_is_made_its_person_signs_in_and_is_shut_out_again()
    {
        var admin = await Clerk("admin", "/centre/admin/accounts");
        await admin.Press("新建账号");
        await admin.Fill("用户名", "town");
        await admin.Fill("姓名", "测试员丙");
        await admin.Choose("所属单位", "海口镇社会治安综合治理中心");
        await admin.Dialog.GetByRole(AriaRole.Checkbox, new() { Name = "综治办主任" }).CheckAsync();
        await admin.Fill("初始密码", "abcdefgh");
        await admin.Press("保存");
        await Expect(admin.ErrorAt("初始密码")).ToHaveTextAsync("大写字母、小写字母、数字、其他字符，至少要有三种");
        await admin.Fill("初始密码", ApiServer.Password);
        await admin.Press("保存");
        await Expect(admin.ErrorAt("用户名")).ToHaveTextAsync("这个用户名已被使用");
        await Expect(admin.Field("姓名")).ToHaveValueAsync("测试员丙");
        await admin.Fill("用户名", "town9");
        await admin.Press("保存");
        await admin.Told("已保存：town9");

        var person = await Clerk("town9", "/centre/triage");
        await Expect(person.Title).ToHaveTextAsync("待办分流");
        const string own = "Own-word-2026";
        await person.Open("/settings");
        await person.Press("修改登录密码");
        await person.Page.GetByLabel("现在的密码").FillAsync("Another-1");
        await person.Page.GetByLabel("新密码", new() { Exact = true }).FillAsync("town9-town9");
        await person.Page.GetByLabel("再输入一次新密码").FillAsync(own);
        await person.Press("修改登录密码");
        await Expect(person.Page.GetByText("两次输入的不一样")).ToBeVisibleAsync();
        await person.Page.GetByLabel("新密码", new() { Exact = true }).FillAsync(own);
        await person.Press("修改登录密码");
        await Expect(person.Page.GetByText("现在的密码不对")).ToBeVisibleAsync();
        await person.Page.GetByLabel("现在的密码").FillAsync(ApiServer.Password);
        await person.Press("修改登录密码");
        await Expect(person.Page.GetByText("登录密码已经换好")).ToBeVisibleAsync();
        Assert.That((await App.Anonymous().Post("/api/session", new { userName = "town9", password = own })).Status, Is.EqualTo(HttpStatusCode.OK));

        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "停用 town9" }).ClickAsync();
        await admin.Fill("理由", "调离");
        await admin.Press("确定");
        await Expect(admin.Page.GetByRole(AriaRole.Row, new() { Name = "town9" })).ToContainTextAsync("已停用");

        await person.Page.ReloadAsync();
        await Expect(person.Title).ToHaveTextAsync("登录");
        await person.Page.Locator("input[autocomplete=username]").FillAsync("town9");
        await person.Page.Locator("input[type=password]").FillAsync(own);
        await person.Page.Locator("button[type=submit]").ClickAsync();
        await Expect(person.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "用户名或密码不对" })).ToBeVisibleAsync();
    }

    [Test]
    public async Task A_file_of_areas_is_refused_whole_with_its_rows_then_taken_then_brings_one_up_to_date()
    {
        var clerk = await Clerk("admin", "/centre/admin/areas");
        const string head = "code,name,parent,level\n";
        await Import("340803100901,新设一村,340803100000,village\n340803100902,,340803100000,village\n3408,新设三村,340803100000,village\n340803999904,新设四村,340803999000,village\n");

        await Expect(clerk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("文件有问题，一行也没有导入");
        var bad = clerk.Page.GetByRole(AriaRole.Group, new() { Name = "有问题的行" });
        await Expect(bad.Locator("tbody tr")).ToHaveTextAsync(["3name：名称缺少", "4code：代码格式不对", "5parent：上级代码上级不在名录中"]);
        Assert.That((await (await App.SignIn("admin")).Get("/api/areas/340803100901")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        await clerk.Desk.Screenshot("areas-refused");

        await Import("340803100901,新设一村,340803100000,village\n340803100902,新设二村,340803100000,village\n");
        await clerk.Told("新增 2 个，更新 0 个");
        await Expect(bad).ToHaveCountAsync(0);
        // As a spreadsheet program on a Chinese desk saves it.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        await Import("340803100902,新设二社区,340803100000,village\n", Encoding.GetEncoding("gb18030"));
        await clerk.Told("新增 0 个，更新 1 个");
        await clerk.Fill("搜索", "新设二");
        await Expect(clerk.Page.GetByRole(AriaRole.Row, new() { Name = "340803100902" })).ToContainTextAsync("新设二社区");
        Assert.That((string?)(await (await App.SignIn("admin")).Get("/api/areas/340803100902")).Expect(HttpStatusCode.OK)["name"], Is.EqualTo("新设二社区"));

        async Task Import(string rows, Encoding? encoding = null)
        {
            await clerk.Page.GetByLabel("选择 CSV 文件").SetInputFilesAsync(new FilePayload { Name = "areas.csv", MimeType = "text/csv", Buffer = (encoding ?? Encoding.UTF8).GetBytes(head + rows) });
            await clerk.Press("导入");
        }
    }

    [Test]
    public async Task A_mediator_s_term_and_load_are_changed_and_what_makes_no_sense_is_told_at_its_field()
    {
        var clerk = await Clerk("town", "/centre/mediators?q=龙文秀");
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "修改 龙文秀" }).ClickAsync();
        await clerk.Fill("任期起", "2026-01-01");
        await clerk.Fill("任期止", "2025-12-31");
        await clerk.Fill("可同时办理（件）", "12");
        await clerk.Press("保存");
        await Expect(clerk.ErrorAt("任期止")).ToHaveTextAsync("不在允许的范围内");
        await clerk.Fill("任期止", "2028-12-31");
        await clerk.Choose("任职", "暂停履职");
        await clerk.Press("保存");
        await Expect(clerk.ErrorAt("理由")).ToHaveTextAsync("请写明变动理由");
        await clerk.Choose("任职", "在任");
        await clerk.Press("保存");

        await clerk.Told("已保存：龙文秀");
        await Expect(clerk.Page.GetByRole(AriaRole.Row, new() { Name = "龙文秀" })).ToContainTextAsync("/ 12");
        var mediator = (await (await App.SignIn("town")).Get($"/api/mediators?q={Uri.EscapeDataString("龙文秀")}")).Expect(HttpStatusCode.OK)["items"]![0]!;
        Assert.That(((string?)mediator["termTo"], (int)mediator["capacity"]!, (string?)mediator["status"]), Is.EqualTo(("2028-12-31", 12, "Active")));
    }

    [Test]
    public async Task A_committee_s_telephone_is_changed_and_a_short_name_of_another_is_refused_at_its_field()
    {
        var clerk = await Clerk("town", "/centre/organisations");
        var organisations = (await (await App.SignIn("town")).Get("/api/organisations?limit=200")).Expect(HttpStatusCode.OK)["items"]!.AsArray();
        var taken = (string)organisations.First(one => (string)one!["name"]! != "海口村人民调解委员会")!["shortName"]!;
        await clerk.Page.GetByRole(AriaRole.Button, new() { Name = "修改 海口村人民调解委员会" }).ClickAsync();
        var own = await clerk.Field("简称（案号用）").InputValueAsync();
        await clerk.Fill("值班电话", "0556-5550101");
        await clerk.Fill("简称（案号用）", taken);
        await clerk.Press("保存");
        await Expect(clerk.ErrorAt("简称（案号用）")).ToHaveTextAsync("本区已有单位使用这个简称");
        await clerk.Fill("简称（案号用）", own);
        await clerk.Press("保存");

        await clerk.Told("已保存：海口村人民调解委员会");
        await Expect(clerk.Page.GetByRole(AriaRole.Row, new() { Name = "海口村人民调解委员会" })).ToContainTextAsync("0556-5550101");
        await clerk.Fill("名称", "没有这个单位");
        await clerk.See("没有符合条件的单位");
    }

    [Test]
    public async Task The_auditor_sees_who_revealed_what_and_finds_it_by_matter_and_kind()
    {
        var dispute = await GivenAtTown("审计员查的纠纷", change: body => body["parties"]![0]!["phone"] = "13800007799");
        var asked = new { commandId = Guid.NewGuid(), fields = new[] { "phone", "idNumber" }, reason = "通知到场" };
        (await (await App.SignIn("town")).Post($"/api/disputes/{IdOf(dispute)}/reveal", asked)).Expect(HttpStatusCode.OK);
        var auditor = await Clerk("auditor", "/centre/admin/access-log");

        await auditor.Fill("纠纷标识", IdOf(dispute).ToString()[..9]);
        await Expect(auditor.ErrorAt("纠纷标识")).ToHaveTextAsync("请填写完整的纠纷标识");
        await auditor.Fill("纠纷标识", IdOf(dispute).ToString());
        await auditor.Choose("事项", "查看完整信息");
        var row = auditor.Page.Locator("tbody tr");
        await Expect(row).ToHaveCountAsync(1);
        await Expect(row).ToContainTextAsync("town查看完整信息");
        await Expect(row).ToContainTextAsync("电话、证件号码：通知到场");
        await Expect(row).Not.ToContainTextAsync("13800007799");
        await auditor.Desk.Screenshot("access-log");

        await auditor.Page.ReloadAsync();
        await Expect(auditor.Field("纠纷标识")).ToHaveValueAsync(IdOf(dispute).ToString());
        await Expect(row).ToHaveCountAsync(1);
        await auditor.Choose("事项", "导出");
        await auditor.See("没有符合条件的记录");
    }

    [TestCase("town2", "/centre/admin/devices", "还没有登记的平板")]
    [TestCase("admin", "/centre/admin/areas?q=没有这个地方", "没有符合条件的地区")]
    [TestCase("town2", "/centre/mediators?q=查无此人", "没有符合条件的调解员")]
    public async Task Where_there_is_nothing_a_sentence_says_so(string user, string path, string sentence)
    {
        var clerk = await Clerk(user, path);

        await clerk.See(sentence);
        await Expect(clerk.Page.Locator("main table")).ToHaveCountAsync(0);
    }
}
