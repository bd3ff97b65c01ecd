using System.Text.Json.Nodes;
using Mediation.Core.Domain.Journal;

namespace Mediation.Core.Domain.Disputes;

/// <summary>The level of a matter: judged anew at each session, raised freely, lowered only with a reason and a second person's yes (domain 5.2).</summary>
public sealed partial class Dispute
{
    public LoweringRequest? PendingLowering => File.Lowerings.LastOrDefault(l => l.State == LoweringState.Pending);

    /// <summary>Judges the level between sessions. No step: a centre may judge what a village handles.</summary>
    public void AssessLevel(LevelCheck check, string reason, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.AssessLevel);
        var judged = Judged(File, check, LevelOccasion.Assessment, reason, step);
        Write(JournalEvent.LevelAssessed, step, judged, LevelFacts(judged), new() { ["level.reason"] = reason });
    }

    /// <summary>Asks for a lower level; until a second person agrees the present one stays.</summary>
    public void AskLowering(LoweringRequest asked, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.AssessLevel);
        if (PendingLowering is not null)
            throw new RuleViolationException("level.lowering-pending", "One is waiting for its decision.", "domain 5.2", "level");
        RequireLower(asked.To);
        Write(JournalEvent.LoweringAsked, step, File with { Lowerings = [.. File.Lowerings, asked] },
            new JsonObject { ["lowering"] = asked.Id.ToString(), ["to"] = asked.To.ToString() }, new() { ["level.reason"] = asked.Reason });
    }

    /// <summary>A second person of a tier that may decides on it; what the rules said is outweighed by that word until new facts come up.</summary>
    public void DecideLowering(bool approved, string reason, Tier approver, Tier least, LevelCheck check, Step step)
    {
        _ = DisputeLifecycle.After(File.Status, DisputeAction.AssessLevel);
        var asked = PendingLowering ?? throw new RuleViolationException("level.no-lowering", "Nobody asked for a lower level.", "domain 5.2");
        if (step.ActorId == asked.By)
            throw new RuleViolationException("level.own-lowering", "Who asks for a lower level does not decide on it.", "domain 5.2");
        if (approver < least || approver < File.Tier)
            throw new RuleViolationException("level.approver-tier", $"From {File.Level} it is lowered by the {(least < File.Tier ? File.Tier : least)} or above.", "domain 5.2");
        if (approved)
            RequireLower(asked.To);
        var decided = asked with
        {
            State = approved ? LoweringState.Approved : LoweringState.Refused,
            DecidedBy = step.ActorId,
            DecidedOn = step.On,
            Answer = reason,
        };
        var changed = File with { Lowerings = [.. File.Lowerings.Select(l => l.Id == asked.Id ? decided : l)] };
        if (approved)
            changed = WithLevel(changed, asked.To, check, new LevelAssessment
            {
                Occasion = LevelOccasion.Lowering, On = step.On, From = File.Level, To = asked.To, RuleSetVersion = check.Rules.Version, By = step.ActorId,
                AskedBy = asked.By, Reason = asked.Reason, Rules = [.. check.Rules.Levels.Where(rule => rule.Holds(check.Facts)).Select(rule => rule.Reason.Rule)],
            });
        Write(JournalEvent.LoweringDecided, step, changed,
            new JsonObject { ["lowering"] = asked.Id.ToString(), ["approved"] = approved, ["level"] = changed.Level.ToString() }, new() { ["level.answer"] = reason });
    }

    void RequireLower(RiskLevel to)
    {
        if (to >= File.Level)
            throw new RuleViolationException("level.not-lower", $"It is {File.Level} now; what is not lower needs nobody's yes.", "domain 5.2", "level");
        if (File.Risks.Select(RiskReports.StatuteOf).OfType<string>().FirstOrDefault() is { } statute)
            throw new RuleViolationException("level.violence-is-red", "A mark of violence at home or harm to a child is red.", statute, "level");
    }

    /// <summary>Never lower than before: what the rules find new, or what the person says, if that is higher.</summary>
    static DisputeFile Judged(DisputeFile file, LevelCheck check, LevelOccasion occasion, string? reason, Step step)
    {
        if (check.Told < file.Level)
            throw new RuleViolationException("level.lowering-needs-approval", "A level is lowered with a reason and a second person's yes.", "domain 5.2", "level");
        var hits = check.Rules.Levels.Where(rule => rule.Holds(check.Facts)).ToList();
        var outweighed = file.LevelHistory.LastOrDefault(a => a.Occasion == LevelOccasion.Lowering)?.Rules ?? [];
        var to = hits.Where(rule => !outweighed.Contains(rule.Reason.Rule)).Select(rule => rule.Level).Append(check.Told ?? file.Level).Append(file.Level).Max();
        return WithLevel(file, to, check, new LevelAssessment
        {
            Occasion = occasion, On = step.On, From = file.Level, To = to, RuleSetVersion = check.Rules.Version, By = step.ActorId, Reason = reason,
            Rules = [.. hits.OrderByDescending(rule => rule.Level).Select(rule => rule.Reason.Rule)],
        });
    }

    static DisputeFile WithLevel(DisputeFile file, RiskLevel level, LevelCheck check, LevelAssessment judged)
    {
        // Put on the ledger by hand it stays there, whatever its level.
        var major = file.Oversight.Major is not null || check.Rules.Major.Holds(level, file.PeopleInvolved, file.Risks);
        return file with
        {
            Level = level,
            LevelHistory = [.. file.LevelHistory, judged],
            Report = level == file.Level || major == file.Report.Major ? file.Report : file.Report with { Major = major },
        };
    }

    static JsonObject LevelFacts(DisputeFile judged) => new() { ["level"] = judged.Level.ToString(), ["levelRules"] = Names(judged.LevelHistory[^1].Rules) };

    /// <summary>What was judged apart from the steps stays when a step is taken back; the session's own judgement goes with it.</summary>
    DisputeFile WithLevelsKept(DisputeFile before, JournalEvent undone, bool? major)
    {
        var own = undone == JournalEvent.SessionHeld ? 1 : 0;
        return File.LevelHistory.Count <= before.LevelHistory.Count + own
            ? before with { Lowerings = File.Lowerings }
            : before with
            {
                Level = File.Level,
                LevelHistory = File.LevelHistory,
                Lowerings = File.Lowerings,
                Report = major is not { } counts || counts == before.Report.Major ? before.Report : before.Report with { Major = counts },
            };
    }
}
