using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Screening;

/// <summary>The rounds of an area, those due first: what is due, filed, late and missing, with counts by town; a village finds its own, and whether it was reminded.</summary>
[Needs(Permission.ReadMatters)]
public sealed record ListRounds : IQuery<RoundPage>
{
    public AreaCode? Under { get; init; }

    /// <summary>Rounds that share a day with these days, days of grace included; default from the first of the month before.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Default today.</summary>
    public DateOnly? To { get; init; }

    public Guid? Campaign { get; init; }

    public RoundState? State { get; init; }

    public string? Cursor { get; init; }

    public int Limit { get; init; } = 50;
}

/// <summary>A page of rounds; the counts are of all of them, whatever state is asked for.</summary>
public sealed record RoundPage(IReadOnlyList<RoundView> Items, string? Next, RoundCounts Counts, IReadOnlyList<TownRounds> Towns);

public sealed record RoundCounts(int Due, int Filed, int FiledLate, int Missing)
{
    internal static RoundCounts Of(IEnumerable<RoundView> rounds)
    {
        var states = rounds.CountBy(round => round.State).ToDictionary();
        return new(states.GetValueOrDefault(RoundState.Due), states.GetValueOrDefault(RoundState.Filed), states.GetValueOrDefault(RoundState.FiledLate),
            states.GetValueOrDefault(RoundState.Missing));
    }
}

/// <summary>The rounds of one town and its villages; those of the district itself stand under its own code.</summary>
public sealed record TownRounds(AreaCode AreaCode, string Name, RoundCounts Counts);

sealed class ListRoundsValidator : AbstractValidator<ListRounds>
{
    const int LongestDays = 370;

    public ListRoundsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.From).Must((q, from) => from is null || q.To is null || from <= q.To).WithErrorCode("order").WithMessage("After `to`.");
        RuleFor(q => q.From).Must((q, from) => from is null || q.To is null || q.To.Value.DayNumber - from.Value.DayNumber <= LongestDays)
            .WithErrorCode("range").WithMessage($"At most {LongestDays} days.");
        RuleFor(q => q.From).Must(day => day is null || day.Value.Year is >= 2000 and < 9000).WithErrorCode("range").WithMessage("No such year.");
        RuleFor(q => q.To).Must(day => day is null || day.Value.Year is >= 2000 and < 9000).WithErrorCode("range").WithMessage("No such year.");
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || Cursor.Read(cursor, 1) is not null).WithMessage("This cursor is none of ours.");
    }
}

sealed class ListRoundsHandler(RoundReader rounds, CurrentUser user, DbSession db, TimeProvider clock) : IQueryHandler<ListRounds, RoundPage>
{
    public async Task<RoundPage> Handle(ListRounds query, CancellationToken ct)
    {
        var under = query.Under ?? user.Account.Area;
        if (!user.Account.Area.Holds(under))
            throw new NotFoundException("The area");
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var to = query.To ?? today;
        var all = (await rounds.Of(under, query.From ?? new DateOnly(to.Year, to.Month, 1).AddMonths(-1), to, user.Account, ct))
            .Where(round => query.Campaign is null || round.Campaign?.Id == query.Campaign).ToList();
        var after = Cursor.Read(query.Cursor, 1)?[0] ?? "";
        var asked = all.Where(round => query.State is null || round.State == query.State).Where(round => string.CompareOrdinal(round.Place, after) > 0)
            .OrderBy(round => round.Place, StringComparer.Ordinal).Take(query.Limit + 1).ToList();
        var items = asked.Take(query.Limit).ToList();
        return new RoundPage(items, asked.Count > query.Limit ? Cursor.Write(items[^1].Place) : null, RoundCounts.Of(all), await Towns(all, ct));
    }

    async Task<IReadOnlyList<TownRounds>> Towns(List<RoundView> all, CancellationToken ct)
    {
        var towns = new List<TownRounds>();
        foreach (var town in all.GroupBy(round => round.AreaCode.Level == AreaLevel.District ? round.AreaCode : round.AreaCode.Town).OrderBy(town => town.Key))
        {
            var name = await db.Find<string>("select name from area where code = @code", new { code = town.Key.Value }, ct);
            towns.Add(new TownRounds(town.Key, name ?? town.Key.ToString(), RoundCounts.Of(town)));
        }
        return towns;
    }
}
