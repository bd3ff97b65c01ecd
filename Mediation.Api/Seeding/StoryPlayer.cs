using Mediation.Core;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Messaging;
using MediatR;

namespace Mediation.Api.Seeding;

/// <summary>
/// Plays the stories and the meetings with the real commands, all of them together in the order of their dates, so that case numbers and workloads
/// come about as in life. Ids of commands are made from dispute and step: a start that broke off goes on where it stopped.
/// </summary>
sealed class StoryPlayer : IAsyncDisposable
{
    readonly StoryClock clock = new();
    readonly ServiceProvider provider;

    public StoryPlayer(IDatabase database, ReferenceData reference, ILoggerFactory logs) => provider = new ServiceCollection()
        .AddSingleton(database).AddSingleton(logs).AddLogging().AddSingleton<TimeProvider>(clock)
        .AddMediationMessages()
        // The host's: on a clock that jumps from step to step the rules would be read anew for every one.
        .AddSingleton(reference)
        .BuildServiceProvider();

    public Task Play(IReadOnlyList<Story> stories, DateTimeOffset now, CancellationToken ct = default) => Play(stories, [], now, ct);

    public async Task Play(IReadOnlyList<Story> stories, IReadOnlyList<Person> meeting, DateTimeOffset now, CancellationToken ct = default)
    {
        var turns = new PriorityQueue<ITurns, (DateTimeOffset, Guid)>();
        foreach (var run in stories.Select(ITurns (story) => new StoryRun(story, now)).Concat(meeting.Select(centre => new MeetingRun(centre, now))))
            turns.Enqueue(run, (run.NextAt, run.Id));
        while (turns.TryDequeue(out var run, out _))
        {
            ct.ThrowIfCancellationRequested();
            await Take(run);
            if (!run.IsOver)
                turns.Enqueue(run, (run.NextAt, run.Id));
        }
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    async Task Take(ITurns run)
    {
        var (by, at) = (run.NextBy, run.NextAt);
        clock.Now = at;
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().SignIn(by.Account);
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        try
        {
            await run.Take(sender);
        }
        catch (Exception refusal)
        {
            throw new SeedRefusedException($"{run.Told} by {by.Account.OrganisationName} on {Shanghai.DateOf(at):yyyy-MM-dd}: {refusal.Message}", refusal);
        }
    }
}
