using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reference;

/// <summary>The vocabulary in Chinese and English, and which rules, report definition and calendar years are in force today.</summary>
[Needs(Permission.SignedIn)]
public sealed record GetReference : IQuery<ReferenceView>;

public sealed record ReferenceView(
    IReadOnlyDictionary<string, IReadOnlyList<Word>> Enums, RuleSetInForce RuleSet, DefinitionInForce ReportDefinition, PublishedYears Calendar);

/// <summary>An identifier of the contract with its labels.</summary>
public sealed record Word(string Value, string Zh, string En);

public sealed record RuleSetInForce(string Version, DateOnly EffectiveFrom);

public sealed record DefinitionInForce(string Version);

/// <summary>A limit that rests on any other year is provisional.</summary>
public sealed record PublishedYears(IReadOnlyList<int> Published);

sealed class GetReferenceHandler(ReferenceData reference, DbSession db, TimeProvider clock) : IQueryHandler<GetReference, ReferenceView>
{
    public async Task<ReferenceView> Handle(GetReference query, CancellationToken ct)
    {
        var rules = await reference.RuleSet(db, Shanghai.DateOf(clock.GetUtcNow()), ct);
        return new ReferenceView(
            Words(await ReferenceData.Text(db, ReferenceKind.Labels, ct)), new RuleSetInForce(rules.Version, rules.EffectiveFrom),
            new DefinitionInForce((await reference.ReportDefinition(db, ct)).Version),
            new PublishedYears((await reference.Calendar(db, ct)).PublishedYears));
    }

    static Dictionary<string, IReadOnlyList<Word>> Words(string? labels) => labels is null ? [] : StorageJson
        .Read<Dictionary<string, Dictionary<string, Label>>>(labels)
        .ToDictionary(list => list.Key, list => Listed(list.Value));

    static IReadOnlyList<Word> Listed(Dictionary<string, Label> words) => [.. words.Select(word => new Word(word.Key, word.Value.Zh, word.Value.En))];

    sealed record Label(string Zh, string En);
}
