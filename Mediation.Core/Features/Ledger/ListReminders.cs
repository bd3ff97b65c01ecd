using System.Globalization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Ledger;

/// <summary>Reminders that have fallen for matters on the caller's desk, soonest end first; a duty that is over stays, a right that is gone does not.</summary>
[Needs(Permission.ReadMatters)]
public sealed record ListReminders : IQuery<Page<Reminder>>
{
    public AreaCode? Under { get; init; }

    public string? Cursor { get; init; }

    public int Limit { get; init; } = 50;
}

/// <summary>A clock that comes to its end, or is over.</summary>
public sealed record Reminder
{
    public required Guid DisputeId { get; init; }

    public required DisputeType Type { get; init; }

    public string? Subject { get; init; }

    public required AreaCode AreaCode { get; init; }

    public required Clock Clock { get; init; }

    /// <summary>The case, handover or obligation; null for a clock of the whole matter.</summary>
    public Guid? SubjectId { get; init; }

    public required DateOnly DueOn { get; init; }

    public required bool Provisional { get; init; }

    /// <summary>The last of its reminders that has fallen.</summary>
    public required DateTimeOffset FellAt { get; init; }

    /// <summary>The end has passed.</summary>
    public required bool Over { get; init; }
}

sealed class ListRemindersValidator : AbstractValidator<ListReminders>
{
    public ListRemindersValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(cursor => cursor is null || ReminderPlace.Read(cursor) is not null).WithMessage("This cursor is none of ours.");
    }
}

/// <summary>Where a page begins: behind the last row of the one before.</summary>
sealed record ReminderPlace(DateOnly Due, Guid DisputeId, string Clock, Guid SubjectId)
{
    public static ReminderPlace? Read(string cursor) => Cursor.Read(cursor, 4) is [var due, var dispute, var clock, var subject]
        && DateOnly.TryParseExact(due, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Guid.TryParse(dispute, out var disputeId)
        && Guid.TryParse(subject, out var subjectId) && Enum.TryParse<Clock>(clock, out var word) ? new ReminderPlace(date, disputeId, word.ToString(), subjectId) : null;

    public static string Write(Reminder last) => Cursor.Write(
        last.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), last.DisputeId, last.Clock, last.SubjectId ?? last.DisputeId);
}

sealed class ListRemindersHandler(CurrentUser user, DbSession db, TimeProvider clock) : IQueryHandler<ListReminders, Page<Reminder>>
{
    // The desks the caller acts for: the own organisation, and centre and committee that share its area and tier.
    const string Desks =
        """
        select organisation.id
        from organisation
        where organisation.id = @Own
            or @SeesArea = 1 and organisation.area_code = @OwnArea and organisation.tier = @Tier and organisation.kind not in ('SectorCommittee', 'EnterpriseCommittee')
        """;

    public async Task<Page<Reminder>> Handle(ListReminders query, CancellationToken ct)
    {
        var account = user.Account;
        if (LedgerScope.Of(account, query.Under) is not { } scope)
            throw new NotFoundException("The area");
        var (now, place) = (clock.GetUtcNow(), query.Cursor is null ? null : ReminderPlace.Read(query.Cursor));
        var today = Shanghai.DateOf(now);
        var rows = await db.Query<Row>(
            $"""
            select clock_reminder.dispute_id, clock_reminder.clock, clock_reminder.subject_id, clock_reminder.due_on, clock_reminder.provisional,
                clock_reminder.first_at, clock_reminder.last_at, dispute_file.body
            from clock_reminder
            join dispute_file on dispute_file.district_code = clock_reminder.district_code and dispute_file.id = clock_reminder.dispute_id
            where clock_reminder.holder_id in ({Desks}) and clock_reminder.first_at <= @Now and (clock_reminder.duty = 1 or clock_reminder.due_on >= @Today)
                {(query.Under is null ? "" : "and clock_reminder.area_code >= @First and clock_reminder.area_code < @End")}
                {(place is null ? "" : After)}
            order by clock_reminder.due_on, clock_reminder.dispute_id, clock_reminder.clock, clock_reminder.subject_id
            limit @Take
            """, new
            {
                Own = account.OrganisationId, SeesArea = account.SeesArea ? 1 : 0, OwnArea = account.Area.Value, Tier = account.Tier.ToString(), Now = now, Today = today,
                scope.First, scope.End, PlaceDue = place?.Due, PlaceDispute = place?.DisputeId, PlaceClock = place?.Clock, PlaceSubject = place?.SubjectId,
                Take = query.Limit + 1,
            }, ct);
        var items = rows.Take(query.Limit).Select(row => row.ToReminder(account, now, today)).ToList();
        return new Page<Reminder>(items, rows.Count > query.Limit ? ReminderPlace.Write(items[^1]) : null);
    }

    const string After =
        """
        and (clock_reminder.due_on > @PlaceDue or clock_reminder.due_on = @PlaceDue and (clock_reminder.dispute_id > @PlaceDispute
            or clock_reminder.dispute_id = @PlaceDispute and (clock_reminder.clock > @PlaceClock
            or clock_reminder.clock = @PlaceClock and clock_reminder.subject_id > @PlaceSubject)))
        """;

    sealed record Row
    {
        public required Guid DisputeId { get; init; }
        public required string Clock { get; init; }
        public required Guid SubjectId { get; init; }
        public required DateOnly DueOn { get; init; }
        public required int Provisional { get; init; }
        public required DateTimeOffset FirstAt { get; init; }
        public required DateTimeOffset LastAt { get; init; }
        public required string Body { get; init; }

        public Reminder ToReminder(Account viewer, DateTimeOffset now, DateOnly today)
        {
            var file = StorageJson.Read<DisputeFile>(Body);
            return new Reminder
            {
                DisputeId = DisputeId, Type = file.Type, Subject = new DisputeSight(file, viewer).Subject, AreaCode = file.Area, Clock = Enum.Parse<Clock>(Clock),
                SubjectId = SubjectId == DisputeId ? null : SubjectId, DueOn = DueOn, Provisional = Provisional == 1, FellAt = LastAt <= now ? LastAt : FirstAt,
                Over = DueOn < today,
            };
        }
    }
}
