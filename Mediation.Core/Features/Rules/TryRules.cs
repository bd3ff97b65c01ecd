using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Messaging;
using System.Text.Json.Nodes;

namespace Mediation.Core.Features.Rules;

/// <summary>What the rules say of some facts: those in force, another version's, or a draft's. Nothing is saved and no name is asked for.</summary>
[Needs(Permission.ManageCalendar, Permission.Register)]
public sealed record TryRules : IQuery<TriedRules>
{
    /// <summary>A stored version; default the one in force.</summary>
    public string? Version { get; init; }

    /// <summary>A draft in the place of a stored version.</summary>
    public RuleSetBody? RuleSet { get; init; }

    public DisputeType? Type { get; init; }

    /// <summary>The platform's 2+2 digit code.</summary>
    public string? Subtype { get; init; }

    public AreaCode? AreaCode { get; init; }

    public IReadOnlyList<TriedParty>? Parties { get; init; }

    public IReadOnlyList<Risk>? Risks { get; init; }

    /// <summary>Default 2.</summary>
    public int? PeopleInvolved { get; init; }

    /// <summary>Yuan; null is unknown.</summary>
    public decimal? Amount { get; init; }

    public int? FailedAttempts { get; init; }

    public bool? Overdue { get; init; }

    public Tier? RequestedTier { get; init; }

    public bool? SectorRequested { get; init; }

    public ReferringOrgan? ReferredBy { get; init; }

    /// <summary>The tier now responsible; default the village.</summary>
    public Tier? CurrentTier { get; init; }

    internal RoutingFacts Facts() => new()
    {
        Type = Type!.Value, Subtype = Subtype, Area = AreaCode!.Value, Parties = [.. (Parties ?? []).Select(party => (party.Side!.Value, party.AreaCode))],
        Risks = [.. (Risks ?? []).Distinct()], PeopleInvolved = PeopleInvolved ?? 2, Amount = Amount, FailedAttempts = FailedAttempts ?? 0, Overdue = Overdue ?? false,
        RequestedTier = RequestedTier, SectorRequested = SectorRequested ?? false, ReferredBy = ReferredBy, CurrentTier = CurrentTier ?? Tier.Village,
    };
}

/// <summary>A side and its household.</summary>
public sealed record TriedParty(PartySide? Side, AreaCode? AreaCode);

/// <summary>The proposal, with the rules that speak.</summary>
public sealed record TriedRules(
    string RuleSetVersion, Tier Tier, RoutingTarget Target, RiskLevel RiskLevel, IReadOnlyList<ReasonView> Reasons, IReadOnlyList<ReasonView> RiskReasons,
    IReadOnlyList<ReasonView> Offers);

sealed class TryRulesValidator : AbstractValidator<TryRules>
{
    public TryRulesValidator()
    {
        RuleFor(q => q.Type).NotNull().WithErrorCode("required");
        RuleFor(q => q.AreaCode).NotNull().WithErrorCode("required");
        RuleFor(q => q.AreaCode).Must(area => area is null || area.Value.Level >= AreaLevel.District).WithErrorCode("range").WithMessage("A district, a town or a village.");
        RuleFor(q => q.Version).MaximumLength(40).WithErrorCode("length");
        RuleFor(q => q.Version).Null().When(q => q.RuleSet is not null).WithErrorCode("range").WithMessage("A version or a draft, not both.");
        RuleFor(q => q.RuleSet!).SetValidator(new RuleSetBodyValidator()).When(q => q.RuleSet is not null);
        RuleFor(q => q.Subtype).Matches("^[0-9]{2}([0-9]{2})?$").WithErrorCode("format").WithMessage("Two or four digits.");
        RuleFor(q => q.Parties).Must(parties => parties is null || parties.Count <= 200).WithErrorCode("length").WithMessage("At most 200.");
        RuleForEach(q => q.Parties).ChildRules(party => party.RuleFor(p => p.Side).NotNull().WithErrorCode("required"));
        RuleFor(q => q.Risks).Must(risks => risks is null || risks.Count <= 20).WithErrorCode("length").WithMessage("At most 20.");
        RuleFor(q => q.PeopleInvolved).InclusiveBetween(1, 999_999).WithErrorCode("range");
        RuleFor(q => q.Amount).InclusiveBetween(0, 999_999_999_999.99m).WithErrorCode("range");
        RuleFor(q => q.FailedAttempts).InclusiveBetween(0, 1_000).WithErrorCode("range");
    }
}

sealed class TryRulesHandler(DbSession db, TimeProvider clock) : IQueryHandler<TryRules, TriedRules>
{
    public async Task<TriedRules> Handle(TryRules query, CancellationToken ct)
    {
        var rules = await Rules(query, ct);
        var proposal = rules.Propose(query.Facts());
        return new TriedRules(
            rules.Version, proposal.Tier, proposal.Target, proposal.Level, Views(proposal.Reasons), Views(proposal.LevelReasons), Views(proposal.Offers));
    }

    async Task<RuleSet> Rules(TryRules query, CancellationToken ct)
    {
        if (query.RuleSet is { } draft)
            return RuleSets.Parse(new JsonObject { ["versions"] = new JsonArray(draft.ToJson("draft")) }.ToJsonString()).Versions[0];
        var stored = await StoredRules.Read(db, clock, ct);
        return query.Version is null ? stored.Sets.On(stored.Today) : stored.Find(query.Version) ?? throw new NotFoundException("The rule set");
    }

    static IReadOnlyList<ReasonView> Views(IEnumerable<RoutingReason> reasons) => [.. reasons.Select(ReasonView.Of)];
}
