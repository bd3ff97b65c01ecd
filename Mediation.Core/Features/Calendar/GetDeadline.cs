using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Calendar;

/// <summary>The last day of a limit that begins after a day (Civil Code 200-203), by the official calendar.</summary>
[Needs(Permission.SignedIn)]
public sealed record GetDeadline(DateOnly? Start, int? Amount, TimeUnit? Unit) : IQuery<Deadline>;

sealed class GetDeadlineValidator : AbstractValidator<GetDeadline>
{
    const int LongestYears = 900;

    // The calendar ends with the year 9999, and a limit that begins before this day cannot reach that.
    static readonly DateOnly Latest = new(9000, 1, 1);

    public GetDeadlineValidator()
    {
        RuleFor(q => q.Start).NotNull().WithErrorCode("required").LessThan(Latest).WithErrorCode("range");
        RuleFor(q => q.Unit).NotNull().WithErrorCode("required");
        RuleFor(q => q.Amount).NotNull().WithErrorCode("required").InclusiveBetween(0, WorkCalendar.LongestAmount).WithErrorCode("range");
        RuleFor(q => q.Amount).LessThanOrEqualTo(LongestYears).When(q => q.Unit == TimeUnit.Year).WithErrorCode("range");
    }
}

sealed class GetDeadlineHandler(ReferenceData reference, DbSession db) : IQueryHandler<GetDeadline, Deadline>
{
    public async Task<Deadline> Handle(GetDeadline query, CancellationToken ct) =>
        (await reference.Calendar(db, ct)).Due(query.Start!.Value, query.Amount!.Value, query.Unit!.Value);
}
