using FluentValidation;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>The disputes behind an item of the justice return; one that was concluded in two months of the period stands twice.</summary>
[Needs(Permission.ReadReports)]
public sealed record ListJusticeDisputes(string? Period, AreaCode? Area, int? Item, string? Cursor, int Limit = 50) : IQuery<FilingCell>;

sealed class ListJusticeDisputesValidator : AbstractValidator<ListJusticeDisputes>
{
    public ListJusticeDisputesValidator()
    {
        RuleFor(q => q.Period).Must(period => ReportPeriod.Parse(period) is not null).WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
        RuleFor(q => q.Item).NotNull().WithErrorCode("required");
        RuleFor(q => q.Item).InclusiveBetween(1, JusticeReturn.ItemCount).WithErrorCode("range");
        RuleFor(q => q.Item).NotEqual(5).WithErrorCode("range").WithMessage("Money is no count; ask for the successful ones.");
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || ListReportDisputesValidator.Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }
}

sealed class ListJusticeDisputesHandler(CurrentUser user, ReturnReader reader, JusticeCell cell) : IQueryHandler<ListJusticeDisputes, FilingCell>
{
    public async Task<FilingCell> Handle(ListJusticeDisputes query, CancellationToken ct)
    {
        var (area, period) = (query.Area ?? user.Account.Area, ReportPeriod.Parse(query.Period)!);
        if (!user.Account.SeesArea || !user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var cases = await reader.Regular(area, period, await reader.Measures(ct), ct)
            ?? throw new RuleViolationException("report.not-sealed", "A period of several months has disputes when all of them are sealed.", "domain 5.6", "period");
        return await cell.Page(cases, query.Item!.Value, query.Cursor, query.Limit, ct);
    }
}
