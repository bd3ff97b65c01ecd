using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Mediators;

/// <summary>The mediators under an area, by area; without one, those the viewer sees.</summary>
[Needs(Permission.SignedIn)]
public sealed record ListMediators : IQuery<Page<MediatorView>>
{
    public AreaCode? Under { get; init; }

    /// <summary>A field of expertise.</summary>
    public DisputeType? Type { get; init; }

    /// <summary>A part of the name.</summary>
    public string? Q { get; init; }

    /// <summary>In office today and below the capacity, or the opposite.</summary>
    public bool? Available { get; init; }

    public string? Cursor { get; init; }

    public int Limit { get; init; } = 50;
}

sealed class ListMediatorsValidator : AbstractValidator<ListMediators>
{
    public ListMediatorsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200).WithErrorCode("range");
        RuleFor(q => q.Q).Length(2, 50).WithErrorCode("length").Must(q => !q!.Any(char.IsControl)).WithErrorCode("characters")
            .WithMessage("Control characters are in no name.").When(q => !string.IsNullOrEmpty(q.Q));
        RuleFor(q => q.Cursor).Must(cursor => string.IsNullOrEmpty(cursor) || MediatorPlace.Read(cursor) is not null).WithErrorCode("cursor").WithMessage("This is no cursor of this list.");
    }
}

sealed class ListMediatorsHandler(MediatorStore mediators, CurrentUser user, TimeProvider clock) : IQueryHandler<ListMediators, Page<MediatorView>>
{
    const int Chunk = 200;

    public async Task<Page<MediatorView>> Handle(ListMediators query, CancellationToken ct)
    {
        var account = user.Account;
        if (query.Under is { } under && !account.Area.Holds(under))
            throw new NotFoundException("The area");
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var (found, after) = (new List<MediatorView>(), MediatorPlace.Read(query.Cursor));
        // Expertise and availability of the day are not columns, so rows are read in order until the page is full.
        while (found.Count <= query.Limit)
        {
            var rows = await mediators.Under(query.Under ?? account.Area, account.SeesArea ? null : account.OrganisationId, query.Q is "" ? null : query.Q, after, Chunk, ct);
            found.AddRange(rows.Select(row => MediatorView.Of(row, today)).Where(mediator => Fits(mediator, query)));
            if (rows.Count < Chunk)
                break;
            after = (rows[^1].Area, rows[^1].Id);
        }
        var items = found.Take(query.Limit).ToList();
        return new Page<MediatorView>(items, found.Count > query.Limit ? MediatorPlace.Write(items[^1]) : null);
    }

    static bool Fits(MediatorView mediator, ListMediators query) =>
        (query.Type is not { } type || mediator.Expertise.Contains(type)) && (query.Available is not { } available || mediator.Available == available);
}

/// <summary>A place in the list of mediators, which goes by area and then by id.</summary>
static class MediatorPlace
{
    public static string Write(MediatorView last) => Cursor.Write(last.AreaCode, last.Id);

    public static (AreaCode Area, Guid Id)? Read(string? cursor) =>
        Cursor.Read(cursor, 2) is [var area, var id] && AreaCode.TryParse(area, out var code) && Guid.TryParse(id, CultureInfo.InvariantCulture, out var known)
            ? (code, known)
            : null;
}
