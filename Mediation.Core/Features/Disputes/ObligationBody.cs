using FluentValidation;
using Mediation.Core.Domain.Disputes;

namespace Mediation.Core.Features.Disputes;

/// <summary>Who owes what to whom by when.</summary>
public sealed record ObligationBody
{
    public Guid? Id { get; init; }

    public Guid? DebtorId { get; init; }

    public Guid? CreditorId { get; init; }

    public string? Act { get; init; }

    /// <summary>Yuan.</summary>
    public decimal? Amount { get; init; }

    public DateOnly? DueOn { get; init; }

    public bool? Continuing { get; init; }

    /// <summary>履行方式: cash, transfer, in kind, by doing.</summary>
    public string? Method { get; init; }

    /// <summary>Parts of the amount with days of their own; they sum up to it.</summary>
    public IReadOnlyList<InstalmentBody>? Instalments { get; init; }

    /// <summary>How the amount is split among the members of a group; the shares sum up to it.</summary>
    public IReadOnlyList<ShareBody>? Shares { get; init; }

    public Obligation ToObligation() => new()
    {
        Id = Id ?? Guid.CreateVersion7(), DebtorId = DebtorId!.Value, CreditorId = CreditorId!.Value, Act = Act, Amount = Amount,
        DueOn = DueOn ?? (Instalments is [.., { DueOn: var last }] ? last : null), Continuing = Continuing ?? false, Method = Method,
        Instalments = [.. (Instalments ?? []).Select(i => new Instalment(i.DueOn!.Value, i.Amount!.Value))],
        Shares = [.. (Shares ?? []).Select(s => new MemberShare(s.MemberId!.Value, s.Amount!.Value))],
    };
}

/// <summary>A part of an obligation; yuan.</summary>
public sealed record InstalmentBody
{
    public DateOnly? DueOn { get; init; }

    public decimal? Amount { get; init; }
}

/// <summary>What one of many gets or owes; yuan.</summary>
public sealed record ShareBody
{
    public Guid? MemberId { get; init; }

    public decimal? Amount { get; init; }
}

static class ObligationLists
{
    public static IRuleBuilderOptions<T, IReadOnlyList<ObligationBody>?> AreObligations<T>(this IRuleBuilder<T, IReadOnlyList<ObligationBody>?> rule) => rule
        .Must(all => all is null || all.Count <= 200).WithErrorCode("length").WithMessage("At most 200.")
        .Must(all => all is null || all.Where(o => o.Id is not null).DistinctBy(o => o.Id).Count() == all.Count(o => o.Id is not null))
        .WithErrorCode("duplicate").WithMessage("Two obligations have the same id.");
}

sealed class ObligationValidator : AbstractValidator<ObligationBody>
{
    public ObligationValidator()
    {
        RuleFor(o => o.Id).NotEqual(Guid.Empty).WithErrorCode("required").WithMessage("An id, or none.");
        RuleFor(o => o.DebtorId).NotEmpty();
        RuleFor(o => o.CreditorId).NotEmpty();
        RuleFor(o => o.Act).MaximumLength(500);
        RuleFor(o => o.Amount).Must(IntakeValidator.IsMoney).WithMessage("Yuan from 0 to below 10^12 with at most two decimals.");
        RuleFor(o => o.DueOn).Must(IsNear).WithErrorCode("range").WithMessage("From 1900 to 2199.");
        RuleFor(o => o.Method).MaximumLength(200);
        RuleFor(o => o.Instalments).Must(parts => parts is null || parts.Count <= 120).WithErrorCode("length").WithMessage("At most 120.");
        RuleForEach(o => o.Instalments).ChildRules(part =>
        {
            part.RuleFor(i => i.DueOn).NotNull();
            part.RuleFor(i => i.DueOn).Must(IsNear).WithErrorCode("range").WithMessage("From 1900 to 2199.");
            part.RuleFor(i => i.Amount).NotNull();
            part.RuleFor(i => i.Amount).Must(IntakeValidator.IsMoney).WithMessage("Yuan from 0 to below 10^12 with at most two decimals.");
        });
        RuleFor(o => o.Shares).Must(shares => shares is null || shares.Count <= 1_000).WithErrorCode("length").WithMessage("At most 1,000.");
        RuleForEach(o => o.Shares).ChildRules(share =>
        {
            share.RuleFor(s => s.MemberId).NotEmpty();
            share.RuleFor(s => s.Amount).NotNull();
            share.RuleFor(s => s.Amount).Must(IntakeValidator.IsMoney).WithMessage("Yuan from 0 to below 10^12 with at most two decimals.");
        });
        RuleFor(o => o).Must(o => o.Amount is not null || !string.IsNullOrWhiteSpace(o.Act)).OverridePropertyName("act")
            .WithMessage("Say what is owed: an act or an amount.");
    }

    static bool IsNear(DateOnly? day) => day is null or { Year: >= 1900 and < 2200 };
}
