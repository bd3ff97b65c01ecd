using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>Somebody of a village committee at a tablet, who finds everything by the words on the screen.</summary>
sealed class VillageHand(Tablet tablet)
{
    public const string Pin = "271828";
    public const string Password = Support.ApiServer.Password;

    public Tablet Tablet => tablet;

    /// <summary>Another tab of the same tablet; else its first page.</summary>
    public IPage? Tab { get; init; }

    public IPage Page => Tab ?? tablet.Page;

    public ILocator Button(string words) => Page.GetByRole(AriaRole.Button, new() { Name = words, Exact = true });

    public ILocator Link(string words) => Page.GetByRole(AriaRole.Link, new() { Name = words, Exact = true });

    public ILocator Field(string words) => Page.GetByLabel(words, new() { Exact = true });

    public ILocator Title => Page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    /// <summary>One answer of one question.</summary>
    public ILocator Answer(string question, string words) => Page.GetByRole(AriaRole.Group, new() { Name = question, Exact = true }).GetByText(words, new() { Exact = true });

    /// <summary>A person's first time on this tablet: password, PIN, and all that is needed without a network.</summary>
    public static async Task<VillageHand> At(Tablet tablet, string user = "village")
    {
        var hand = new VillageHand(tablet);
        await tablet.Page.GotoAsync("/sign-in");
        await hand.SignIn(user);
        await hand.SetPin();
        await tablet.UntilReadyOffline();
        await hand.UntilKitIsHere();
        return hand;
    }

    public async Task SignIn(string user)
    {
        await Field("用户名").FillAsync(user);
        await Field("密码").FillAsync(Password);
        await Button("登录").ClickAsync();
    }

    public async Task SetPin()
    {
        await TypePin("六位密码");
        await TypePin("再输入一次");
        await Expect(Title).ToContainTextAsync("您好");
    }

    /// <summary>Rules and lists have come: the settings name their version.</summary>
    public async Task UntilKitIsHere()
    {
        await OpenSettings();
        await Expect(Page.GetByText("规则版本")).ToBeVisibleAsync();
        await GoHome();
    }

    public async Task OpenSettings()
    {
        await Link("设置").ClickAsync();
        await Expect(Title).ToHaveTextAsync("设置");
    }

    public async Task Lock()
    {
        await Button("锁定").ClickAsync();
        await Expect(Page.GetByText("已锁定")).ToBeVisibleAsync();
    }

    /// <summary>The one person of the tablet, or the one who was chosen.</summary>
    public async Task Unlock(string pin = Pin)
    {
        await TypePin("请输入六位密码", pin);
        await Expect(Button("锁定")).ToBeVisibleAsync();
    }

    public async Task TypePin(string label, string pin = Pin)
    {
        await Expect(Page.GetByText(label).First).ToBeVisibleAsync();
        await Page.GetByRole(AriaRole.Group).Filter(new() { HasText = label }).PressAsync(pin[..1]);
        foreach (var digit in pin[1..])
            await Page.Keyboard.PressAsync(digit.ToString());
    }

    public async Task GoHome()
    {
        await Link("首页").ClickAsync();
        await Expect(Title).ToContainTextAsync("您好");
    }

    /// <summary>The first screen of the intake up to the outcome, in the fewest touches.</summary>
    public async Task FillIntake(string type, string a, string b, string outcome, string danger = "没有危险")
    {
        await tablet.Tap(Link("登记纠纷"));
        await tablet.Tap(Answer("什么纠纷？", type));
        var names = Page.GetByLabel("姓名", new() { Exact = true });
        await tablet.Type(names.Nth(0), a);
        await tablet.Type(names.Nth(1), b);
        await tablet.Tap(Answer("现场有没有危险？", danger));
        await tablet.Tap(Answer("现在怎么办？", outcome));
    }

