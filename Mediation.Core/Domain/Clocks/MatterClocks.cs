using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;

namespace Mediation.Core.Domain.Clocks;

/// <summary>All clocks of a matter, computed from its facts; nothing stores a moving date but the watch's index.</summary>
public static class MatterClocks
{
    public static IReadOnlyList<ClockReading> Of(ClockFacts facts, ClockContext context)
    {
        if (facts.Status is DisputeStatus.Merged or DisputeStatus.Voided)
            return [];
        var read = (from rule in ClockTable.All from run in rule.Runs(facts, context) select ClockReading.Of(rule, run, facts, context)).ToList();
        if (LawSpeaks(facts, read))
            read.RemoveAll(clock => clock.Rule.Clock == Clock.Matter);
        return read;
    }

    /// <summary>The day by which the holder should act: the first that binds now. What is closed keeps a day that binds nobody.</summary>
    public static DateOnly DueOn(ClockFacts facts, ClockContext context) => DueOn(facts, Of(facts, context), context);

    public static DateOnly DueOn(ClockFacts facts, IReadOnlyList<ClockReading> clocks, ClockContext context) =>
        clocks.Where(clock => clock.BindsHolder).Select(clock => clock.Due).Min()
            ?? ClockReading.Of(ClockTable.Of(Clock.Matter), ClockTable.MatterRun(facts, context, LimitStep.Handling), facts, context).Due!.Value;

    /// <summary>While the law's own limit of the case runs, or a day that the parties fixed, the local limit of handling is silent.</summary>
    static bool LawSpeaks(ClockFacts facts, List<ClockReading> clocks) => facts.Status switch
    {
        DisputeStatus.InMediation or DisputeStatus.Suspended => clocks.Any(clock => clock.Rule.StandsForMatter && clock.BindsHolder),
        DisputeStatus.Agreed or DisputeStatus.Performing => clocks.Any(clock => clock.Rule.Clock == Clock.Performance && clock.BindsHolder),
        _ => false,
    };
}
