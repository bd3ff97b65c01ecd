using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Exports;

/// <summary>Of which place an export is; what lies outside is not there.</summary>
[Needs(Permission.ReadReports, Permission.ReadMatters)]
public sealed record FindExportUnit(AreaCode? Under) : IQuery<ExportUnit>;

public sealed record ExportUnit(AreaCode Code, string Name);

sealed class FindExportUnitHandler(CurrentUser user, AreaStore areas) : IQueryHandler<FindExportUnit, ExportUnit>
{
    public async Task<ExportUnit> Handle(FindExportUnit query, CancellationToken ct)
    {
        var code = query.Under ?? user.Account.Area;
        if (!user.Account.Area.Holds(code) || await areas.Find(code, ct) is not { } area)
            throw new NotFoundException("The area");
        return new ExportUnit(code, area.Name);
    }
}
