using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>A unit's justice return of a month with its way, its figures and their corrections; open ones are counted now, submitted and sealed ones stand.</summary>
[Needs(Permission.ReadReports)]
public sealed record GetReturn(Guid Id) : IQuery<ReturnPage>;

/// <summary>A unit's justice return whole: its way, its figures, who below is in and who is missing, and what may be done next.</summary>
public sealed record ReturnPage
{
    public required FilingItem Summary { get; init; }

    public required JusticePage Report { get; init; }

    public required IReadOnlyList<FilingUnit> Below { get; init; }

    public required IReadOnlyList<FilingUnit> Missing { get; init; }

    public required IReadOnlyList<FilingStep> Steps { get; init; }

    public required IReadOnlyList<FilingAct> Can { get; init; }

    internal static ReturnPage Of(FilingWay way, MonthlyFiling filing, JusticePage report) =>
        new() { Summary = way.Summary, Report = report, Below = way.Below, Missing = way.Missing, Steps = filing.Steps, Can = way.Can };
}

sealed class GetReturnHandler(ReturnStore returns, ReturnReader reader, FilingDesk desk) : IQueryHandler<GetReturn, ReturnPage>
{
    public async Task<ReturnPage> Handle(GetReturn query, CancellationToken ct)
    {
        var filed = await desk.Load(returns, query.Id, ct);
        return ReturnPage.Of(await desk.Way(returns, filed, ct), filed.Filing, await reader.Report(filed.Filing, ct));
    }
}
