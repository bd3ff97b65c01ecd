using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Rules;

/// <summary>
/// Takes a version of the routing rules that comes into force today or later. One in force is history: matters were routed by it, so it is followed by
/// another and never changed.
/// </summary>
[Needs(Permission.ManageCalendar)]
public sealed record SaveRuleSet : RuleSetBody, ICommand<SavedRuleSet>
{
    [JsonIgnore]
    public string Version { get; init; } = "";

    /// <summary>Only try whether it would be taken.</summary>
    [JsonIgnore]
    public bool CheckOnly { get; init; }
}

/// <summary>The version as it would stand, and whether it is new.</summary>
public sealed record SavedRuleSet(RuleSetView RuleSet, bool Created);

sealed class SaveRuleSetValidator : AbstractValidator<SaveRuleSet>
{
    public SaveRuleSetValidator()
    {
        RuleFor(c => c.Version).Matches("^[0-9A-Za-z._-]{1,40}$").WithErrorCode("format").WithMessage("1 to 40 letters, digits, dots or hyphens.");
        Include(new RuleSetBodyValidator());
    }
}

sealed class SaveRuleSetHandler(DbSession db, ReferenceData reference, TimeProvider clock) : ICommandHandler<SaveRuleSet, SavedRuleSet>
{
    static readonly JsonSerializerOptions AsWritten = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public async Task<SavedRuleSet> Handle(SaveRuleSet command, CancellationToken ct)
    {
        var row = await ReferenceData.NewestForChange(db, ReferenceKind.RoutingRules) ?? throw new NotFoundException("The routing rules");
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var (all, draft) = (JsonNode.Parse(row.Body)!, command.ToJson(command.Version));
        var versions = all["versions"]!.AsArray();
        var known = versions.FirstOrDefault(version => (string?)version!["version"] == command.Version);
        if (known is null || !JsonNode.DeepEquals(known, draft))
        {
            RequireFuture(command, StoredRules.Of(row.Body, today), today);
            if (known is not null)
                versions.Remove(known);
            versions.Add(draft);
        }
        var stored = StoredRules.Of(all.ToJsonString(AsWritten), today);
        // In the place of what is looked up now: a version of its own could lose against a later one of the program's seeds.
        if (!command.CheckOnly)
            await reference.Store(db, ReferenceKind.RoutingRules, row.Version, row.EffectiveFrom, stored.Json);
        return new SavedRuleSet(stored.View(stored.Find(command.Version)!), Created: known is null && !command.CheckOnly);
    }

    static void RequireFuture(SaveRuleSet command, StoredRules stored, DateOnly today)
    {
        if (stored.Find(command.Version) is { } known && known.EffectiveFrom <= today)
            throw new RuleViolationException(
                "rule-set.in-force", $"{known.Version} has been in force since {known.EffectiveFrom:yyyy-MM-dd}; write a new version.", "rule versions", "version");
        if (command.EffectiveFrom < today)
            throw new RuleViolationException("rule-set.in-the-past", "What was routed before today was routed by the rules of its day.", "rule versions", "effectiveFrom");
    }
}
