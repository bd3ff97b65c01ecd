using Mediation.Core.Domain;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Data;

/// <summary>Shows how the level of a matter was judged, with the names and words behind the ids.</summary>
[Scoped]
public sealed class RiskReader(DbSession db, ReferenceData reference)
{
    readonly Dictionary<Guid, PersonRef> people = [];

    public async Task<IReadOnlyList<LevelAssessmentView>> Levels(DisputeFile file, DisputeSight sight, CancellationToken ct)
    {
        var views = new List<LevelAssessmentView>();
        foreach (var one in file.LevelHistory)
        {
            var rules = (await reference.RuleSets(db, ct)).Versions.FirstOrDefault(version => version.Version == one.RuleSetVersion)?.Levels ?? [];
            views.Add(new LevelAssessmentView
            {
                Occasion = one.Occasion, On = one.On, From = one.From, To = one.To, By = await Person(one.By, ct),
                AskedBy = one.AskedBy is { } asked ? await Person(asked, ct) : null, Reason = sight.Brief(one.Reason),
                Rules = [.. one.Rules.Select(id => rules.FirstOrDefault(rule => rule.Reason.Rule == id)?.Reason).OfType<RoutingReason>().Select(ReasonView.Of)],
            });
        }
        return views;
    }

    /// <summary>The wish that waits, with the least tier that may decide on it.</summary>
    public async Task<LoweringView?> Lowering(DisputeFile file, DisputeSight sight, DateOnly today, CancellationToken ct)
    {
        if (file.Lowerings is not [.., var last])
            return null;
        var least = (await reference.Screening(db, ct)).On(today).LoweredBy(file.Level);
        return new LoweringView
        {
            Id = last.Id, To = last.To, On = last.On, By = await Person(last.By, ct), Reason = sight.Brief(last.Reason), State = last.State,
            DecidedBy = last.DecidedBy is { } decider ? await Person(decider, ct) : null, DecidedOn = last.DecidedOn, Answer = sight.Brief(last.Answer),
            ApproverTier = last.State == LoweringState.Pending ? (Tier)Math.Max((int)least, (int)file.Tier) : null,
        };
    }

    public async Task<PersonRef> Person(Guid account, CancellationToken ct) => people.TryGetValue(account, out var known) ? known : people[account] =
        new PersonRef(account, await db.Find<string>("select display_name from account where id = @account", new { account }, ct) ?? "");
}
