using System.Diagnostics;
using System.Security.Cryptography;
using Mediation.Api.Http;
using Mediation.Core.Data;
using Mediation.Core.Features.Seeds;
using MediatR;

namespace Mediation.Api.Seeding;

/// <summary>What a start puts into the database: reference data always, the fictional district into an empty one in Development.</summary>
sealed partial class SeedRun(
    IServiceScopeFactory scopes, IHostEnvironment environment, IConfiguration configuration, SignIn signIn, IDatabase database, ReferenceData reference,
    TimeProvider clock, ILoggerFactory logs, ILogger<SeedRun> log)
{
    public async Task Start(CancellationToken ct)
    {
        using var scope = scopes.CreateScope();
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        await StoreReferenceData(sender, ct);
        if (!environment.IsDevelopment() || Extent == SeedExtent.None)
            return;
        var accounts = await DemoAccounts.Read(signIn, ct);
        // Accounts come last: where there are some, everything is there.
        if ((await sender.Send(new ReadSeedState(), ct)).Accounts == 0)
            await Seed(sender, accounts, ct);
        foreach (var account in accounts)
            LogAccount(account.UserName, account.DisplayName, DemoAccounts.Password);
    }

    /// <summary>MEDIATION_SEED: `none`, `base` (everything but the disputes) or nothing, which means all.</summary>
    SeedExtent Extent => configuration["MEDIATION_SEED"] is { Length: > 0 } named ? Enum.Parse<SeedExtent>(named, ignoreCase: true) : SeedExtent.All;

    async Task Seed(ISender sender, IReadOnlyList<AccountSeed> accounts, CancellationToken ct)
    {
        var (organisations, mediators) = (await SeedFolder.Organisations(ct), await SeedFolder.Mediators(ct));
        await new BaseSeeds(scopes).Load(organisations, mediators, ct);
        if (Extent == SeedExtent.All)
        {
            var cast = new Cast(organisations, mediators, accounts, signIn.Hash(RandomNumberGenerator.GetHexString(64)));
            await PlayDisputes(cast, ct);
            accounts = [.. accounts, .. cast.Colleagues];
        }
        await sender.Send(new AddAccounts(accounts), ct);
    }

    async Task PlayDisputes(Cast cast, CancellationToken ct)
    {
        var begun = Stopwatch.GetTimestamp();
        var stories = (await SeedFolder.List<DisputeSeed>("disputes.json", ct)).Select(seed => new Story(seed, cast)).ToList();
        await using var player = new StoryPlayer(database, reference, logs);
        await player.Play(stories, [cast.At(DemoAccounts.District), cast.At(DemoAccounts.MeetingTown)], clock.GetUtcNow(), ct);
        LogPlayed(stories.Count, stories.Sum(story => story.Steps.Count + 1), (long)Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
    }

    static async Task StoreReferenceData(ISender sender, CancellationToken ct) => await sender.Send(new StoreReferenceData(
        await SeedFolder.Text("routing-rules.json", ct), await SeedFolder.Text("report-definition.json", ct),
        await SeedFolder.Text("work-calendar.json", ct), await SeedFolder.Text("reference-labels.json", ct),
        await SeedFolder.Text("retention-terms.json", ct), await SeedFolder.Text("phrases.json", ct),
        await SeedFolder.Text("screening.json", ct), await SeedFolder.Text("supervision-rules.json", ct),
        await SeedFolder.Text("scoring-schemes.json", ct)), ct);

    [LoggerMessage(LogLevel.Information, "{Disputes} fictional disputes were played in {Steps} commands and {Milliseconds} ms")]
    partial void LogPlayed(int disputes, int steps, long milliseconds);

    [LoggerMessage(LogLevel.Information, "Demo account {UserName} ({DisplayName}), password {Password}")]
    partial void LogAccount(string userName, string displayName, string password);
}

/// <summary>How much of seeds/ a development database gets.</summary>
enum SeedExtent { None, Base, All }
