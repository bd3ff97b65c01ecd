using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Audit;

/// <summary>Who looked at, revealed or exported what, newest first; the auditor's page.</summary>
[Needs(Permission.ReadLogs)]
public sealed record ListAccessLog(Guid? DisputeId = null, string? Kind = null, string? Cursor = null, int Limit = 50) : IQuery<Page<AccessLogItem>>;

public sealed record AccessLogItem
{
    public required Guid Id { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid AccountId { get; init; }
    public string? UserName { get; init; }
    public required Guid OrganisationId { get; init; }

    /// <summary>Read, Reveal, Export, Paper, or Device: full values on the host's own tablet.</summary>
    public required string Kind { get; init; }
    public Guid? DisputeId { get; init; }

    /// <summary>Fields and reason; never a value.</summary>
    public string? Detail { get; init; }
}

sealed class ListAccessLogValidator : AbstractValidator<ListAccessLog>
{
    public ListAccessLogValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Kind).Must(k => k is null or "Read" or "Reveal" or "Export" or "Paper" or "Device" or "Erase").WithMessage("Read, Reveal, Export, Paper, Device or Erase.");
        RuleFor(q => q.Cursor).Must(c => c is null || Cursor.Read(c, 1) is [var id] && Guid.TryParse(id, out _)).WithMessage("This cursor is none of ours.");
    }
}

sealed class ListAccessLogHandler(CurrentUser user, DbSession db) : IQueryHandler<ListAccessLog, Page<AccessLogItem>>
{
    // Each filter is a constant; what is not asked is not in the SQL: PostgreSQL cannot tell the type of a null.
    const string OfDispute = "access_log.dispute_id = @DisputeId";
    const string OfKind = "access_log.kind = @Kind";
    const string Older = "access_log.id < @After";

    // Ids are version 7: their order is that of time on both engines.
    static string Sql(string filters) =>
        $"""
        select access_log.id, access_log.at, access_log.account_id, account.user_name, access_log.organisation_id, access_log.kind, access_log.dispute_id,
            access_log.detail
        from access_log
        left join account on account.id = access_log.account_id
        where access_log.district_code >= @First and access_log.district_code < @End
            and {filters}
        order by access_log.id desc
        limit @Take
        """;

    public async Task<Page<AccessLogItem>> Handle(ListAccessLog query, CancellationToken ct)
    {
        var area = user.Account.Area;
        var after = Cursor.Read(query.Cursor, 1) is [var id] ? Guid.Parse(id) : (Guid?)null;
        string?[] filters = ["1 = 1", query.DisputeId is null ? null : OfDispute, query.Kind is null ? null : OfKind, after is null ? null : Older];
        var rows = await db.Query<AccessLogItem>(Sql(string.Join(" and ", filters.OfType<string>())), new
        {
            First = area.Value, End = area.End.Value, query.DisputeId, query.Kind, After = after, Take = query.Limit + 1,
        }, ct);
        return rows.Count <= query.Limit
            ? new Page<AccessLogItem>(rows, null)
            : new Page<AccessLogItem>([.. rows.Take(query.Limit)], Cursor.Write(rows[query.Limit - 1].Id));
    }
}
