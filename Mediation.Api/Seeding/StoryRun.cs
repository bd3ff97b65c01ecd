using System.Globalization;
using System.Security.Cryptography;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Features.Disputes;
using Mediation.Core.Messaging;
using MediatR;

namespace Mediation.Api.Seeding;

/// <summary>A story on its way.</summary>
sealed class StoryRun(Story story, DateTimeOffset now) : ITurns
{
    static readonly TimeSpan Opening = new(8, 40, 0);
    static readonly TimeSpan BetweenSteps = TimeSpan.FromMinutes(12);
    const int MinutesOfMorning = 200;

    readonly DateOnly receivedOn = story.FirstDay(Shanghai.DateOf(now));
    DisputeView? view;
    string begun = "";

    public Guid Id => story.Seed.Id;

    /// <summary>0 registers.</summary>
    public int Number { get; private set; }

    public bool IsOver => Number > story.Steps.Count;

    public Person NextBy => Number == 0 ? story.Home : story.Steps[Number - 1].By;

    /// <summary>Office hours of the step's day, later steps of a day later in it.</summary>
    public DateTimeOffset NextAt => Shanghai.StartOf(NextOn) + Opening + TimeSpan.FromMinutes(story.Seed.Dice(0, MinutesOfMorning)) + Number * BetweenSteps;

    public string Told => $"seeds/disputes.json, dispute {Id}, step {Number} ({begun})";

    public async Task Take(ISender sender)
    {
        var command = NextCommand();
        begun = command.GetType().Name;
        view = command is RegisterDispute registration ? (await sender.Send(registration)).Dispute : await sender.Send((DisputeCommand)command);
        Number++;
    }

    object NextCommand()
    {
        if (NextAt > now)
            throw new SeedRefusedException($"seeds/disputes.json, dispute {Id}, step {Number} lies in the future ({NextOn:yyyy-MM-dd}).");
        var id = Number == 0 ? Id : SeedId.Of($"{Id}/step/{Number.ToString(CultureInfo.InvariantCulture)}");
        var digest = SHA256.HashData(id.ToByteArray(bigEndian: true));
        return Number == 0
            ? story.Registration(NextAt) with { Digest = digest }
            : story.Steps[Number - 1].Command(view!) with { DisputeId = Id, CommandId = id, BaseVersion = view!.Version, On = NextOn, Digest = digest };
    }

    DateOnly NextOn => receivedOn.AddDays(Number == 0 ? 0 : story.Steps[Number - 1].Day);
}

/// <summary>A seed broke a rule; the start fails with the dispute and the step.</summary>
sealed class SeedRefusedException(string message, Exception? refusal = null) : Exception(message, refusal);
