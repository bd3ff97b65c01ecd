using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>What stands behind the rate of screening returns: each village and month whose cut-off is over, and whether its return came in time.</summary>
[Needs(Permission.ReadReports)]
public sealed record ListIndicatorReturns(string? Period, AreaCode? Area) : IQuery<ReturnCell>;

public sealed record ReturnCell(int Numerator, int Denominator, IReadOnlyList<ReturnCellItem> Items);

/// <summary>The month as yyyy-MM.</summary>
public sealed record ReturnCellItem(AreaCode AreaCode, string AreaName, string Month, int Numerator);

sealed class ListIndicatorReturnsValidator : AbstractValidator<ListIndicatorReturns>
{
    public ListIndicatorReturnsValidator() => RuleFor(q => q.Period).Must(period => ReportPeriod.Parse(period) is not null)
        .WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
}

sealed class ListIndicatorReturnsHandler(CurrentUser user, IndicatorReader reader, UnitReader units) : IQueryHandler<ListIndicatorReturns, ReturnCell>
{
    public async Task<ReturnCell> Handle(ListIndicatorReturns query, CancellationToken ct)
    {
        var area = query.Area ?? user.Account.Area;
        if (!user.Account.SeesArea || !user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var names = await units.Names(area, ct);
        ReturnCellItem[] items = [.. (await reader.Returns(area, ReportPeriod.Parse(query.Period)!, ct)).Select(one =>
            new ReturnCellItem(one.Village, names.GetValueOrDefault(one.Village, one.Village.ToString()), one.MonthText, one.Filed ? 1 : 0))];
        return new ReturnCell(items.Sum(item => item.Numerator), items.Length, items);
    }
}
