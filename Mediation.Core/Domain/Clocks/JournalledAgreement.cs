using System.Text.Json.Nodes;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Domain.Clocks;

/// <summary>An agreement's days and sums as the journal keeps them, without a word of its terms.</summary>
static class JournalledAgreement
{
    public const string Dues = "dues";

    public static JsonArray Write(Agreement agreement) => new([.. agreement.Obligations.Select(o => (JsonNode)new JsonObject
    {
        ["obligation"] = o.Id.ToString(), ["continuing"] = o.Continuing, ["amount"] = o.Amount, ["dueOn"] = Text(o.DueOn),
        ["parts"] = new JsonArray([.. o.Instalments.Select(p => (JsonNode)new JsonObject { ["dueOn"] = Text(p.DueOn), ["amount"] = p.Amount })]),
    })]);

    public static AgreementFacts Read(DateOnly on, JsonObject told) => new(ClockJournal.Day(told, "reachedOn") ?? on)
    {
        Dues = [.. (told[Dues] as JsonArray ?? []).Select(due => Due(due!.AsObject()))],
    };

    /// <summary>Each move tells all four days as they stand; a second application starts afresh.</summary>
    public static ConfirmationFacts Confirmation(JsonObject told) => new(
        Enum.Parse<ConfirmationState>((string)told["state"]!), ClockJournal.Day(told, "appliedOn"), ClockJournal.Day(told, "filedOn"),
        ClockJournal.Day(told, "decidedOn"), ClockJournal.Day(told, "receivedOn"));

    static DueFacts Due(JsonObject due) =>
        new(Guid.Parse((string)due["obligation"]!), (bool)due["continuing"]!, (decimal?)due["amount"], ClockJournal.Day(due, "dueOn"))
        {
            Parts = [.. due["parts"]!.AsArray().Select(p => new Instalment(ClockJournal.Day(p!.AsObject(), "dueOn")!.Value, (decimal)p["amount"]!))],
        };

    static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", null);
}
