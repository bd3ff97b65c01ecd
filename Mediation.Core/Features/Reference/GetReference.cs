using System.Text.Json;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reference;

/// <summary>
/// The vocabulary in Chinese and English, the rules, phrases and calendar in force today, and the moves of the lifecycle. It is all that a device
/// needs to go on without a network.
/// </summary>
[Needs(Permission.SignedIn)]
public sealed record GetReference : IQuery<ReferenceView>;

public sealed record ReferenceView(
    IReadOnlyDictionary<string, IReadOnlyList<Word>> Enums, RuleSetInForce RuleSet, DefinitionInForce ReportDefinition, PublishedYears Calendar)
{
    /// <summary>The rule set in force, whole, as `seeds/routing-rules.json` writes it.</summary>
    public required JsonElement Rules { get; init; }

    public required PhraseBook Phrases { get; init; }

    /// <summary>Every legal move of a dispute; there are no others.</summary>
    public required IReadOnlyList<LifecycleMove> Lifecycle { get; init; }

    public required ScreeningPractice Screening { get; init; }

    public required SupervisionPractice Supervision { get; init; }
}

/// <summary>An identifier of the contract with its labels.</summary>
public sealed record Word(string Value, string Zh, string En);

public sealed record RuleSetInForce(string Version, DateOnly EffectiveFrom);

public sealed record DefinitionInForce(string Version);

/// <summary>A limit that rests on any other year is provisional.</summary>
public sealed record PublishedYears(IReadOnlyList<int> Published, IReadOnlyList<YearOfDays> Days);

/// <summary>What one year's notice says: days off, and the days of rest that are worked to make up for them.</summary>
public sealed record YearOfDays(int Year, IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Work);

/// <summary>Everyday sentences that a mediator picks instead of typing.</summary>
public sealed record PhraseBook
{
    /// <summary>What was agreed, by the type of dispute.</summary>
    public required IReadOnlyDictionary<DisputeType, IReadOnlyList<Phrase>> Settlement { get; init; }

    /// <summary>Why somebody decides otherwise than the rules propose.</summary>
    public required IReadOnlyList<Phrase> Override { get; init; }

    /// <summary>How a session ended without an agreement.</summary>
    public required IReadOnlyList<Phrase> NoAgreement { get; init; }

    public required IReadOnlyList<Phrase> Termination { get; init; }

    public required IReadOnlyList<Phrase> Performance { get; init; }

    public required IReadOnlyList<Phrase> FollowUp { get; init; }

    public required IReadOnlyList<Phrase> Screening { get; init; }
}

public sealed record Phrase(string Zh, string En);

/// <summary>How often a committee files its screening return.</summary>
public sealed record ScreeningPractice(ScreeningCadence Cadence)
{
    /// <summary>The usual cadence of each tier, and the one of a campaign in a sensitive time.</summary>
    public required IReadOnlyDictionary<Tier, TierCadence> Tiers { get; init; }

    /// <summary>Days after the end of a round until its return is late.</summary>
    public required IReadOnlyDictionary<ScreeningCadence, int> GraceDays { get; init; }
}

/// <summary>How often one tier goes round.</summary>
public sealed record TierCadence(ScreeningCadence Normal, ScreeningCadence Sensitive);

/// <summary>Working days in which a card is usually answered, and how many may be asked for at most.</summary>
public sealed record SupervisionPractice(int ReplyWorkdays, int MostExtensionWorkdays);

sealed class GetReferenceHandler(DbSession db, ReferenceData reference, TimeProvider clock) : IQueryHandler<GetReference, ReferenceView>
{
    public async Task<ReferenceView> Handle(GetReference query, CancellationToken ct)
    {
        var rules = (await Text(ReferenceKind.RoutingRules, ct))!;
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var (inForce, supervision) = (RuleSets.Parse(rules).On(today), await reference.Supervision(db, today, ct));
        return new ReferenceView(
            Words(await Text(ReferenceKind.Labels, ct)), new RuleSetInForce(inForce.Version, inForce.EffectiveFrom),
            new DefinitionInForce((await reference.ReportDefinition(db, ct)).Version), Days(await Text(ReferenceKind.WorkCalendar, ct)))
        {
            Rules = RuleSets.TextOf(rules, inForce.Version), Phrases = StorageJson.Read<PhraseBook>((await Text(ReferenceKind.Phrases, ct))!),
            Lifecycle = DisputeLifecycle.Moves, Screening = Practice((await reference.Screening(db, ct)).On(today)),
            Supervision = new SupervisionPractice(supervision.ReplyWorkdays, supervision.MostExtensionWorkdays),
        };
    }

    static ScreeningPractice Practice(ScreeningRules rules) => new(rules.Cadence(Tier.Village, sensitive: false))
    {
        Tiers = rules.Cadences.ToDictionary(tier => tier.Key, tier => new TierCadence(tier.Value.Normal, tier.Value.Sensitive)), GraceDays = rules.GraceDays,
    };

    Task<string?> Text(string kind, CancellationToken ct) => ReferenceData.Text(db, kind, ct);

    static Dictionary<string, IReadOnlyList<Word>> Words(string? labels) => labels is null ? [] : StorageJson
        .Read<Dictionary<string, Dictionary<string, Label>>>(labels)
        .ToDictionary(list => list.Key, list => Listed(list.Value));

    static IReadOnlyList<Word> Listed(Dictionary<string, Label> words) => [.. words.Select(word => new Word(word.Key, word.Value.Zh, word.Value.En))];

    static PublishedYears Days(string? calendar)
    {
        YearOfDays[] days = calendar is null ? [] : [..
            from year in StorageJson.Read<Notices>(calendar).Years
            where year.Value.Off.Count > 0
            orderby year.Key
            select new YearOfDays(year.Key, year.Value.Off, year.Value.Work)];
        return new PublishedYears([.. days.Select(year => year.Year)], days);
    }

    sealed record Label(string Zh, string En);

    sealed record Notices(Dictionary<int, Notice> Years);

    sealed record Notice(IReadOnlyList<DateOnly> Off, IReadOnlyList<DateOnly> Work);
}
