using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>A unit's report of a month with its way, its figures and their corrections; open ones are counted now, submitted and sealed ones stand.</summary>
[Needs(Permission.ReadReports)]
public sealed record GetMonthlyFiling(Guid Id) : IQuery<FilingPage>;

sealed class GetMonthlyFilingHandler(FilingDesk desk) : IQueryHandler<GetMonthlyFiling, FilingPage>
{
    public async Task<FilingPage> Handle(GetMonthlyFiling query, CancellationToken ct) => await desk.Page(await desk.Load(query.Id, ct), ct);
}
