using FluentValidation;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Features.Disputes;

/// <summary>What is told at intake: type, place, the safety question, and who; everything else has a default that a person can correct.</summary>
public record IntakeBody
{
    public DisputeType? Type { get; init; }

    /// <summary>Where it happened: any level from district down.</summary>
    public AreaCode? AreaCode { get; init; }

    /// <summary>An empty list is an answer to the safety question; leaving it out is none.</summary>
    public IReadOnlyList<Risk>? Risks { get; init; }

    public IReadOnlyList<PartyBody>? Parties { get; init; }

    /// <summary>Default "A与B邻里纠纷".</summary>
    public string? Subject { get; init; }

    public string? Summary { get; init; }

    /// <summary>The platform's 2+2 digit code; 99 is other.</summary>
    public string? Subtype { get; init; }

    public string? Place { get; init; }

    public DateOnly? OccurredOn { get; init; }

    public DateTimeOffset? ReceivedAt { get; init; }

    public DateTimeOffset? DeviceTime { get; init; }

    public Source? Source { get; init; }

    public ReferringOrgan? ReferredBy { get; init; }

    public string? ReferralNumber { get; init; }

    public IntakeChannel? Channel { get; init; }

    /// <summary>Yuan, at most two decimals, below 10^12; null is unknown.</summary>
    public decimal? Amount { get; init; }

    public int? PeopleInvolved { get; init; }

    /// <summary>The real mediator when a clerk enters for another.</summary>
    public Guid? PerformedBy { get; init; }

    /// <summary>A party asks for the town, the district or the sector committee.</summary>
    public Tier? RequestedTier { get; init; }

    public bool? SectorRequested { get; init; }

    public OverrideBody? Override { get; init; }
}

public sealed record OverrideBody
{
    public Tier? Tier { get; init; }

    public Guid? OrganisationId { get; init; }

    public string? Reason { get; init; }
}

public sealed record PartyBody
{
    /// <summary>Made by the client when it needs to name the party in a later command; else by the server.</summary>
    public Guid? Id { get; init; }

    public PartySide? Side { get; init; }

    public PartyKind? Kind { get; init; }

    public string? Name { get; init; }

    public string? Description { get; init; }

    public IdentityBasis? IdentityBasis { get; init; }

    public IdType? IdType { get; init; }

    public string? IdNumber { get; init; }

    public string? Contact { get; init; }

    public string? Phone { get; init; }

    public string? Address { get; init; }

    public AreaCode? AreaCode { get; init; }

    public PartyCapacity? Capacity { get; init; }

    public string? GuardianName { get; init; }

    public IReadOnlyList<PartyNeed>? Needs { get; init; }

    /// <summary>Victim of violence: address and phone stay off everything the other side sees.</summary>
    public bool? Protected { get; init; }
}

sealed class PartyValidator : AbstractValidator<PartyBody>
{
    public PartyValidator()
    {
        RuleFor(p => p.Side).NotNull().WithErrorCode("required");
        RuleFor(p => p.Kind).NotNull().WithErrorCode("required");
        RuleFor(p => p.Id).NotEqual(Guid.Empty).WithErrorCode("required").WithMessage("An id, or none.");
        RuleFor(p => p).Must(p => !string.IsNullOrWhiteSpace(p.Name) || !string.IsNullOrWhiteSpace(p.Description)).WithName("name")
            .OverridePropertyName("name").WithErrorCode("required").WithMessage("Give a name, or describe who it is (不详).");
        RuleFor(p => p.Name).MaximumLength(100);
        RuleFor(p => p.Description).MaximumLength(200);
        RuleFor(p => p.IdNumber).MaximumLength(40);
        RuleFor(p => p.Contact).MaximumLength(100);
        RuleFor(p => p.Phone).MaximumLength(40);
        RuleFor(p => p.Address).MaximumLength(200);
        RuleFor(p => p.GuardianName).MaximumLength(100);
        RuleFor(p => p.Needs).Must(n => n is null || n.Count <= 10).WithMessage("At most 10.");
    }
}

