using FluentValidation;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>
/// Return A of the justice bureau (人民调解案件情况统计表) of an area and period with its checks A1 to A11. What is longer than a month is made of sealed
/// months only; a month that is not sealed is counted now and says so.
/// </summary>
[Needs(Permission.ReadReports)]
public sealed record GetJusticeReturn(string? Period, AreaCode? Area) : IQuery<JusticePage>;

sealed class GetJusticeReturnValidator : AbstractValidator<GetJusticeReturn>
{
    public GetJusticeReturnValidator() => RuleFor(q => q.Period).Must(period => ReportPeriod.Parse(period) is not null)
        .WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
}

sealed class GetJusticeReturnHandler(CurrentUser user, ReturnReader reader) : IQueryHandler<GetJusticeReturn, JusticePage>
{
    public Task<JusticePage> Handle(GetJusticeReturn query, CancellationToken ct)
    {
        var area = query.Area ?? user.Account.Area;
        return user.Account.SeesArea && user.Account.Area.Holds(area) ? reader.Page(area, ReportPeriod.Parse(query.Period)!, ct) : throw new NotFoundException("The area");
    }
}
