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

    public Obligation ToObligation() => new()
    {
        Id = Id ?? Guid.CreateVersion7(), DebtorId = DebtorId!.Value, CreditorId = CreditorId!.Value, Act = Act, Amount = Amount, DueOn = DueOn,
        Continuing = Continuing ?? false,
    };
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
        RuleFor(o => o).Must(o => o.Amount is not null || !string.IsNullOrWhiteSpace(o.Act)).OverridePropertyName("act")
            .WithMessage("Say what is owed: an act or an amount.");
    }
}
