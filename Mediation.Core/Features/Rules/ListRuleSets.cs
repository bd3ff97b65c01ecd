using System.Text.Json;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Rules;

/// <summary>Every version of the routing rules, oldest first, and which of them is in force.</summary>
[Needs(Permission.SignedIn)]
public sealed record ListRuleSets : IQuery<RuleSetList>;

/// <summary>One version of the routing rules, whole.</summary>
[Needs(Permission.SignedIn)]
public sealed record GetRuleSet(string Version) : IQuery<RuleSetView>;

public sealed record RuleSetList(IReadOnlyList<RuleSetItem> Items);

public sealed record RuleSetItem(string Version, DateOnly EffectiveFrom, RuleSetState State, int Rules, int Levels, int Limits);

/// <summary>A version and its text, as `seeds/routing-rules.json` writes it.</summary>
public sealed record RuleSetView(string Version, DateOnly EffectiveFrom, RuleSetState State, JsonElement Text);

/// <summary>A version that was, is or will be in force.</summary>
public enum RuleSetState { Past, InForce, Future }

/// <summary>The stored versions on a day.</summary>
sealed record StoredRules(string Json, RuleSets Sets, DateOnly Today)
{
    public static async Task<StoredRules> Read(DbSession db, TimeProvider clock, CancellationToken ct) =>
        Of((await ReferenceData.Text(db, ReferenceKind.RoutingRules, ct))!, Shanghai.DateOf(clock.GetUtcNow()));

    public static StoredRules Of(string json, DateOnly today) => new(json, RuleSets.Parse(json), today);

    public RuleSet? Find(string version) => Sets.Versions.FirstOrDefault(set => set.Version == version);

    public RuleSetState State(RuleSet set) => set.EffectiveFrom > Today ? RuleSetState.Future : set == Sets.On(Today) ? RuleSetState.InForce : RuleSetState.Past;

    public RuleSetView View(RuleSet set) => new(set.Version, set.EffectiveFrom, State(set), RuleSets.TextOf(Json, set.Version));
}

sealed class ListRuleSetsHandler(DbSession db, TimeProvider clock) : IQueryHandler<ListRuleSets, RuleSetList>
{
    public async Task<RuleSetList> Handle(ListRuleSets query, CancellationToken ct)
    {
        var stored = await StoredRules.Read(db, clock, ct);
        return new RuleSetList([.. stored.Sets.Versions.Select(set =>
            new RuleSetItem(set.Version, set.EffectiveFrom, stored.State(set), set.Rules.Count, set.Levels.Count, set.Limits.Count))]);
    }
}

sealed class GetRuleSetHandler(DbSession db, TimeProvider clock) : IQueryHandler<GetRuleSet, RuleSetView>
{
    public async Task<RuleSetView> Handle(GetRuleSet query, CancellationToken ct)
    {
        var stored = await StoredRules.Read(db, clock, ct);
        return stored.View(stored.Find(query.Version) ?? throw new NotFoundException("The rule set"));
    }
}
