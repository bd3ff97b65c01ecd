using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Calendar;

/// <summary>The last day of a limit that begins after a day (Civil Code 200-203), by the official calendar.</summary>
[Needs(Permission.SignedIn)]
public sealed record GetDeadline(string? Start, string? Amount, string? Unit) : IQuery<Deadline>;

sealed class GetDeadlineValidator : AbstractValidator<GetDeadline>
{
    const int LongestYears = 900;

    // The calendar ends with the year 9999, and a limit that begins before this day cannot reach that.
    static readonly DateOnly Latest = new(9000, 1, 1);

    public GetDeadlineValidator()
    {
        RuleFor(q => q.Start).NotEmpty().WithErrorCode("required").IsDate();
        RuleFor(q => QueryText.Date(q.Start)).LessThan(Latest).WithErrorCode("range").OverridePropertyName(nameof(GetDeadline.Start));
        RuleFor(q => q.Unit).NotEmpty().WithErrorCode("required").IsWord<GetDeadline, TimeUnit>();
        RuleFor(q => q.Amount).NotEmpty().WithErrorCode("required")
            .Must(text => text is null || QueryText.Number(text) is not null).WithErrorCode("number").WithMessage("A whole number.");
        RuleFor(q => QueryText.Number(q.Amount)).InclusiveBetween(0, WorkCalendar.LongestAmount).WithErrorCode("range")
            .OverridePropertyName(nameof(GetDeadline.Amount));
        RuleFor(q => QueryText.Number(q.Amount)).LessThanOrEqualTo(LongestYears).When(q => QueryText.Word<TimeUnit>(q.Unit) == TimeUnit.Year)
            .WithErrorCode("range").OverridePropertyName(nameof(GetDeadline.Amount));
    }
}

sealed class GetDeadlineHandler(ReferenceData reference, DbSession db) : IQueryHandler<GetDeadline, Deadline>
{
    public async Task<Deadline> Handle(GetDeadline query, CancellationToken ct) => (await reference.Calendar(db, ct)).Due(
        QueryText.Date(query.Start)!.Value, QueryText.Number(query.Amount)!.Value, QueryText.Word<TimeUnit>(query.Unit)!.Value);
}
