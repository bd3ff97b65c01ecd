using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>The per-case subsidies (以案定补) of matters whose closing was sealed in a month: what is due to whom, what was paid, and look-alikes.</summary>
[Needs(Permission.ReadReports, Permission.ReadLogs)]
public sealed record ListSubsidies(string? Month, AreaCode? Area, string? Cursor, int Limit = 50) : IQuery<Page<SubsidyItem>>;

public sealed record SubsidyItem
{
    public required Guid DisputeId { get; init; }

    public required DisputeType Type { get; init; }

    public required AreaCode AreaCode { get; init; }

    public required OrganisationRef Organisation { get; init; }

    public Guid? MediatorId { get; init; }

    public string? MediatorName { get; init; }

    public required SubsidyKind Kind { get; init; }

    /// <summary>Yuan; 0 while something stands against it.</summary>
    public required decimal Amount { get; init; }

    public SubsidyObstacle? Obstacle { get; init; }

    public SubsidyPaid? Paid { get; init; }

    /// <summary>Other matters of the same parties in the same week.</summary>
    public required IReadOnlyList<Guid> LookAlikes { get; init; }
}

/// <summary>A payment: once for a dispute, whoever mediated.</summary>
public sealed record SubsidyPaid(string Month, decimal Amount, SubsidyKind Kind, string? By, DateTimeOffset At, string? Note)
{
    internal static SubsidyPaid Of(SubsidyPayment payment) =>
        new(FilingDesk.MonthText(payment.Month), payment.Fen / 100m, Enum.Parse<SubsidyKind>(payment.Kind), payment.PaidBy, payment.PaidAt, payment.Note);
}

sealed class ListSubsidiesValidator : AbstractValidator<ListSubsidies>
{
    public ListSubsidiesValidator()
    {
        RuleFor(q => q.Month).Must(month => GetMonthlyReportValidator.MonthOf(month) is not null).WithMessage("A month as yyyy-MM, from 2000-01 on.");
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }

    public static Guid? Place(string? cursor) => Cursor.Read(cursor, 1) is [var id] && Guid.TryParse(id, out var guid) ? guid : null;
}

sealed class ListSubsidiesHandler(
    CurrentUser user, SubsidyStore subsidies, OrganisationStore organisations, MediatorStore mediators, DbSession db, ReferenceData reference)
    : IQueryHandler<ListSubsidies, Page<SubsidyItem>>
{
    public async Task<Page<SubsidyItem>> Handle(ListSubsidies query, CancellationToken ct)
    {
        var area = query.Area ?? user.Account.Area;
        if (!user.Account.SeesArea || !user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var measures = (await reference.ReportDefinition(db, ct)).Measures!;
        var month = Tallies.MonthOf(GetMonthlyReportValidator.MonthOf(query.Month)!.Value);
        var found = await subsidies.Closed(area, month, ListSubsidiesValidator.Place(query.Cursor) ?? Guid.Empty, query.Limit + 1, ct);
        var items = new List<SubsidyItem>();
        foreach (var file in found.Take(query.Limit))
            items.Add(await Item(file, measures, ct));
        return new Page<SubsidyItem>(items, found.Count > query.Limit ? Cursor.Write(items[^1].DisputeId) : null);
    }

    async Task<SubsidyItem> Item(DisputeFile file, ReportMeasures measures, CancellationToken ct)
    {
        var due = Subsidy.Of(file, measures);
        var organisation = await organisations.Get(due.OrganisationId, ct);
        var paid = await subsidies.Find(file.Area.District, file.Id, ct);
        return new SubsidyItem
        {
            DisputeId = file.Id, Type = file.Type, AreaCode = file.Area, Kind = due.Kind, Amount = due.Amount, Obstacle = due.Obstacle, MediatorId = due.MediatorId,
            Organisation = new OrganisationRef(due.OrganisationId, organisation?.Name ?? "", organisation?.Tier ?? file.Tier),
            MediatorName = due.MediatorId is { } id ? (await mediators.Get(id, ct))?.Name : null,
            Paid = paid is null ? null : SubsidyPaid.Of(paid), LookAlikes = await subsidies.LookAlikes(file, ct),
        };
    }
}
