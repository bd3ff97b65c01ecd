using System.Globalization;
using System.Security.Cryptography;
using Mediation.Core;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Features.Disputes;
using Mediation.Core.Messaging;
using MediatR;

namespace Mediation.Api.Seeding;

/// <summary>
/// Plays the stories with the real commands, all of them together in the order of their dates, so that case numbers and workloads
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

    public async Task Play(IReadOnlyList<Story> stories, DateTimeOffset now)
    {
        var turns = new PriorityQueue<StoryRun, (DateTimeOffset, Guid)>();
        foreach (var run in stories.Select(story => new StoryRun(story, now)))
            turns.Enqueue(run, (run.NextAt, run.Id));
        while (turns.TryDequeue(out var run, out _))
        {
            await Take(run);
            if (!run.IsOver)
                turns.Enqueue(run, (run.NextAt, run.Id));
        }
    }

    public ValueTask DisposeAsync() => provider.DisposeAsync();

    async Task Take(StoryRun run)
    {
        var (by, at) = (run.NextBy, run.NextAt);
        clock.Now = at;
        await using var scope = provider.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentUser>().SignIn(by.Account);
        var sender = scope.ServiceProvider.GetRequiredService<ISender>();
        var command = run.NextCommand();
        try
        {
            run.Took(command is RegisterDispute registration ? (await sender.Send(registration)).Dispute : await sender.Send((DisputeCommand)command));
        }
        catch (Exception refusal)
        {
            throw new SeedRefusedException(
                $"seeds/disputes.json, dispute {run.Id}, step {run.Number} ({command.GetType().Name} by {by.Account.OrganisationName} on {Shanghai.DateOf(at):yyyy-MM-dd}): {refusal.Message}",
                refusal);
        }
    }
}

/// <summary>A seed broke a rule; the start fails with the dispute and the step.</summary>
sealed class SeedRefusedException(string message, Exception refusal) : Exception(message, refusal);

/// <summary>A story on its way.</summary>
sealed class StoryRun(Story story, DateTimeOffset now)
{
    static readonly TimeSpan Opening = new(8, 40, 0);
    static readonly TimeSpan BetweenSteps = TimeSpan.FromMinutes(12);
    const int MinutesOfMorning = 200;

    readonly DateOnly receivedOn = FirstDay(story, Shanghai.DateOf(now));
    DisputeView? view;

    public Guid Id => story.Seed.Id;

    /// <summary>0 registers.</summary>
    public int Number { get; private set; }

    public bool IsOver => Number > story.Steps.Count;

    public Person NextBy => Number == 0 ? story.Home : story.Steps[Number - 1].By;

    /// <summary>Office hours of the step's day, later steps of a day later in it.</summary>
    public DateTimeOffset NextAt => Shanghai.StartOf(NextOn) + Opening + TimeSpan.FromMinutes(story.Seed.Dice(0, MinutesOfMorning)) + Number * BetweenSteps;

    public object NextCommand()
    {
        if (NextAt > now)
            throw new SeedRefusedException($"seeds/disputes.json, dispute {Id}, step {Number} lies in the future ({NextOn:yyyy-MM-dd}).", new ArgumentOutOfRangeException(nameof(now)));
        var id = Number == 0 ? Id : SeedId.Of($"{Id}/step/{Number.ToString(CultureInfo.InvariantCulture)}");
        var digest = SHA256.HashData(id.ToByteArray(bigEndian: true));
        return Number == 0
            ? story.Registration(NextAt) with { Digest = digest }
            : story.Steps[Number - 1].Command(view!) with { DisputeId = Id, CommandId = id, BaseVersion = view!.Version, On = NextOn, Digest = digest };
    }

    public void Took(DisputeView now)
    {
        view = now;
        Number++;
    }

    DateOnly NextOn => receivedOn.AddDays(Number == 0 ? 0 : story.Steps[Number - 1].Day);

    /// <summary>The demo village, its neighbour and their town begin the month with an empty table: their stories have ended by then.</summary>
    static DateOnly FirstDay(Story story, DateOnly today)
    {
        var told = today.AddDays(-story.Seed.DaysAgo);
        var lastOfMonthBefore = today.AddDays(-today.Day);
        var late = told.AddDays(story.LastDay).DayNumber - lastOfMonthBefore.DayNumber;
        return late > 0 && story.People.Any(p => DemoAccounts.AreasLeftAlone.Contains(p.Account.Area)) ? told.AddDays(-late) : told;
    }
}
