using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Supervision;

/// <summary>
/// The ledger of major matters and long petitions: first those that lack leader, unit or person, the oldest on top; and how many have all three (公开信 8).
/// </summary>
[Needs(Permission.ReadMatters)]
public sealed record ListMajorMatters : IQuery<MajorMatters>
{
    public AreaCode? Under { get; init; }

    /// <summary>Only one of the two ledgers.</summary>
    public LedgerKind? Ledger { get; init; }

    /// <summary>Only those without this; with `incomplete` those without any of the three.</summary>
    public SponsorshipGap? Without { get; init; }

    public bool Incomplete { get; init; }

    /// <summary>Those that were cleared, in place of those that stand.</summary>
    public bool Cleared { get; init; }

    public string? Cursor { get; init; }

    public int Limit { get; init; } = 50;
}

/// <summary>A page of the ledger, with figures of all that stand on it in the area.</summary>
public sealed record MajorMatters(IReadOnlyList<MajorMatter> Items, string? Next, MajorCounts Counts);

public sealed record MajorCounts
{
    /// <summary>领导包案落实率: with leader, unit and person, of all; it must be 100 percent.</summary>
    public required Share Sponsored { get; init; }
    public required int WithoutLeader { get; init; }
    public required int WithoutUnit { get; init; }
    public required int WithoutPerson { get; init; }
    public required int Major { get; init; }
    public required int LongPetitions { get; init; }
}

/// <summary>A matter on the ledger.</summary>
public sealed record MajorMatter
{
    public required LedgerItem Dispute { get; init; }
    public required string AreaName { get; init; }
    public required DateOnly Since { get; init; }
    public required bool Major { get; init; }
    public required bool LongPetition { get; init; }
    public Sponsorship? Sponsorship { get; init; }
    public required IReadOnlyList<SponsorshipGap> Gaps { get; init; }

    /// <summary>The sponsor's day has passed and the matter goes on.</summary>
    public required bool Overdue { get; init; }
    public CardKind? Card { get; init; }

    /// <summary>The number under which it is listed publicly.</summary>
    public string? Listing { get; init; }
    public required IReadOnlyList<ClearanceNeed> ClearanceNeeds { get; init; }
    public DateOnly? ClearedOn { get; init; }
}

sealed class ListMajorMattersValidator : AbstractValidator<ListMajorMatters>
{
    public ListMajorMattersValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }

    public static (long Since, Guid Id)? Place(string? cursor) => Cursor.Read(cursor, 2) is [var since, var id]
        && long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && Guid.TryParse(id, out var guid) ? (day, guid) : null;
}

sealed class ListMajorMattersHandler(CurrentUser user, DbSession db, MajorMatterReader reader) : IQueryHandler<ListMajorMatters, MajorMatters>
{
    public async Task<MajorMatters> Handle(ListMajorMatters query, CancellationToken ct)
    {
        var scope = OversightScope.Of(user.Account, query.Under) ?? throw new NotFoundException("The area");
        var place = ListMajorMattersValidator.Place(query.Cursor);
        string?[] filters =
        [
            scope.Rows, query.Cleared ? "oversight.cleared_on is not null" : "oversight.on_ledger = 1",
            query.Ledger switch { LedgerKind.Major => "oversight.major = 1", LedgerKind.LongPetition => "oversight.petition = 1", null => null },
            query.Without switch { SponsorshipGap.Leader => "oversight.leader = 0", SponsorshipGap.Unit => "oversight.unit = 0", SponsorshipGap.Person => "oversight.person = 0", null => null },
            query.Incomplete ? "(oversight.leader = 0 or oversight.unit = 0 or oversight.person = 0)" : null,
            place is null ? null : $"({MajorMatterReader.Place} > @PlaceSince or {MajorMatterReader.Place} = @PlaceSince and oversight.dispute_id > @PlaceId)",
        ];
        var found = await reader.Page(string.Join(" and ", filters.OfType<string>()), new
        {
            scope.First, scope.End, scope.Own, PlaceSince = place?.Since ?? 0, PlaceId = place?.Id ?? Guid.Empty, Take = query.Limit + 1,
        }, user.Account, ct);
        var page = found.Take(query.Limit).ToList();
        return new MajorMatters([.. page.Select(one => one.Matter)], found.Count > query.Limit ? Cursor.Write(page[^1].Place, page[^1].Matter.Dispute.Id) : null,
            await Counts(scope, ct));
    }

    async Task<MajorCounts> Counts(OversightScope scope, CancellationToken ct)
    {
        var row = (await db.Find<Row>(
            $"""
            select count(*) as every, coalesce(sum(leader * unit * person), 0) as complete, coalesce(sum(leader), 0) as leaders, coalesce(sum(unit), 0) as units,
                coalesce(sum(person), 0) as persons, coalesce(sum(major), 0) as majors, coalesce(sum(petition), 0) as petitions
            from oversight
            where {scope.Rows} and oversight.on_ledger = 1
            """, new { scope.First, scope.End, scope.Own }, ct))!;
        return new MajorCounts
        {
            Sponsored = new Share((int)row.Complete, (int)row.Every), WithoutLeader = (int)(row.Every - row.Leaders), WithoutUnit = (int)(row.Every - row.Units),
            WithoutPerson = (int)(row.Every - row.Persons), Major = (int)row.Majors, LongPetitions = (int)row.Petitions,
        };
    }

    sealed record Row
    {
        public required long Every { get; init; }
        public required long Complete { get; init; }
        public required long Leaders { get; init; }
        public required long Units { get; init; }
        public required long Persons { get; init; }
        public required long Majors { get; init; }
        public required long Petitions { get; init; }
    }
}
