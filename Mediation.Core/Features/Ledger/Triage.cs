using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Ledger;

/// <summary>The centre's queue: what waits for acceptance, is late, red, unassigned or came back; counted by the very same reasons.</summary>
[Needs(Permission.ReadMatters)]
public sealed record Triage : IQuery<TriagePage>
{
    public AreaCode? Under { get; init; }

    /// <summary>Only one of the reasons.</summary>
    public TriageFlag? Flag { get; init; }

    public string? Cursor { get; init; }

    public int Limit { get; init; } = 50;
}

public sealed record TriagePage(IReadOnlyList<LedgerItem> Items, string? Next, TriageCounts Counts);

public sealed record TriageCounts
{
    public long Waiting { get; init; }
    public long Late { get; init; }
    public long Red { get; init; }
    public long Unassigned { get; init; }
    public long Returned { get; init; }

    /// <summary>All that stand in the queue, each once.</summary>
    public long Total { get; init; }

    internal TriageCounts Plus(TriageCounts other) => new()
    {
        Waiting = Waiting + other.Waiting, Late = Late + other.Late, Red = Red + other.Red, Unassigned = Unassigned + other.Unassigned,
        Returned = Returned + other.Returned, Total = Total + other.Total,
    };
}

sealed class TriageValidator : AbstractValidator<Triage>
{
    public TriageValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }

    public static (DateOnly Due, Guid Id)? Place(string? cursor) => Cursor.Read(cursor, 2) is [var due, var id]
        && DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Guid.TryParse(id, out var guid)
        ? (date, guid)
        : null;
}

sealed class TriageHandler(CurrentUser user, DbSession db, LedgerReader ledger, QueueCounts queues, TimeProvider clock) : IQueryHandler<Triage, TriagePage>
{
    const string Waiting = "dispute.waiting = 1";
    const string Late = "dispute.due_on < @Today";
    const string Red = "dispute.level = 'Red'";
    const string Unassigned = "dispute.host_id is null and dispute.waiting = 0";
    const string Returned = "dispute.returned = 1";
    const string Queued = $"dispute.closed_at is null and ({Waiting} or {Late} or {Red} or {Unassigned} or {Returned})";

    public async Task<TriagePage> Handle(Triage query, CancellationToken ct)
    {
        var scope = LedgerScope.Of(user.Account, query.Under) ?? throw new NotFoundException("The area");
        var place = TriageValidator.Place(query.Cursor);
        var parameters = new
        {
            scope.First, scope.End, scope.Organisation, Today = Shanghai.DateOf(clock.GetUtcNow()), PlaceDue = place?.Due, PlaceId = place?.Id, Take = query.Limit + 1,
        };
        var filter = query.Flag is { } flag ? Only(flag) : Queued;
        var items = await ledger.Page(
            scope, filter, place is null ? "1 = 1" : "(dispute.due_on > @PlaceDue or dispute.due_on = @PlaceDue and dispute.id > @PlaceId)",
            "page.due_on, page.id", parameters, user.Account, ct);
        var counts = (scope.Place is { } area ? await queues.Find<TriageCounts>(area, parameters.Today, ct) : null) ?? new TriageCounts();
        var away = await db.Find<TriageCounts>(
            $"""
            select coalesce(sum(case when {Waiting} then 1 else 0 end), 0) as waiting, coalesce(sum(case when {Late} then 1 else 0 end), 0) as late,
                coalesce(sum(case when {Red} then 1 else 0 end), 0) as red, coalesce(sum(case when {Unassigned} then 1 else 0 end), 0) as unassigned,
                coalesce(sum(case when {Returned} then 1 else 0 end), 0) as returned, count(*) as total
            from involvement
            join dispute on dispute.district_code = involvement.district_code and dispute.id = involvement.dispute_id
            where {scope.Concerned} and {Queued}
            """, parameters, ct);
        var more = items.Count > query.Limit;
        return new TriagePage(
            more ? [.. items.Take(query.Limit)] : items,
            more ? Cursor.Write(items[query.Limit - 1].DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), items[query.Limit - 1].Id) : null, counts.Plus(away!));
    }

    static string Only(TriageFlag flag) => flag switch
    {
        TriageFlag.Waiting => $"dispute.closed_at is null and {Waiting}",
        TriageFlag.Late => $"dispute.closed_at is null and {Late}",
        TriageFlag.Red => $"dispute.closed_at is null and {Red}",
        TriageFlag.Unassigned => $"dispute.closed_at is null and {Unassigned}",
        TriageFlag.Returned => $"dispute.closed_at is null and {Returned}",
    };
}
