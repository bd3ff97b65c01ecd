using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.FrontDesk;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.FrontDesk;

/// <summary>The visit log of the desks of an area, latest first; what other offices sent is part of it.</summary>
[Needs(Permission.ReadMatters)]
public sealed record ListVisits : IQuery<Page<VisitView>>
{
    public AreaCode? Under { get; init; }
    public DeskKind? Kind { get; init; }
    public DeskSource? Source { get; init; }
    public DeskState? State { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public string? Cursor { get; init; }
    public int Limit { get; init; } = 50;
}

sealed class ListVisitsValidator : AbstractValidator<ListVisits>
{
    public ListVisitsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }

    public static (DateOnly Day, Guid Id)? Place(string? cursor) => Cursor.Read(cursor, 2) is [var day, var id]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Guid.TryParse(id, out var guid)
        ? (date, guid)
        : null;
}

sealed class ListVisitsHandler(DeskStore visits, CurrentUser user, TimeProvider clock) : IQueryHandler<ListVisits, Page<VisitView>>
{
    public async Task<Page<VisitView>> Handle(ListVisits query, CancellationToken ct)
    {
        var under = query.Under ?? user.Account.Area;
        if (!user.Account.Area.Holds(under))
            throw new NotFoundException("The area");
        var filter = new VisitFilter(query.Kind, query.Source, query.State, query.From, query.To, ListVisitsValidator.Place(query.Cursor), query.Limit + 1);
        var (found, today) = (await visits.List(user.Account, under, filter, ct), Shanghai.DateOf(clock.GetUtcNow()));
        var items = found.Take(query.Limit).Select(row => VisitView.Of(row, user.Account, today)).ToList();
        return new Page<VisitView>(
            items, found.Count > query.Limit ? Cursor.Write(items[^1].ReceivedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), items[^1].Id) : null);
    }
}

/// <summary>One visit.</summary>
[Needs(Permission.ReadMatters)]
public sealed record FindVisit(Guid Id) : IQuery<VisitView>;

sealed class FindVisitHandler(VisitDesk desk, CurrentUser user, TimeProvider clock) : IQueryHandler<FindVisit, VisitView>
{
    public async Task<VisitView> Handle(FindVisit query, CancellationToken ct) =>
        VisitView.Of(await desk.Read(query.Id, ct), user.Account, Shanghai.DateOf(clock.GetUtcNow()));
}
