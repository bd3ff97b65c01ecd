using FluentValidation;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;

namespace Mediation.Core.Features.Mediators;

/// <summary>What is entered about a mediator, by hand or from a file. No age is kept, and the workload is never typed in.</summary>
public record MediatorFields
{
    public Guid? OrganisationId { get; init; }

    public string? Name { get; init; }

    /// <summary>F or M.</summary>
    public string? Gender { get; init; }

    public Employment? Employment { get; init; }

    public MediatorGrade? Grade { get; init; }

    public string? CertificateNumber { get; init; }

    public DateOnly? CertificateFrom { get; init; }

    public DateOnly? CertificateTo { get; init; }

    public DateOnly? TermFrom { get; init; }

    public DateOnly? TermTo { get; init; }

    public IReadOnlyList<DisputeType>? Expertise { get; init; }

    public IReadOnlyList<string>? Languages { get; init; }

    public int? Capacity { get; init; }

    public IReadOnlyList<TrainingHours>? TrainingHours { get; init; }

    public Deputy? Deputy { get; init; }

    /// <summary>One that differs from the last is added to the history.</summary>
    public MediatorStatus? Status { get; init; }

    /// <summary>Default today; for a new mediator the beginning of the term.</summary>
    public DateOnly? StatusFrom { get; init; }

    public string? StatusReason { get; init; }

    internal Mediator ToMediator(Guid id, Mediator? known, DateOnly today)
    {
        var entered = new Mediator
        {
            Id = id, OrganisationId = OrganisationId!.Value, Name = Name!.Trim(), Gender = Gender, Employment = Employment!.Value,
            Grade = Grade ?? MediatorGrade.None, CertificateNumber = string.IsNullOrWhiteSpace(CertificateNumber) ? null : CertificateNumber.Trim(),
            CertificateFrom = CertificateFrom, CertificateTo = CertificateTo, TermFrom = TermFrom, TermTo = TermTo,
            Expertise = [.. (Expertise ?? []).Distinct()], Languages = [.. (Languages ?? []).Select(language => language.Trim()).Distinct()],
            Capacity = Capacity ?? 10, TrainingHours = [.. (TrainingHours ?? []).OrderBy(year => year.Year)], Deputy = Deputy,
            History = known?.History ?? [new StatusChange(MediatorStatus.Active, StatusFrom ?? TermFrom ?? today, StatusReason)],
        };
        if (Status is not { } status || status == entered.Status)
            return entered;
        var changed = entered.Become(status, StatusFrom ?? today, StatusReason, today);
        // A mediator who is entered for the first time was never anything else.
        return known is null ? changed with { History = [changed.History[^1]] } : changed;
    }
}

abstract class MediatorFieldsValidator<T> : AbstractValidator<T> where T : MediatorFields
{
    protected MediatorFieldsValidator()
    {
        RuleFor(c => c.OrganisationId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Name).NotEmpty().WithErrorCode("required").MaximumLength(50).WithErrorCode("length");
        RuleFor(c => c.Employment).NotNull().WithErrorCode("required");
        RuleFor(c => c.Gender).Must(gender => gender is null or "F" or "M").WithErrorCode("unknown").WithMessage("F or M.");
        RuleFor(c => c.CertificateNumber).MaximumLength(60).WithErrorCode("length");
        RuleFor(c => c.CertificateTo).GreaterThanOrEqualTo(c => c.CertificateFrom)
            .When(c => c.CertificateFrom is not null && c.CertificateTo is not null).WithErrorCode("order");
        RuleFor(c => c.TermTo).GreaterThanOrEqualTo(c => c.TermFrom).When(c => c.TermFrom is not null && c.TermTo is not null).WithErrorCode("order");
        RuleFor(c => c.Languages).Must(languages => languages is null or { Count: <= 20 }).WithErrorCode("length").WithMessage("At most 20 languages.");
        RuleForEach(c => c.Languages).NotEmpty().WithErrorCode("required").MaximumLength(30).WithErrorCode("length").OverridePropertyName("Languages");
        RuleFor(c => c.Capacity).InclusiveBetween(0, 200).WithErrorCode("range");
        RuleFor(c => c.TrainingHours).Must(AreYears).WithErrorCode("range").WithMessage("One entry per year, 0 to 2000 hours each.");
        RuleFor(c => c.Deputy!.MediatorId).NotEmpty().When(c => c.Deputy is not null).WithErrorCode("required");
        RuleFor(c => c.Deputy!.To).GreaterThanOrEqualTo(c => c.Deputy!.From).When(c => c.Deputy is not null).WithErrorCode("order");
        RuleFor(c => c.StatusReason).MaximumLength(500).WithErrorCode("length");
    }

    static bool AreYears(IReadOnlyList<TrainingHours>? years) => years is null || years.DistinctBy(year => year.Year).Count() == years.Count
        && years.All(year => year is { Year: >= 1990 and <= 2100, Hours: >= 0 and <= 2_000 });
}
