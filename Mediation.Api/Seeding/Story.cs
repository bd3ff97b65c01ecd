using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Features.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Api.Seeding;

/// <summary>One step: on which day of the story, by whom, and the command, made from the dispute as it then is.</summary>
sealed record StoryStep(int Day, Person By, Func<DisputeView, DisputeCommand> Command);

/// <summary>A dispute and its steps in order; the first one registers it.</summary>
sealed partial class Story
{
    readonly DisputeSeed seed;
    readonly Cast cast;
    readonly List<StoryStep> steps = [];
    readonly HashSet<Person> involved = [];

    public Story(DisputeSeed seed, Cast cast)
    {
        (this.seed, this.cast) = (seed, cast);
        Home = cast.At(seed.AreaCode);
        involved.Add(Home);
        ReportViolence();
        Tell();
        Oversee();
    }

    public DisputeSeed Seed => seed;

    /// <summary>Who registers it.</summary>
    public Person Home { get; }

    public IReadOnlyList<StoryStep> Steps => steps;

    public int LastDay => steps.Select(s => s.Day).Append(0).Max();

    /// <summary>The demo village, its neighbour and their town begin the month with an empty table: their stories have ended by then.</summary>
    public DateOnly FirstDay(DateOnly today)
    {
        var told = today.AddDays(-seed.DaysAgo);
        var endOfMonthBefore = today.AddDays(-today.Day);
        var daysTooLate = told.AddDays(LastDay).DayNumber - endOfMonthBefore.DayNumber;
        return daysTooLate > 0 && IsLeftAlone ? told.AddDays(-daysTooLate) : told;
    }

    public bool IsLeftAlone => involved.Any(person => DemoAccounts.AreasLeftAlone.Contains(person.Account.Area));

    public RegisterDispute Registration(DateTimeOffset receivedAt) => new()
    {
        DisputeId = seed.Id, Type = seed.Type, Subtype = seed.Subtype, AreaCode = seed.AreaCode, Risks = seed.Risks,
        Parties = [.. seed.Parties.Select((party, index) => party with { Id = seed.PartyId(index) })], Subject = seed.Subject, Summary = seed.Summary,
        Place = seed.Place, Amount = seed.Amount, PeopleInvolved = seed.PeopleInvolved, Source = seed.Source, ReferredBy = seed.ReferredBy,
        Channel = seed.Channel, ReceivedAt = receivedAt, PerformedBy = Home.HostOf(seed), Settlement = seed.Story == StoryKind.Spot ? Settled(Shanghai.DateOf(receivedAt)) : null,
    };

    int Closing => seed.ClosedAfterDays!.Value;

    IEnumerable<(PartyBody Party, Guid Id)> Named =>
        seed.Parties.Select((party, index) => (party, seed.PartyId(index))).Where(p => !string.IsNullOrWhiteSpace(p.party.Name));

    IEnumerable<(PartyBody Party, Guid Id)> Sides => Named.Where(p => p.Party.Side != PartySide.ThirdParty);

    void Add(int day, Person by, Func<DisputeView, DisputeCommand> command)
    {
        involved.Add(by);
        steps.Add(new StoryStep(day, by, command));
    }

    void Add(int day, Person by, DisputeCommand command) => Add(day, by, _ => command);

    SettlementBody Settled(DateOnly on) => new() { Terms = seed.Terms, Performance = SpotPerformance.Immediate, Obligations = Obligations(on) };

    List<ObligationBody> Obligations(DateOnly agreedOn) =>
    [
        .. seed.Obligations.Select((owed, index) => new ObligationBody
        {
            Id = seed.ObligationId(index), DebtorId = seed.PartyId(owed.Debtor), CreditorId = seed.PartyId(owed.Creditor), Act = owed.Act, Amount = owed.Amount,
            DueOn = owed.DueInDays == 0 ? null : agreedOn.AddDays(owed.DueInDays), Continuing = owed.Continuing,
        }),
    ];
}
