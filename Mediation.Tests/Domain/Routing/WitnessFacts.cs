using System.Text.Json.Nodes;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain;
using NUnit.Framework;
using static Mediation.Tests.Domain.Routing.SeededRules;

namespace Mediation.Tests.Domain.Routing;

/// <summary>Facts made from a rule's own conditions: all of them met, or all but one missed as narrowly as possible.</summary>
static class WitnessFacts
{
    public static RoutingFacts Meeting(JsonObject when) => when.Aggregate(Quarrel, (facts, one) => Meet(facts, one.Key, one.Value!));

    public static RoutingFacts Missing(JsonObject when, string condition) => Miss(Meeting(when), condition, when[condition]!);

    static RoutingFacts Meet(RoutingFacts facts, string condition, JsonNode value) => condition switch
    {
        "types" => facts with { Type = First<DisputeType>(value) },
        "subtypes" => facts with { Subtype = (string)value[0]! },
        "notTypes" or "notSubtypes" => facts,
        "areaLevel" => facts with { Area = First<AreaLevel>(value) == AreaLevel.Town ? Haikou.Town : Haikou.District },
        "minPeople" => facts with { PeopleInvolved = (int)value },
        "minAmount" => facts with { Amount = (decimal)value },
        "minFailedAttempts" => facts with { FailedAttempts = (int)value },
        "anyRisk" => facts with { Risks = [First<Risk>(value)] },
        "partiesSpan" => facts with { Parties = Between(Haikou, (string)value! == "Town" ? OtherTown : Hongxing) },
        "overdue" => facts with { Overdue = (bool)value },
        "minLevel" => facts with { Risks = [Risk.Weapon] },
        "fromTier" => facts with { CurrentTier = First<Tier>(value) },
        "requestedTier" => facts with { RequestedTier = First<Tier>(value) },
        "sectorRequested" => facts with { SectorRequested = (bool)value },
        "referredBy" => facts with { ReferredBy = First<ReferringOrgan>(value) },
        _ => throw new AssertionException($"No witness for the condition {condition}."),
    };

    static RoutingFacts Miss(RoutingFacts facts, string condition, JsonNode value) => condition switch
    {
        "types" => facts with { Type = DisputeType.Tourism },
        "subtypes" => facts with { Subtype = "0299" },
        "notTypes" => facts with { Type = First<DisputeType>(value) },
        "notSubtypes" => facts with { Subtype = $"{(string)value[0]!}99"[..4] },
        "areaLevel" => facts with { Area = Haikou },
        "minPeople" => facts with { PeopleInvolved = (int)value - 1 },
        "minAmount" => facts with { Amount = (decimal)value - 0.01m },
        "minFailedAttempts" => facts with { FailedAttempts = (int)value - 1 },
        "anyRisk" or "minLevel" => facts with { Risks = [] },
        "partiesSpan" => facts with { Parties = Between(Haikou, (string)value! == "Town" ? Hongxing : Haikou) },
        "overdue" => facts with { Overdue = !(bool)value },
        "fromTier" => facts with { CurrentTier = Tier.District },
        "requestedTier" => facts with { RequestedTier = null },
        "sectorRequested" => facts with { SectorRequested = !(bool)value },
        "referredBy" => facts with { ReferredBy = ReferringOrgan.Court },
        _ => throw new AssertionException($"No near miss for the condition {condition}."),
    };

    static T First<T>(JsonNode value) where T : struct, Enum => Enum.Parse<T>((string)value[0]!);
}
