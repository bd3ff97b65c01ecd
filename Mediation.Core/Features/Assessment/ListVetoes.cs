using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>The vetoes of an area in a period, those that were taken back among them.</summary>
[Needs(Permission.ReadReports)]
public sealed record ListVetoes(string? Period, AreaCode? Under) : IQuery<Page<VetoView>>;

public sealed record VetoView
{
    public required Guid Id { get; init; }
    public required VetoKind Kind { get; init; }
    public required AreaCode AreaCode { get; init; }
    public required string AreaName { get; init; }
    public required DateOnly HappenedOn { get; init; }
    public Guid? DisputeId { get; init; }
    public required string Evidence { get; init; }
    public required string RaisedBy { get; init; }
    public string? WithdrawalReason { get; init; }

    /// <summary>Names of the operations that the viewer may send now.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

sealed class ListVetoesValidator : AbstractValidator<ListVetoes>
{
    public ListVetoesValidator() => RuleFor(q => q.Period).Must(period => ReportPeriod.Parse(period) is not null)
        .WithMessage("A period as 2026-11, 2026-Q4, 2026-H2 or 2026, from 2000 on.");
}

/// <summary>Shows a flag to one person.</summary>
[Scoped]
sealed class VetoReader(AssessmentDesk desk, AreaStore areas)
{
    public async Task<VetoView> View(VetoFlag flag, CancellationToken ct) => new()
    {
        Id = flag.Id, Kind = flag.Kind, AreaCode = flag.Area, AreaName = (await areas.Find(flag.Area, ct))?.Name ?? flag.Area.ToString(), HappenedOn = flag.HappenedOn,
        DisputeId = flag.DisputeId, Evidence = flag.Evidence, RaisedBy = flag.RaisedBy.Name, WithdrawalReason = flag.Withdrawn?.Reason,
        Can = flag.Withdrawn is null && desk.Account.May(Permission.Assess) ? [nameof(WithdrawVeto)] : [],
    };
}

sealed class ListVetoesHandler(AssessmentDesk desk, VetoStore vetoes, VetoReader reader) : IQueryHandler<ListVetoes, Page<VetoView>>
{
    public async Task<Page<VetoView>> Handle(ListVetoes query, CancellationToken ct)
    {
        var period = ReportPeriod.Parse(query.Period)!;
        var items = new List<VetoView>();
        foreach (var flag in await vetoes.Of(desk.Within(query.Under), period.First, period.LastDay, ct))
            items.Add(await reader.View(flag, ct));
        return new Page<VetoView>(items, null);
    }
}
