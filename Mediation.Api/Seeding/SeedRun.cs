using Mediation.Api.Http;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Features.Seeds;
using MediatR;

namespace Mediation.Api.Seeding;

/// <summary>What a start puts into the database: reference data always, the fictional district into an empty one in Development.</summary>
sealed partial class SeedRun(
    IServiceScopeFactory scopes, IHostEnvironment environment, IConfiguration configuration, SignIn signIn, ILogger<SeedRun> log)
{
    public async Task Start(CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        await StoreReferenceData(sender, ct);
        if (!environment.IsDevelopment() || Extent == SeedExtent.None)
            return;
        var accounts = await DemoAccounts.Read(signIn, ct);
        if (await SeedBase(sender, accounts, ct))
            LogSeeded(accounts.Count);
        foreach (var account in accounts)
            LogAccount(account.UserName, account.DisplayName, DemoAccounts.Password);
    }

    /// <summary>MEDIATION_SEED: `none`, `base` (everything but the disputes) or nothing, which means all.</summary>
    SeedExtent Extent => configuration["MEDIATION_SEED"] is { Length: > 0 } named ? Enum.Parse<SeedExtent>(named, ignoreCase: true) : SeedExtent.All;

    static async Task StoreReferenceData(ISender sender, CancellationToken ct) => await sender.Send(new StoreReferenceData(
        await SeedFolder.Text("routing-rules.json", ct), await SeedFolder.Text("report-definition.json", ct),
        await SeedFolder.Text("work-calendar.json", ct), await SeedFolder.Text("reference-labels.json", ct)), ct);

    static async Task<bool> SeedBase(ISender sender, IReadOnlyList<AccountSeed> accounts, CancellationToken ct)
    {
        var organisations = await SeedFolder.List<OrganisationSeed>("organisations.json", ct);
        var mediators = await SeedFolder.List<MediatorSeed>("mediators.json", ct);
        return await sender.Send(new SeedBase(
            Areas(await SeedFolder.Text("areas-340803.csv", ct)), [.. organisations.Select(o => o.ToOrganisation())],
            [.. mediators.Select(m => m.ToMediator())], accounts), ct);
    }

    static List<SeedArea> Areas(string csv) =>
    [
        .. csv.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(','))
            .Select(cells => new SeedArea(AreaCode.TryParse(cells[0], out var code) ? code : throw new FormatException(cells[0]), cells[1], cells[4] == "true")),
    ];

    [LoggerMessage(LogLevel.Information, "The empty database was filled from seeds/, with {Accounts} accounts")]
    partial void LogSeeded(int accounts);

    [LoggerMessage(LogLevel.Information, "Demo account {UserName} ({DisplayName}), password {Password}")]
    partial void LogAccount(string userName, string displayName, string password);
}

/// <summary>How much of seeds/ a development database gets.</summary>
enum SeedExtent { None, Base, All }
