using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>The signed opening figures (期初) of an area's units in a year.</summary>
[Needs(Permission.ReadReports)]
public sealed record ListOpeningFigures(AreaCode? Under, int Year) : IQuery<OpeningList>;

public sealed record OpeningList(IReadOnlyList<OpeningView> Items);

sealed class ListOpeningFiguresValidator : AbstractValidator<ListOpeningFigures>
{
    public ListOpeningFiguresValidator() => RuleFor(q => q.Year).InclusiveBetween(2000, 9998);
}

sealed class ListOpeningFiguresHandler(CurrentUser user, OpeningStore openings, ReportLedger ledger) : IQueryHandler<ListOpeningFigures, OpeningList>
{
    public async Task<OpeningList> Handle(ListOpeningFigures query, CancellationToken ct)
    {
        var under = query.Under ?? user.Account.Area;
        if (!user.Account.SeesArea || !user.Account.Area.Holds(under))
            throw new NotFoundException("The area");
        var items = new List<OpeningView>();
        foreach (var figures in await openings.Within(under, query.Year * 100 + 1, query.Year * 100 + 12, ct))
            items.Add(await OpeningView.Of(figures, ledger, ct));
        return new OpeningList(items);
    }
}
