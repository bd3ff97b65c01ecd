using Mediation.Api.Http;
using Mediation.Api.Seeding;
using Mediation.Core.Data;
using Mediation.Core.Domain.Disputes;
using Mediation.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NUnit.Framework;

namespace Mediation.Tests.Api;

sealed class StoryPlayerTests(string kind) : ApiTest(kind)
{
    protected override bool OwnServer => true;

    [Test]
    public async Task A_start_that_broke_off_goes_on_where_it_stopped_even_a_day_later()
    {
        var stories = (await Seeds()).Where(seed => seed.Story is StoryKind.EscalatedTown or StoryKind.Reopened).Take(8).ToList();
        await Play(stories[..5], App.Clock.GetUtcNow());
        var first = await JournalRows();
        await Play(stories, App.Clock.GetUtcNow().AddDays(1));
        var both = await JournalRows();
        await Play(stories, App.Clock.GetUtcNow().AddDays(2));

        using (Assert.EnterMultipleScope())
        {
            Assert.That(first, Is.Positive.And.LessThan(both));
            Assert.That(await JournalRows(), Is.EqualTo(both));
        }
    }

    [Test]
    public async Task A_seed_that_breaks_a_rule_stops_the_start_and_is_named()
    {
        var wrong = (await Seeds()).First(seed => seed is { Story: StoryKind.Failed, Type: not DisputeType.Medical }) with
        {
            Id = Guid.CreateVersion7(),
            Story = StoryKind.Terminated,
            Reason = nameof(TerminationReason.TimeLimitExpired),
        };

        Assert.That(
            async () => await Play([wrong], App.Clock.GetUtcNow()),
            Throws.TypeOf<SeedRefusedException>().With.Message.Contains(wrong.Id.ToString()).And.Message.Contains("step 3").And.Message.Contains("TerminateMediation"));
    }

    async Task Play(IReadOnlyList<DisputeSeed> seeds, DateTimeOffset now)
    {
        var services = App.Services;
        var accounts = await DemoAccounts.Read(services.GetRequiredService<SignIn>(), default);
        var cast = new Cast(await SeedFolder.Organisations(default), await SeedFolder.Mediators(default), accounts, "");
        await using var player = new StoryPlayer(
            services.GetRequiredService<IDatabase>(), services.GetRequiredService<ReferenceData>(), services.GetRequiredService<ILoggerFactory>());
        await player.Play([.. seeds.Select(seed => new Story(seed, cast))], now);
    }

    static Task<IReadOnlyList<DisputeSeed>> Seeds() => SeedFolder.List<DisputeSeed>("disputes.json", default);

    async Task<long> JournalRows()
    {
        await using var connection = await TestDatabase.Open(App.ConnectionString);
        await using var count = connection.CreateCommand();
        count.CommandText = "select count(*) from journal";
        return (long)(await count.ExecuteScalarAsync())!;
    }
}
