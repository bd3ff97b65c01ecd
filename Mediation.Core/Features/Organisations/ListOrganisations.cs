using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Organisations;

/// <summary>The committees and centres under an area, by area; without one, those of the viewer's area and of the areas above it.</summary>
[Needs(Permission.SignedIn)]
public sealed record ListOrganisations : IQuery<Page<OrganisationView>>
{
    public AreaCode? Under { get; init; }

    public OrganisationKind? Kind { get; init; }

    public string? Cursor { get; init; }

    public int Limit { get; init; } = 50;
}

sealed class ListOrganisationsValidator : AbstractValidator<ListOrganisations>
{
    public ListOrganisationsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200).WithErrorCode("range");
        RuleFor(q => q.Cursor).Must(cursor => string.IsNullOrEmpty(cursor) || OrganisationPlace.Read(cursor) is not null).WithErrorCode("cursor").WithMessage("This is no cursor of this list.");
    }
}

sealed class ListOrganisationsHandler(OrganisationStore organisations, CurrentUser user, TimeProvider clock)
    : IQueryHandler<ListOrganisations, Page<OrganisationView>>
{
    public async Task<Page<OrganisationView>> Handle(ListOrganisations query, CancellationToken ct)
    {
        var own = user.Account.Area;
        if (query.Under is { } under && !own.Holds(under) && !under.Holds(own))
            throw new NotFoundException("The area");
        var today = Shanghai.DateOf(clock.GetUtcNow());
        var found = await organisations.Seen(own, query.Under ?? own.Province, query.Kind, OrganisationPlace.Read(query.Cursor), query.Limit + 1, ct);
        var items = found.Take(query.Limit).Select(row => OrganisationView.Of(row.Organisation, row.Version, today)).ToList();
        return new Page<OrganisationView>(items, found.Count > query.Limit ? OrganisationPlace.Write(items[^1]) : null);
    }
}

/// <summary>A place in the list of organisations, which goes by area and then by id.</summary>
static class OrganisationPlace
{
    public static string Write(OrganisationView last) => Cursor.Write(last.AreaCode, last.Id);

    public static (AreaCode Area, Guid Id)? Read(string? cursor) =>
        Cursor.Read(cursor, 2) is [var area, var id] && AreaCode.TryParse(area, out var code) && Guid.TryParse(id, CultureInfo.InvariantCulture, out var known)
            ? (code, known)
            : null;
}
