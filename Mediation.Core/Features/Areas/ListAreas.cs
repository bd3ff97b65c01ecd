using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Areas;

/// <summary>
/// Areas in the order of their codes: a division with what lies under it, a level, a part of the name or the beginning of the code,
/// as they were on a day (today, if none is given).
/// </summary>
[Needs(Permission.SignedIn)]
public sealed record ListAreas(AreaCode? Under, AreaLevel? Level, string? Q, DateOnly? At, string? Cursor, int Limit) : IQuery<Page<Area>>;

sealed class ListAreasValidator : AbstractValidator<ListAreas>
{
    public ListAreasValidator()
    {
        RuleFor(q => q.Q).Length(2, 100).WithErrorCode("length");
        RuleFor(q => q.Q).Must(text => text?.Any(char.IsControl) != true).WithErrorCode("control").WithMessage("No control characters.");
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || ListAreasHandler.After(cursor) is not null).WithErrorCode("cursor")
            .WithMessage("A cursor is the next of the page before.");
        RuleFor(q => q.Limit).InclusiveBetween(1, 200).WithErrorCode("range");
    }
}

sealed class ListAreasHandler(AreaStore areas, TimeProvider clock) : IQueryHandler<ListAreas, Page<Area>>
{
    const long NoCodeIsHigher = 1_000_000_000_000;
    const int CodeLength = 12;

    public async Task<Page<Area>> Handle(ListAreas query, CancellationToken ct)
    {
        var (from, until) = query.Under is { } under ? (under.Value, under.End.Value) : (0, NoCodeIsHigher);
        var isCode = query.Q is { Length: <= CodeLength } digits && digits.All(char.IsAsciiDigit);
        if (isCode)
        {
            var (first, end) = Prefixed(query.Q!);
            (from, until) = (Math.Max(from, first), Math.Min(until, end));
        }
        var found = await areas.Search(new AreaSearch(
            from, until, After(query.Cursor) ?? 0, query.Level?.ToString() ?? "",
            isCode ? "%" : Containing(query.Q), query.At ?? Shanghai.DateOf(clock.GetUtcNow()), query.Limit + 1), ct);
        return found.Count <= query.Limit
            ? new Page<Area>(found, null)
            : new Page<Area>([.. found.Take(query.Limit)], Cursor.Write(found[query.Limit - 1].Code));
    }

    public static long? After(string? cursor) =>
        Cursor.Read(cursor, 1) is [var text] && AreaCode.TryParse(text, out var code) ? code.Value : null;

    /// <summary>The codes that begin so.</summary>
    static (long From, long Until) Prefixed(string digits)
    {
        var prefix = long.Parse(digits, null);
        var step = (long)Math.Pow(10, CodeLength - digits.Length);
        return (prefix * step, (prefix + 1) * step);
    }

    static string Containing(string? text) =>
        $"%{text?.ToLowerInvariant().Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_")}%";
}
