using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Supervision;

namespace Mediation.Core.Data;

/// <summary>Analysis meetings and what they decided.</summary>
[Scoped]
public sealed class MeetingStore(DbSession db)
{
    /// <summary>A condition on `analysis_meeting` for the meetings of an area's own centres, by the parameters First and End.</summary>
    public static string In(AreaLevel level) => AreaCondition.Of("analysis_meeting", level);

    public async Task<Meeting?> Find(long district, Guid id, CancellationToken ct = default) => await db.Find<string>(
        "select body from analysis_meeting where district_code = @district and id = @id", new { district, id }, ct) is { } body ? StorageJson.Read<Meeting>(body) : null;

    /// <summary>For a change: on PostgreSQL two commands on one meeting take turns; in the lane they do anyway.</summary>
    public async Task<Meeting?> FindForChange(long district, Guid id)
    {
        if (!db.IsSqlite)
            await db.Execute("select 1 from analysis_meeting where district_code = @district and id = @id for update", new { district, id });
        return await Find(district, id);
    }

    public async Task Add(Meeting meeting, Organisation of) => await db.Execute(
        """
        insert into analysis_meeting (district_code, id, town_code, village_code, organisation_id, held_on, version, body)
        values (@district, @Id, @town, @village, @OrganisationId, @HeldOn, 1, @body)
        """, new
        {
            district = of.Area.District.Value, meeting.Id, town = of.Area.Level == AreaLevel.District ? of.Area.Value : of.Area.Town.Value, village = of.Area.Value,
            meeting.OrganisationId, meeting.HeldOn, body = StorageJson.Write(meeting),
        });

    public Task Save(long district, Meeting meeting) => db.Execute(
        "update analysis_meeting set version = version + 1, body = @body where district_code = @district and id = @Id",
        new { district, meeting.Id, body = StorageJson.Write(meeting) });

    /// <summary>Those of a district that were held in these days.</summary>
    public async Task<IReadOnlyList<Meeting>> Between(long district, DateOnly from, DateOnly to, CancellationToken ct) => [.. (await db.Query<string>(
        "select body from analysis_meeting where district_code = @district and held_on >= @from and held_on <= @to order by held_on, id", new { district, from, to }, ct))
        .Select(StorageJson.Read<Meeting>)];

    public async Task<DateOnly?> LastBefore(Organisation of, DateOnly day) => (await db.Find<HeldRow>(
        """
        select held_on from analysis_meeting
        where district_code = @district and organisation_id = @Id and held_on < @day
        order by held_on desc limit 1
        """, new { district = of.Area.District.Value, of.Id, day }))?.HeldOn;

    public Task Add(long district, Meeting of, MeetingDecision decision) => db.Execute(
        """
        insert into meeting_decision (district_code, meeting_id, number, organisation_id, dispute_id, held_on, due_on, done_on, body)
        values (@district, @MeetingId, @Number, @OrganisationId, @DisputeId, @HeldOn, @DueOn, @DoneOn, @body)
        """, Row(district, of.Id, of.OrganisationId, of.HeldOn, decision));

    public Task Save(long district, Guid meetingId, MeetingDecision decision) => db.Execute(
        "update meeting_decision set done_on = @DoneOn, body = @body where district_code = @district and meeting_id = @MeetingId and number = @Number",
        Row(district, meetingId, Guid.Empty, default, decision));

    public async Task<IReadOnlyList<MeetingDecision>> Decisions(long district, Guid meetingId, CancellationToken ct = default) =>
        [.. (await db.Query<string>(
            "select body from meeting_decision where district_code = @district and meeting_id = @meetingId order by number", new { district, meetingId }, ct))
            .Select(StorageJson.Read<MeetingDecision>)];

    /// <summary>What the centre's earlier meetings decided and nobody has done yet, the one due first on top.</summary>
    public async Task<IReadOnlyList<DecisionKey>> Unfinished(Organisation of, DateOnly before, int take) => [.. (await db.Query<KeyRow>(
        """
        select meeting_id, number from meeting_decision
        where district_code = @district and organisation_id = @Id and done_on is null and held_on <= @before
        order by due_on, meeting_id, number
        limit @take
        """, new { district = of.Area.District.Value, of.Id, before, take })).Select(row => new DecisionKey(row.MeetingId, (int)row.Number))];

    public async Task<MeetingDecision?> Decision(long district, DecisionKey key, CancellationToken ct = default) => await db.Find<string>(
        "select body from meeting_decision where district_code = @district and meeting_id = @MeetingId and number = @Number",
        new { district, key.MeetingId, key.Number }, ct) is { } body ? StorageJson.Read<MeetingDecision>(body) : null;

    /// <summary>The words about a matter go when those of its supervision are erased; that something was decided stays.</summary>
    public async Task Forget(long district, Guid disputeId)
    {
        foreach (var row in await db.Query<ForgottenRow>(
            "select meeting_id, body from meeting_decision where district_code = @district and dispute_id = @disputeId", new { district, disputeId }))
            await Save(district, row.MeetingId, StorageJson.Read<MeetingDecision>(row.Body).WithoutWords());
    }

    static object Row(long district, Guid meetingId, Guid organisationId, DateOnly heldOn, MeetingDecision decision) => new
    {
        district, MeetingId = meetingId, decision.Number, OrganisationId = organisationId, decision.DisputeId, HeldOn = heldOn, decision.DueOn, decision.DoneOn,
        body = StorageJson.Write(decision),
    };

    sealed record HeldRow
    {
        public required DateOnly HeldOn { get; init; }
    }

    sealed record KeyRow
    {
        public required Guid MeetingId { get; init; }
        public required long Number { get; init; }
    }

    sealed record ForgottenRow
    {
        public required Guid MeetingId { get; init; }
        public required string Body { get; init; }
    }
}
