using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>Dossiers whose term of keeping is over on a day, oldest end first; to erase one stays a person's decision (个人信息保护法 47).</summary>
[Needs(Permission.Erase)]
public sealed record ListRetention(AreaCode? Under = null, DateOnly? On = null, string? Cursor = null, int Limit = 50) : IQuery<Page<RetentionItem>>;

public sealed record RetentionItem
{
    public required Guid DisputeId { get; init; }
    public required Guid CaseId { get; init; }
    public string? Number { get; init; }
    public required string Committee { get; init; }
    public required DateOnly ArchivedOn { get; init; }
    public required string Term { get; init; }

    /// <summary>The last day of keeping.</summary>
    public required DateOnly EndsOn { get; init; }

    /// <summary>Texts and files of it that were erased already.</summary>
    public required int Erased { get; init; }
}

sealed class ListRetentionValidator : AbstractValidator<ListRetention>
{
    public ListRetentionValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.On).Must(day => day is null || day.Value.Year is >= 2000 and < 2200).WithErrorCode("range").WithMessage("A day from 2000 on.");
        RuleFor(q => q.Cursor).Must(c => c is null || Cursor.Read(c, 3) is [var day, var dispute, var of]
            && DateOnly.TryParseExact(day, "yyyy-MM-dd", out _) && Guid.TryParse(dispute, out _) && Guid.TryParse(of, out _)).WithMessage("This cursor is none of ours.");
    }
}

sealed class ListRetentionHandler(CurrentUser user, DbSession db, TimeProvider clock) : IQueryHandler<ListRetention, Page<RetentionItem>>
{
    const string Sql =
        """
        select dossier_archive.dispute_id, dossier_archive.case_id, dossier_archive.archived_on, dossier_archive.term, dossier_archive.ends_on,
            organisation.name as committee, dispute_file.body
        from dossier_archive
        join dispute on dispute.district_code = dossier_archive.district_code and dispute.id = dossier_archive.dispute_id
        join dispute_file on dispute_file.district_code = dossier_archive.district_code and dispute_file.id = dossier_archive.dispute_id
        join organisation on organisation.id = dossier_archive.organisation_id
        where dossier_archive.district_code = @District and dossier_archive.ends_on < @On and dispute.area_code >= @First and dispute.area_code < @End
            and (dossier_archive.ends_on > @Day or dossier_archive.ends_on = @Day
                and (dossier_archive.dispute_id > @Dispute or dossier_archive.dispute_id = @Dispute and dossier_archive.case_id > @Case))
        order by dossier_archive.ends_on, dossier_archive.dispute_id, dossier_archive.case_id
        limit @Take
        """;

    public async Task<Page<RetentionItem>> Handle(ListRetention query, CancellationToken ct)
    {
        var under = query.Under ?? user.Account.Area;
        if (!user.Account.Area.Holds(under) || under.Level < AreaLevel.District)
            throw new NotFoundException("The area");
        var after = Cursor.Read(query.Cursor, 3);
        var rows = await db.Query<Row>(Sql, new
        {
            District = under.District.Value, On = query.On ?? Shanghai.DateOf(clock.GetUtcNow()), First = under.Value, End = under.End.Value,
            Day = after is null ? new DateOnly(1900, 1, 1) : DateOnly.ParseExact(after[0], "yyyy-MM-dd", null),
            Dispute = after is null ? Guid.Empty : Guid.Parse(after[1]), Case = after is null ? Guid.Empty : Guid.Parse(after[2]), Take = query.Limit + 1,
        }, ct);
        var page = rows.Take(query.Limit).ToList();
        return new Page<RetentionItem>(
            [.. page.Select(row => row.ToItem())],
            rows.Count > query.Limit ? Cursor.Write(page[^1].EndsOn.ToString("yyyy-MM-dd", null), page[^1].DisputeId, page[^1].CaseId) : null);
    }

    sealed record Row
    {
        public required Guid DisputeId { get; init; }
        public required Guid CaseId { get; init; }
        public required DateOnly ArchivedOn { get; init; }
        public required string Term { get; init; }
        public required DateOnly EndsOn { get; init; }
        public required string Committee { get; init; }
        public required string Body { get; init; }

        public RetentionItem ToItem()
        {
            var file = StorageJson.Read<DisputeFile>(Body);
            return new RetentionItem
            {
                DisputeId = DisputeId, CaseId = CaseId, Number = file.Cases.FirstOrDefault(c => c.Id == CaseId)?.Number, Committee = Committee, ArchivedOn = ArchivedOn,
                Term = Term, EndsOn = EndsOn, Erased = file.Erased.Count,
            };
        }
    }
}
