using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Organisations;

/// <summary>The register of a committee's case numbers in one year: without a gap, a voided one with its reason (domain 6).</summary>
[Needs(Permission.ReadMatters)]
public sealed record ListCaseNumbers(Guid OrganisationId, int? Year, string? Cursor, int Limit) : IQuery<Page<CaseNumberView>>;

/// <summary>A number; the matter and the reason only for whoever sees the matter.</summary>
public sealed record CaseNumberView(int Number, string Text, bool Voided, Guid? DisputeId, string? VoidedReason);

sealed class ListCaseNumbersValidator : AbstractValidator<ListCaseNumbers>
{
    public ListCaseNumbersValidator()
    {
        RuleFor(q => q.Year).InclusiveBetween(2000, 2199).WithErrorCode("range");
        RuleFor(q => q.Limit).InclusiveBetween(1, 200).WithErrorCode("range");
        RuleFor(q => q.Cursor).Must(cursor => string.IsNullOrEmpty(cursor) || NumberPlace.Read(cursor) is not null).WithErrorCode("cursor").WithMessage("This is no cursor of this list.");
    }
}

sealed class ListCaseNumbersHandler(OrganisationStore organisations, DbSession db, CurrentUser user, TimeProvider clock) : IQueryHandler<ListCaseNumbers, Page<CaseNumberView>>
{
    public async Task<Page<CaseNumberView>> Handle(ListCaseNumbers query, CancellationToken ct)
    {
        var viewer = user.Account;
        var committee = await organisations.OfViewer(query.OrganisationId, viewer, ct) ?? throw new NotFoundException("The organisation");
        var found = await db.Query<Row>(
            """
            select case_number.number, case_number.text, case_number.dispute_id, case_number.voided_reason,
                case when dispute.area_code >= @From and dispute.area_code < @To or exists (
                    select 1 from involvement
                    where involvement.district_code = case_number.district_code and involvement.organisation_id = @Viewer
                        and involvement.dispute_id = case_number.dispute_id) then 1 else 0 end as in_sight
            from case_number
            join dispute on dispute.district_code = case_number.district_code and dispute.id = case_number.dispute_id
            where case_number.district_code = @District and case_number.organisation_id = @Id and case_number.year = @Year and case_number.number > @After
            order by case_number.number
            limit @Take
            """, new
            {
                From = viewer.SeesArea ? viewer.Area.Value : 0, To = viewer.SeesArea ? viewer.Area.End.Value : 0, Viewer = viewer.OrganisationId,
                District = committee.Area.District.Value, committee.Id, Year = query.Year ?? Shanghai.DateOf(clock.GetUtcNow()).Year,
                After = NumberPlace.Read(query.Cursor) ?? 0, Take = query.Limit + 1,
            }, ct);
        var items = found.Take(query.Limit).Select(row => row.ToView()).ToList();
        return new Page<CaseNumberView>(items, found.Count > query.Limit ? Cursor.Write(items[^1].Number) : null);
    }

    sealed record Row
    {
        public required int Number { get; init; }

        public required string Text { get; init; }

        public required Guid DisputeId { get; init; }

        public string? VoidedReason { get; init; }

        public required int InSight { get; init; }

        public CaseNumberView ToView() => new(Number, Text, VoidedReason is not null, InSight == 1 ? DisputeId : null, InSight == 1 ? VoidedReason : null);
    }
}

/// <summary>A place in a list that goes by number.</summary>
static class NumberPlace
{
    public static int? Read(string? cursor) =>
        Cursor.Read(cursor, 1) is [var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var known) ? known : null;
}
