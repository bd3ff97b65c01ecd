using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Meetings;

/// <summary>Analysis meetings of an area's centres, the latest first, with how many of their decisions are not done.</summary>
[Needs(Permission.ReadMatters)]
public sealed record ListMeetings : IQuery<Page<MeetingItem>>
{
    public AreaCode? Under { get; init; }

    public string? Cursor { get; init; }

    public int Limit { get; init; } = 50;
}

public sealed record MeetingItem
{
    public required Guid Id { get; init; }
    public required OrganisationRef Organisation { get; init; }
    public required DateOnly HeldOn { get; init; }
    public string? Place { get; init; }
    public required string Host { get; init; }
    public DateOnly? ConcludedOn { get; init; }
    public required int Decisions { get; init; }
    public required int Unfinished { get; init; }
}

sealed class ListMeetingsValidator : AbstractValidator<ListMeetings>
{
    public ListMeetingsValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || Place(cursor) is not null).WithMessage("This cursor is none of ours.");
    }

    public static (DateOnly Day, Guid Id)? Place(string? cursor) => Cursor.Read(cursor, 2) is [var day, var id]
        && DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Guid.TryParse(id, out var guid) ? (date, guid) : null;
}

sealed class ListMeetingsHandler(CurrentUser user, DbSession db) : IQueryHandler<ListMeetings, Page<MeetingItem>>
{
    public async Task<Page<MeetingItem>> Handle(ListMeetings query, CancellationToken ct)
    {
        var area = query.Under ?? user.Account.Area;
        if (!user.Account.SeesArea || !user.Account.Area.Holds(area))
            throw new NotFoundException("The area");
        var place = ListMeetingsValidator.Place(query.Cursor);
        var rows = await db.Query<Row>(
            $"""
            select analysis_meeting.id, analysis_meeting.organisation_id, organisation.name, organisation.tier, analysis_meeting.body,
                (select count(*) from meeting_decision
                    where meeting_decision.district_code = analysis_meeting.district_code and meeting_decision.meeting_id = analysis_meeting.id) as decisions,
                (select count(*) from meeting_decision
                    where meeting_decision.district_code = analysis_meeting.district_code and meeting_decision.meeting_id = analysis_meeting.id
                        and meeting_decision.done_on is null) as unfinished
            from analysis_meeting
            join organisation on organisation.id = analysis_meeting.organisation_id
            where {MeetingStore.In(area.Level)}
                {(place is null ? "" : "and (analysis_meeting.held_on < @Day or analysis_meeting.held_on = @Day and analysis_meeting.id < @Id)")}
            order by analysis_meeting.held_on desc, analysis_meeting.id desc
            limit @Take
            """, new { First = area.Value, End = area.End.Value, Day = place?.Day ?? default, Id = place?.Id ?? Guid.Empty, Take = query.Limit + 1 }, ct);
        var items = rows.Take(query.Limit).Select(Item).ToList();
        return new Page<MeetingItem>(
            items, rows.Count > query.Limit ? Cursor.Write(items[^1].HeldOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), items[^1].Id) : null);
    }

    static MeetingItem Item(Row row)
    {
        var meeting = StorageJson.Read<Meeting>(row.Body);
        return new MeetingItem
        {
            Id = row.Id, Organisation = new OrganisationRef(row.OrganisationId, row.Name, Enum.Parse<Tier>(row.Tier)), HeldOn = meeting.HeldOn, Place = meeting.Place,
            Host = meeting.Host, ConcludedOn = meeting.ConcludedOn, Decisions = (int)row.Decisions, Unfinished = (int)row.Unfinished,
        };
    }

    sealed record Row
    {
        public required Guid Id { get; init; }
        public required Guid OrganisationId { get; init; }
        public required string Name { get; init; }
        public required string Tier { get; init; }
        public required string Body { get; init; }
        public required long Decisions { get; init; }
        public required long Unfinished { get; init; }
    }
}