    public async Task Save(string told)
    {
        await tablet.Tap(Button("保存"));
        await Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = told })).ToBeVisibleAsync();
    }

    public async Task SettleOnTheSpot(string a, string b)
    {
        await FillIntake("邻里纠纷", a, b, "当场化解了");
        await tablet.Tap(Answer("双方怎么说好的？", "双方握手言和，今后互不计较，和睦相处。"));
        await tablet.Tap(Answer("说好的事做了没有？", "即时履行"));
        await Save("已办结。");
    }

    public async Task Register(string a, string b, string type = "邻里纠纷")
    {
        await FillIntake(type, a, b, "需要调解");
        await Save("已登记。");
    }

    public async Task SendUp(string a, string b)
    {
        await FillIntake("邻里纠纷", a, b, "报到镇里");
        await tablet.Tap(Page.Locator("[data-section=upReason]").GetByText("当事人要求", new() { Exact = true }));
        await Save("已登记并上报");
    }

    /// <summary>Opens the form of a step; the button stands under "next" or behind "more".</summary>
    public async Task OpenStep(string step)
    {
        var link = Link(step);
        if (await link.CountAsync() == 0 || !await link.First.IsVisibleAsync())
            await tablet.Tap(Page.GetByText("其他步骤、更正"));
        await tablet.Tap(link);
        await Expect(Title).ToHaveTextAsync(step);
    }

    /// <summary>Saves the step whose form is open; back on the matter it says so.</summary>
    public async Task SaveStep(string step)
    {
        await tablet.Tap(Page.Locator("[data-test=save]"));
        await Expect(Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已记下。" })).ToBeVisibleAsync();
        await Expect(Title).Not.ToHaveTextAsync(step);
    }

    public async Task Accept()
    {
        await OpenStep("受理");
        await SaveStep("受理");
    }

    public async Task HoldSession()
    {
        await OpenStep("记录调解");
        await tablet.Tap(Answer("谈得怎样", "调解成功"));
        await SaveStep("记录调解");
    }

    /// <summary>One thing to do, by the second party for the first.</summary>
    public async Task AgreeOrally()
    {
        await OpenStep("达成协议");
        await tablet.Tap(Answer("形式", "口头协议"));
        await tablet.Type(Field("协议内容"), "乙方疏通水沟，双方不再争执。");
        await tablet.Tap(Button("添加一项"));
        await tablet.Type(Field("做什么（付款可不写）"), "疏通水沟");
        await SaveStep("达成协议");
    }

    public async Task RecordPerformance()
    {
        await OpenStep("记录履行");
        await SaveStep("记录履行");
    }

    public async Task FollowUp()
    {
        await OpenStep("回访");
        await tablet.Tap(Answer("方式", "电话回访"));
        await SaveStep("回访");
    }

    /// <summary>The sheet as it is printed.</summary>
    public ILocator Paper => Page.Locator("article.paper");

    public async Task OpenPaper(string paper)
    {
        await Link("文书与打印").ClickAsync();
        await Expect(Title).ToHaveTextAsync("文书与打印");
        // What is only a form to write on stands behind.
        var link = Page.GetByRole(AriaRole.Main).Locator("a").Filter(new() { HasText = paper });
        if (!await link.IsVisibleAsync())
            await Page.GetByRole(AriaRole.Main).Locator("summary").ClickAsync();
        await link.ClickAsync();
        await Expect(Title).ToHaveTextAsync(paper);
    }

    public async Task Attach(string kind, string name, byte[] content)
    {
        await Link("拍照、扫描、附件").ClickAsync();
        await Answer("这是什么", kind).ClickAsync();
        await Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "image/png", Buffer = content });
        await Button("保存").ClickAsync();
        await Expect(Page.GetByText("已存在本机 1 个")).ToBeVisibleAsync();
    }

    public async Task Close()
    {
        await OpenStep("办结");
        await SaveStep("办结");
    }

    /// <summary>A fact that was written down wrongly, on the matter that is open.</summary>
    public async Task Correct(string fact, string value)
    {
        await OpenStep("更正写错的");
        await Page.GetByLabel("哪里写错了").SelectOptionAsync(new SelectOptionValue { Label = fact });
        await Field("应该是").FillAsync(value);
        await Field("为什么改").FillAsync("写错了");
        await SaveStep("更正写错的");
    }

    public async Task SignOut()
    {
        await OpenSettings();
        await Button("退出").ClickAsync();
        await Page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "退出", Exact = true }).ClickAsync();
        await Expect(Page.GetByText("已锁定")).ToBeVisibleAsync();
    }

    /// <summary>The session has ended or is another person's: the password once more, and back to the same page.</summary>
    public async Task SignInAgain()
    {
        await Link("重新登录").First.ClickAsync();
        await Field("密码").FillAsync(Password);
        await Button("登录").ClickAsync();
        await Expect(Field("密码")).Not.ToBeVisibleAsync();
        await Expect(Button("锁定")).ToBeVisibleAsync();
    }

    public async Task OpenSync()
    {
        await Page.Locator("[data-test=sync-chip]").ClickAsync();
        await Expect(Title).ToHaveTextAsync("发送情况");
    }

    /// <summary>Touches "send now" until everything has gone; what a person has to look at may stay.</summary>
    public async Task SendNow()
    {
        await OpenSync();
        await Button("现在发送").ClickAsync();
        await Expect(Page.Locator("[data-test=sync-standing]")).ToHaveTextAsync("都已发送");
    }

    public async Task OpenMatter(string subject)
    {
        await Link("我的纠纷").ClickAsync();
        await Button("全部").ClickAsync();
        await Page.GetByRole(AriaRole.Link).Filter(new() { HasText = subject }).ClickAsync();
        await Expect(Title).ToHaveTextAsync(subject);
    }
}
