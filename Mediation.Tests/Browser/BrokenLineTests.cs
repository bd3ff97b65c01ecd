using Microsoft.Playwright;
using NUnit.Framework;
using static Microsoft.Playwright.Assertions;

namespace Mediation.Tests.Browser;

/// <summary>The line breaks before a step, while its answer is under way, or right after it; touched twice, sent from two tabs: each step is there once.</summary>
sealed class BrokenLineTests : BrowserTest
{
    public enum Break
    {
        Before,
        During,
        After,
    }

    [Test]
    public async Task Every_step_is_on_the_server_once_wherever_the_line_breaks([Values] Break moment)
    {
        var hand = await VillageHand.At(await NewTablet());
        var (a, b) = moment switch { Break.Before => ("甲一", "乙一"), Break.During => ("甲二", "乙二"), _ => ("甲三", "乙三") };
        var subject = $"{a}与{b}邻里纠纷";

        await Broken(hand, moment, () => hand.Register(a, b));
        foreach (var step in (Func<Task>[])[hand.Accept, hand.HoldSession, hand.AgreeOrally, hand.RecordPerformance, hand.Close])
        {
            await hand.OpenMatter(subject);
            await Broken(hand, moment, step);
        }

        var dispute = await Dispute(subject);
        Assert.That((string?)dispute["status"], Is.EqualTo("Closed"));
        Assert.That(await Journal(dispute), Is.EqualTo(new[]
        {
            "Registered", "Accepted", "SessionHeld", "AgreementReached", "ObligationPerformed", "Closed",
        }));
    }

    [Test]
    public async Task A_double_tap_registers_once()
    {
        var hand = await VillageHand.At(await NewTablet());
        await hand.FillIntake("邻里纠纷", "双一", "双二", "需要调解");

        await hand.Button("保存").DblClickAsync();
        await Expect(hand.Title).ToHaveTextAsync("双一与双二邻里纠纷");
        await hand.OpenStep("受理");
        await hand.Page.Locator("[data-test=save]").DblClickAsync();
        await Expect(hand.Page.GetByRole(AriaRole.Status).Filter(new() { HasText = "已记下。" })).ToBeVisibleAsync();
        await hand.SendNow();

        Assert.That(await Journal(await Dispute("双一与双二邻里纠纷")), Is.EqualTo(new[] { "Registered", "Accepted" }));
    }

    [Test]
    public async Task Two_tabs_that_send_at_once_send_each_step_once()
    {
        var hand = await VillageHand.At(await NewTablet());
        var second = new VillageHand(hand.Tablet) { Tab = await hand.Tablet.Context.NewPageAsync() };
        await second.Page.GotoAsync("/");
        await second.Unlock();
        hand.Tablet.Link.Cut();
        // A tab that lies behind is drawn once a second.
        await hand.Page.BringToFrontAsync();
        await hand.Register("页一", "页二");
        await second.Page.BringToFrontAsync();
        await second.OpenMatter("页一与页二邻里纠纷");
        await second.Accept();
        await hand.OpenSync();
        await Expect(hand.Page.Locator("[data-test=waiting-entry]")).ToHaveCountAsync(2);
        await second.OpenSync();
        hand.Tablet.Link.Mend();

        await Task.WhenAll(hand.Button("现在发送").ClickAsync(), second.Button("现在发送").ClickAsync());
        foreach (var tab in new[] { hand, second })
            await Expect(tab.Page.Locator("[data-test=sync-standing]")).ToHaveTextAsync("都已发送");

        Assert.That(await Journal(await Dispute("页一与页二邻里纠纷")), Is.EqualTo(new[] { "Registered", "Accepted" }));
    }

    static async Task Broken(VillageHand hand, Break moment, Func<Task> step)
    {
        var link = hand.Tablet.Link;
        if (moment == Break.Before)
            link.Cut();
        else if (moment == Break.During)
            link.SwallowAnswerTo("POST /api/sync/commands");
        await step();
        if (moment == Break.After)
            link.Cut();
        if (moment == Break.During)
            await Expect(hand.Page.Locator("[data-test=sync-chip]")).ToContainTextAsync("没有网络");
        link.Mend();
        await hand.SendNow();
    }
}
