using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>The years that have a scoring scheme, the latest first.</summary>
[Needs(Permission.ReadReports, Permission.ManageCalendar)]
public sealed record ListSchemes : IQuery<Page<SchemeYear>>;

public sealed record SchemeYear(int Year, string Name, int Version, bool Frozen);

sealed class ListSchemesHandler(AssessmentDesk desk, ScoreStore scores) : IQueryHandler<ListSchemes, Page<SchemeYear>>
{
    public async Task<Page<SchemeYear>> Handle(ListSchemes query, CancellationToken ct)
    {
        var years = new List<SchemeYear>();
        foreach (var year in await scores.Years(desk.District, ct))
            if (await scores.Scheme(desk.District, year, ct) is var (scheme, version))
                years.Add(new SchemeYear(year, scheme.Name, version, await scores.IsFrozen(desk.District, year)));
        return new Page<SchemeYear>(years, null);
    }
}
