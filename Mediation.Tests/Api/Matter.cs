using System.Text.Json.Nodes;
using Mediation.Core.Domain;

namespace Mediation.Tests.Api;

/// <summary>A dispute as the hand count knows it: the last answer, who had it first, and what happened in order.</summary>
sealed record Matter(JsonNode View, string FirstTier, IReadOnlyList<Happening> Happened)
{
    public Guid Id => (Guid)View["id"]!;

    public int Version => (int)View["version"]!;

    public string Status => (string)View["status"]!;

    public string Tier => (string)View["tier"]!;

    public string AreaCode => (string)View["areaCode"]!;

    public int People => (int)View["peopleInvolved"]!;

    public string Responsible => (string)View["responsible"]!["name"]!;

    public string Holder => (string)View["holder"]!["name"]!;

    public DateTimeOffset ReceivedAt => (DateTimeOffset)View["receivedAt"]!;

    public DateOnly ReceivedOn => Shanghai.DateOf(ReceivedAt);

    public DateOnly LastStepOn => DateOnly.ParseExact((string)View["lastStepOn"]!, "yyyy-MM-dd", null);

    public IEnumerable<Guid> Parties => View["parties"]!.AsArray().Select(p => (Guid)p!["id"]!);

    public string? PendingHandover => (string?)View["handovers"]!.AsArray().LastOrDefault(h => (string?)h!["state"] == "Pending")?["id"];

    /// <summary>Whoever sent it first; where a return may go.</summary>
    public string FirstResponsible => (string?)View["handovers"]!.AsArray().FirstOrDefault()?["from"]!["id"] ?? (string)View["responsible"]!["id"]!;

    public bool Counts => Status is not ("Voided" or "Merged");

    /// <summary>Red, 30 people or more, death or serious injury (contract 3).</summary>
    public bool Major => (string?)View["riskLevel"] == "Red" || People >= 30
        || View["risks"]!.AsArray().Any(risk => (string?)risk is "Death" or "SeriousInjury");

    public Matter With(string what, DateOnly on) => this with { Happened = [.. Happened, new Happening(what, on, Tier)] };
}

/// <summary>success, failed, moved, resolved, ended, referred or reopened, on its event date, at the tier of that moment.</summary>
sealed record Happening(string What, DateOnly On, string Tier);