sealed class IntakeValidator : AbstractValidator<IntakeBody>
{
    static readonly decimal AmountLimit = 1_000_000_000_000m;

    public IntakeValidator(TimeProvider clock)
    {
        RuleFor(b => b.Type).NotNull().WithErrorCode("required");
        RuleFor(b => b.AreaCode).NotNull().WithErrorCode("required");
        RuleFor(b => b.AreaCode).Must(a => a is null || a.Value.Level >= AreaLevel.District).WithMessage("A district, a town or a village.");
        RuleFor(b => b.Risks).NotNull().WithErrorCode("required").WithMessage("Answer the safety question; an empty list is an answer.");
        RuleFor(b => b.Risks).Must(r => r is null || r.Count <= 20).WithMessage("At most 20.");
        RuleFor(b => b.Parties).NotEmpty().WithErrorCode("required").WithMessage("At least one party, by name or described.");
        RuleFor(b => b.Parties).Must(p => p is null || p.Count <= 200).WithMessage("At most 200; more are a roster.");
        RuleForEach(b => b.Parties).SetValidator(new PartyValidator());
        RuleFor(b => b.Parties).Must(HaveOwnIds).WithMessage("Two parties have the same id.");
        RuleFor(b => b.Subject).Length(2, 50).When(b => b.Subject is not null);
        RuleFor(b => b.Summary).MaximumLength(2_000);
        RuleFor(b => b.Place).MaximumLength(100);
        RuleFor(b => b.ReferralNumber).MaximumLength(50);
        RuleFor(b => b.Subtype).Matches("^[0-9]{2}([0-9]{2})?$").When(b => b.Subtype is not null).WithMessage("Two or four digits.");
        RuleFor(b => b.Amount).Must(IsMoney).WithMessage("Yuan from 0 to below 10^12 with at most two decimals.");
        RuleFor(b => b.PeopleInvolved).InclusiveBetween(1, 999_999).When(b => b.PeopleInvolved is not null);
        RuleFor(b => b.OccurredOn).HasHappened(clock);
        RuleFor(b => b.ReceivedAt).Must(t => t is null || NotAhead(t.Value, clock)).WithMessage("More than 24 hours ahead.");
        RuleFor(b => b.ReceivedAt).Must(t => t is null || t.Value.Year >= 2000).WithMessage("Before 2000.");
        RuleFor(b => b.ReferredBy).NotNull().When(b => b.Source == Domain.Disputes.Source.EntrustedReferral).WithMessage("Say who sent it.");
        RuleFor(b => b.Override!.Reason).NotEmpty().MaximumLength(500).When(b => b.Override is not null);
        RuleFor(b => b.Override!.Tier).NotNull().When(b => b.Override is not null);
    }

    public static bool IsMoney(decimal? amount) => amount is null or >= 0 && (amount is null || amount < AmountLimit && decimal.Round(amount.Value, 2) == amount);

    static bool NotAhead(DateTimeOffset instant, TimeProvider clock) => instant <= clock.GetUtcNow().AddHours(24);

    static bool HaveOwnIds(IReadOnlyList<PartyBody>? parties) =>
        parties is null || parties.Where(p => p.Id is not null).GroupBy(p => p.Id).All(same => same.Count() == 1);
}

sealed class SettlementValidator : AbstractValidator<SettlementBody>
{
    public SettlementValidator()
    {
        RuleFor(s => s.Terms).NotEmpty().MaximumLength(5_000);
        RuleFor(s => s.Performance).NotNull();
        RuleFor(s => s.FormSerial).Length(1, 60).WithErrorCode("length");
        RuleFor(s => s.Obligations).AreObligations();
        RuleForEach(s => s.Obligations).SetValidator(new ObligationValidator());
    }
}
