using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Reports;

/// <summary>
/// The disputes behind one number of the monthly report. There are as many items as the cell says: in the column of the year a dispute that was mediated
/// in two months stands twice.
/// </summary>
[Needs(Permission.ReadReports)]
public sealed record ListReportDisputes : IQuery<ReportCell>
{
    public required string Month { get; init; }
    public AreaCode? Area { get; init; }

    /// <summary>The number of the row in the table; a rate has no disputes of its own.</summary>
    public int? Row { get; init; }
    public ReportColumn? Column { get; init; }
    public string? Cursor { get; init; }
    public int Limit { get; init; } = 50;
}

/// <summary>A cell's number and a page of the disputes that make it.</summary>
public sealed record ReportCell(int Count, IReadOnlyList<LedgerItem> Items, string? Next);

sealed class ListReportDisputesValidator : AbstractValidator<ListReportDisputes>
{
    public ListReportDisputesValidator()
    {
        RuleFor(q => q.Month).Must(month => GetMonthlyReportValidator.MonthOf(month) is not null).WithMessage("A month as yyyy-MM, from 2000-01 on.");
        RuleFor(q => q.Row).NotNull().WithErrorCode("required");
        RuleFor(q => q.Row).InclusiveBetween(1, ReportDefinition.RowCount).WithErrorCode("range");
        RuleFor(q => q.Row).Must(row => row is null || !IsRate(row.Value)).WithMessage("A rate has no disputes of its own; ask for the rows that it divides.");
        RuleFor(q => q.Column).NotNull().WithErrorCode("required");
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }

    public static (int Month, Guid Id)? Place(string? cursor) => Cursor.Read(cursor, 2) is [var month, var id]
        && int.TryParse(month, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && Guid.TryParse(id, out var guid)
        ? (number, guid)
        : null;

    static bool IsRate(int row) => row is 3 or 5 or 51;
}

sealed class ListReportDisputesHandler(CurrentUser user, DbSession db, LedgerReader ledger, CampaignStore campaigns) : IQueryHandler<ListReportDisputes, ReportCell>
{
    public async Task<ReportCell> Handle(ListReportDisputes query, CancellationToken ct)
    {
        var area = query.Area ?? user.Account.Area;
        if (LedgerScope.Of(user.Account, area) is null || !user.Account.SeesArea)
            throw new NotFoundException("The area");
        var (month, place) = (Tallies.MonthOf(GetMonthlyReportValidator.MonthOf(query.Month)!.Value), ListReportDisputesValidator.Place(query.Cursor));
        var (column, row) = (query.Column!.Value, query.Row!.Value);
        if (row == ReportDefinition.RowCount)
            return new ReportCell(await Campaigns(area, column, month, ct), [], null);
        var cell = $"{ReportEntryStore.In(area.Level)} and report_entry.month >= @From and report_entry.month <= @To and {Counted(row)}{OfTier(column)}";
        var parameters = new
        {
            First = area.Value, End = area.End.Value, From = column == ReportColumn.YearToDate ? month / 100 * 100 + 1 : month, To = month, Tier = TierOf(column)?.ToString(),
            Category = CategoryOf(row), People = row - 43, AfterMonth = place?.Month ?? 0, AfterId = place?.Id ?? Guid.Empty, Take = query.Limit + 1,
        };
        var count = await db.Find<long>($"select count(*) from report_entry where {cell}", parameters, ct);
        var found = await ledger.Listed(
            $"""
            select report_entry.district_code, report_entry.dispute_id, report_entry.month as place
            from report_entry
            where {cell} and (report_entry.month > @AfterMonth or report_entry.month = @AfterMonth and report_entry.dispute_id > @AfterId)
            order by report_entry.month, report_entry.dispute_id
            limit @Take
            """, parameters, user.Account, ct);
        var page = found.Take(query.Limit).ToList();
        return new ReportCell((int)count, [.. page.Select(one => one.Item)], found.Count > query.Limit ? Cursor.Write(page[^1].Place, page[^1].Item.Id) : null);
    }

    /// <summary>The last row counts campaigns, which stand in their own list and have no disputes.</summary>
    async Task<int> Campaigns(AreaCode area, ReportColumn column, int month, CancellationToken ct) =>
        (await campaigns.Launched(area, column == ReportColumn.YearToDate ? month / 100 * 100 + 1 : month, month, own: false, ct))
            .Where(one => TierOf(column) is not { } tier || one.Tier == tier).Sum(one => one.Times);

    /// <summary>The rows of the table as they are counted; the last one counts campaigns, not disputes.</summary>
    static string Counted(int row) => row switch
    {
        1 => "report_entry.found = 1",
        2 => "report_entry.mediated = 1",
        4 => "report_entry.succeeded = 1",
        >= 6 and <= 43 when row % 2 == 0 => "report_entry.category = @Category and report_entry.found = 1",
        >= 6 and <= 43 => "report_entry.category = @Category and report_entry.mediated = 1",
        >= 44 and <= 47 => "report_entry.people = @People",
        48 => "report_entry.major_found = 1",
        49 => "report_entry.major_mediated = 1",
        50 => "report_entry.major_succeeded = 1",
        _ => "1 = 0",
    };

    static int CategoryOf(int row) => (row - 4 - row % 2) / 2;

    static string OfTier(ReportColumn column) => TierOf(column) is null ? "" : " and report_entry.tier = @Tier";

    static Tier? TierOf(ReportColumn column) => column switch
    {
        ReportColumn.District => Tier.District,
        ReportColumn.Town => Tier.Town,
        ReportColumn.Village => Tier.Village,
        ReportColumn.Subtotal or ReportColumn.YearToDate => null,
    };
}
