using Microsoft.Playwright;

namespace Mediation.Benchmarks;

/// <summary>A small quarrel settled at the table, touch by touch.</summary>
static class Journey
{
    const string Pin = "135790";

    public static readonly IReadOnlyList<(string What, Func<IPage, Task> Act)> Acts =
    [
        ("open the intake", page => page.GetByRole(AriaRole.Main).GetByText("登记纠纷").First.ClickAsync()),
        ("choose the type", page => page.GetByText("邻里纠纷", new() { Exact = true }).First.ClickAsync()),
        ("type the first name", page => page.GetByLabel("姓名").Nth(0).PressSequentiallyAsync("张三")),
        ("type the second name", page => page.GetByLabel("姓名").Nth(1).PressSequentiallyAsync("李四")),
        ("answer the safety question", page => page.GetByText("没有危险", new() { Exact = true }).ClickAsync()),
        ("choose the outcome", page => page.GetByText("只登记", new() { Exact = true }).ClickAsync()),
        ("save", page => page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync()),
        ("open the list", page => page.GetByRole(AriaRole.Link, new() { Name = "我的纠纷" }).First.ClickAsync()),
        ("search", page => page.GetByRole(AriaRole.Searchbox).PressSequentiallyAsync("张三")),
    ];

    /// <summary>Signs in and sets the PIN, before anything is measured.</summary>
    public static async Task SignIn(IPage page)
    {
        await page.GetByLabel("用户名").FillAsync("village");
        await page.GetByLabel("密码").First.FillAsync("Mediation-2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "登录" }).ClickAsync();
        // Chosen, and then once more.
        for (var time = 0; time < 2; time++)
        {
            foreach (var digit in Pin)
                await page.GetByRole(AriaRole.Button, new() { Name = digit.ToString(), Exact = true }).ClickAsync();
            await page.WaitForTimeoutAsync(1_000);
        }
        await page.GetByRole(AriaRole.Main).GetByText("登记纠纷").First.WaitForAsync();
    }
}
