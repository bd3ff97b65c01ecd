using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>Supervision cards of an area, the one whose answer is due first on top; those taken back only when they are asked for.</summary>
[Needs(Permission.ReadMatters)]
public sealed record ListCards : IQuery<CardPage>
{
    public AreaCode? Under { get; init; }

    public CardKind? Kind { get; init; }

    /// <summary>Also those that were taken back or replaced.</summary>
    public bool Cancelled { get; init; }

    /// <summary>true: only those still unanswered.</summary>
    public bool Unanswered { get; init; }

    /// <summary>true: only those whose day has passed without an answer.</summary>
    public bool Late { get; init; }

    /// <summary>true: only those that were answered.</summary>
    public bool Answered { get; init; }

    public string? Cursor { get; init; }

    public int Limit { get; init; } = 50;
}

/// <summary>A page of cards, and how many stand in the area.</summary>
public sealed record CardPage(IReadOnlyList<ListedCard> Items, string? Next, CardCounts Counts);

public sealed record CardCounts
{
    public long Ordinary { get; init; }
    public long Yellow { get; init; }
    public long Red { get; init; }
    public long Unanswered { get; init; }
    public long Late { get; init; }
}

/// <summary>A card with its matter.</summary>
public sealed record ListedCard
{
    public required CardView Card { get; init; }
    public required Guid DisputeId { get; init; }
    public required int Version { get; init; }
    public required DisputeType Type { get; init; }
    public required RiskLevel RiskLevel { get; init; }
    public required DisputeStatus Status { get; init; }
    public required AreaCode AreaCode { get; init; }
    public string? Subject { get; init; }

    /// <summary>The day of the answer has passed without one.</summary>
    public required bool Late { get; init; }
}

sealed class ListCardsValidator : AbstractValidator<ListCards>
{
    public ListCardsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }

    public static (DateOnly Due, Guid Id)? Place(string? cursor) => Cursor.Read(cursor, 2) is [var due, var id]
        && DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Guid.TryParse(id, out var guid) ? (date, guid) : null;
}

sealed class ListCardsHandler(CurrentUser user, DbSession db, OrganisationStore organisations, TimeProvider clock) : IQueryHandler<ListCards, CardPage>
{
    public async Task<CardPage> Handle(ListCards query, CancellationToken ct)
    {
        var scope = OversightScope.Of(user.Account, query.Under) ?? throw new NotFoundException("The area");
        var place = ListCardsValidator.Place(query.Cursor);
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var parameters = new
        {
            Today = today, scope.First, scope.End, scope.Own, Kind = query.Kind?.ToString(), PlaceDue = place?.Due ?? default, PlaceId = place?.Id ?? Guid.Empty, Take = query.Limit + 1,
        };
        var rows = await db.Query<Row>(
            $"""
            select supervision_card.id, dispute.version, dispute_file.body
            from supervision_card
            join dispute on dispute.district_code = supervision_card.district_code and dispute.id = supervision_card.dispute_id
            join dispute_file on dispute_file.district_code = supervision_card.district_code and dispute_file.id = supervision_card.dispute_id
            where {scope.Cards} {(query.Cancelled ? "" : "and supervision_card.standing = 1")} {(query.Kind is null ? "" : "and supervision_card.kind = @Kind")}
                {(query.Unanswered ? "and supervision_card.replied_on is null" : "")} {(query.Answered ? "and supervision_card.replied_on is not null" : "")}
                {(query.Late ? "and supervision_card.replied_on is null and supervision_card.standing = 1 and supervision_card.due_on < @Today" : "")}
                {(place is null ? "" : "and (supervision_card.due_on > @PlaceDue or supervision_card.due_on = @PlaceDue and supervision_card.id > @PlaceId)")}
            order by supervision_card.due_on, supervision_card.id
            limit @Take
            """, parameters, ct);
        var names = new Dictionary<Guid, OrganisationRef>();
        var items = new List<ListedCard>();
        foreach (var row in rows.Take(query.Limit))
            items.Add(await Item(row, today, names, ct));
        return new CardPage(
            items, rows.Count > query.Limit ? Cursor.Write(items[^1].Card.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), items[^1].Card.Id) : null,
            await Counts(scope, today, ct));
    }

    async Task<CardCounts> Counts(OversightScope scope, DateOnly today, CancellationToken ct) => (await db.Find<CardCounts>(
        $"""
        select coalesce(sum(case when kind = 'Ordinary' then 1 else 0 end), 0) as ordinary, coalesce(sum(case when kind = 'Yellow' then 1 else 0 end), 0) as yellow,
            coalesce(sum(case when kind = 'Red' then 1 else 0 end), 0) as red, coalesce(sum(case when replied_on is null then 1 else 0 end), 0) as unanswered,
            coalesce(sum(case when replied_on is null and due_on < @Today then 1 else 0 end), 0) as late
        from supervision_card
        where {scope.Cards} and standing = 1
        """, new { scope.First, scope.End, scope.Own, Today = today }, ct))!;

    async Task<ListedCard> Item(Row row, DateOnly today, Dictionary<Guid, OrganisationRef> names, CancellationToken ct)
    {
        var file = StorageJson.Read<DisputeFile>(row.Body);
        var card = file.Oversight.Cards.First(c => c.Id == row.Id);
        foreach (var id in new[] { card.IssuedBy, card.ToId }.Where(id => !names.ContainsKey(id)))
            names[id] = await organisations.Get(id, ct) is { } of ? new OrganisationRef(id, of.Name, of.Tier) : new OrganisationRef(id, "", Tier.Village);
        return new ListedCard
        {
            Card = CardView.Of(card, id => names[id]), DisputeId = file.Id, Version = row.Version, Type = file.Type, RiskLevel = file.Level, Status = file.Status,
            AreaCode = file.Area, Subject = new DisputeSight(file, user.Account).Subject, Late = card.IsOpen && card.Reply is null && card.DueOn < today,
        };
    }

    sealed record Row
    {
        public required Guid Id { get; init; }
        public required int Version { get; init; }
        public required string Body { get; init; }
    }
}
