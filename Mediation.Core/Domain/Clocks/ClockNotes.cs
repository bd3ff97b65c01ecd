using System.Text.Json.Nodes;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Clocks;

/// <summary>What a step changed for the clocks beside its own facts: it goes into the journal row, whatever the event.</summary>
static class ClockNotes
{
    /// <summary>The day of the status, where it is not the day of the row.</summary>
    public const string Since = "since";

    /// <summary>The agreement's first effective day (人民调解法 29).</summary>
    public const string EffectiveOn = "effectiveOn";

    public static void Add(JsonObject facts, DateOnly on, DisputeFile before, DisputeFile after)
    {
        if (after.StatusSince != before.StatusSince && (after.Status == before.Status || after.StatusSince != on))
            facts[Since] = after.StatusSince.ToString("yyyy-MM-dd", null);
        if (after.Level != before.Level)
            facts["level"] = after.Level.ToString();
        var (was, @is) = (Effective(before), Effective(after));
        if (was != @is && @is.Case is not null && !facts.ContainsKey(EffectiveOn))
        {
            facts["case"] ??= @is.Case.ToString();
            facts[EffectiveOn] = @is.On?.ToString("yyyy-MM-dd", null);
        }
    }

    static (Guid? Case, DateOnly? On) Effective(DisputeFile file) => file.Cases.LastOrDefault(c => c.IsAgreed) is { } agreed
        ? (agreed.Id, agreed.Agreement!.EffectiveOn(DisputeWarnings.Signatories(file)))
        : default;
}
