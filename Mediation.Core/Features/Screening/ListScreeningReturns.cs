using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Screening;

/// <summary>The screening returns of an area, latest period first; those that were replaced only when they are asked for.</summary>
[Needs(Permission.ReadMatters)]
public sealed record ListScreeningReturns : IQuery<Page<ScreeningReturnView>>
{
    public AreaCode? Under { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public bool Replaced { get; init; }
    public Guid? Campaign { get; init; }
    public string? Cursor { get; init; }
    public int Limit { get; init; } = 50;
}

sealed class ListScreeningReturnsValidator : AbstractValidator<ListScreeningReturns>
{
    public ListScreeningReturnsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }

    public static (DateOnly Day, Guid Id)? Place(string? cursor) => Cursor.Read(cursor, 2) is [var day, var id]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Guid.TryParse(id, out var guid)
        ? (date, guid)
        : null;
}

sealed class ListScreeningReturnsHandler(ScreeningStore returns, CurrentUser user) : IQueryHandler<ListScreeningReturns, Page<ScreeningReturnView>>
{
    public async Task<Page<ScreeningReturnView>> Handle(ListScreeningReturns query, CancellationToken ct)
    {
        var under = query.Under ?? user.Account.Area;
        if (!user.Account.Area.Holds(under))
            throw new NotFoundException("The area");
        var filter = new ScreeningFilter(query.From, query.To, query.Replaced, ListScreeningReturnsValidator.Place(query.Cursor), query.Limit + 1, query.Campaign);
        var found = await returns.List(user.Account, under, filter, ct);
        var items = found.Take(query.Limit).Select(ScreeningReturnView.Of).ToList();
        return new Page<ScreeningReturnView>(
            items, found.Count > query.Limit ? Cursor.Write(items[^1].To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), items[^1].Id) : null);
    }
}
