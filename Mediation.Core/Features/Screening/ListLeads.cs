using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Screening;

/// <summary>The emerging signs of an area, latest first; who only goes round finds their own.</summary>
[Needs(Permission.RecordLead)]
public sealed record ListLeads : IQuery<Page<LeadView>>
{
    public AreaCode? Under { get; init; }
    public DateOnly? From { get; init; }
    public DateOnly? To { get; init; }
    public LeadOutcome? Outcome { get; init; }

    /// <summary>Those that have not ended.</summary>
    public bool Open { get; init; }
    public string? Cursor { get; init; }
    public int Limit { get; init; } = 50;
}

sealed class ListLeadsValidator : AbstractValidator<ListLeads>
{
    public ListLeadsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Open).Must((q, open) => !open || q.Outcome is null).WithErrorCode("range").WithMessage("What is open has no outcome.");
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }

    public static (DateOnly Day, Guid Id)? Place(string? cursor) => Cursor.Read(cursor, 2) is [var day, var id]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Guid.TryParse(id, out var guid)
        ? (date, guid)
        : null;
}

sealed class ListLeadsHandler(LeadStore leads, DbSession db, ReferenceData reference, CurrentUser user) : IQueryHandler<ListLeads, Page<LeadView>>
{
    public async Task<Page<LeadView>> Handle(ListLeads query, CancellationToken ct)
    {
        var under = query.Under ?? user.Account.Area;
        if (!user.Account.Area.Holds(under))
            throw new NotFoundException("The area");
        var found = await leads.List(
            user.Account, under, new LeadFilter(query.From, query.To, query.Outcome, query.Open, ListLeadsValidator.Place(query.Cursor), query.Limit + 1), ct);
        var practices = await reference.Screening(db, ct);
        var items = found.Take(query.Limit).Select(row => LeadView.Of(row, practices, user.Account)).ToList();
        return new Page<LeadView>(
            items, found.Count > query.Limit ? Cursor.Write(items[^1].FoundOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), items[^1].Id) : null);
    }
}

/// <summary>One emerging sign.</summary>
[Needs(Permission.RecordLead)]
public sealed record FindLead(Guid Id) : IQuery<LeadView>;

sealed class FindLeadHandler(LeadStore leads, LeadDesk desk, DbSession db, ReferenceData reference, CurrentUser user) : IQueryHandler<FindLead, LeadView>
{
    public async Task<LeadView> Handle(FindLead query, CancellationToken ct) =>
        await leads.Find(user.Account.Area.District, query.Id, ct) is { } lead && desk.Sees(lead)
            ? LeadView.Of(lead, await reference.Screening(db, ct), user.Account)
            : throw new NotFoundException("The sign");
}
