using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Registry;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Meetings;

/// <summary>A meeting with the names behind its ids, and what the viewer may do.</summary>
public sealed record MeetingView
{
    public required Guid Id { get; init; }
    public required OrganisationRef Organisation { get; init; }
    public required DateOnly HeldOn { get; init; }
    public string? Place { get; init; }
    public required string Host { get; init; }

    /// <summary>The first day that its figures look at; the last is that of the meeting.</summary>
    public required DateOnly From { get; init; }
    public required AgendaFigures Figures { get; init; }

    /// <summary>On the ledger when it was opened, as they are now.</summary>
    public required IReadOnlyList<MeetingMatter> Matters { get; init; }

    /// <summary>Decisions of earlier meetings that were not done when it was opened, as they are now.</summary>
    public required IReadOnlyList<DecisionView> Carried { get; init; }
    public required IReadOnlyList<Attendee> Attendance { get; init; }
    public string? Forecast { get; init; }
    public string? Summary { get; init; }
    public required IReadOnlyList<DecisionView> Decisions { get; init; }
    public DateOnly? ConcludedOn { get; init; }

    /// <summary>Names of the operations that the viewer may send now.</summary>
    public required IReadOnlyList<string> Can { get; init; }
}

public sealed record MeetingMatter
{
    public required Guid DisputeId { get; init; }
    public string? Subject { get; init; }
    public required AreaCode AreaCode { get; init; }
    public required DisputeType Type { get; init; }
    public required RiskLevel RiskLevel { get; init; }
    public required DisputeStatus Status { get; init; }
    public required int PeopleInvolved { get; init; }
    public required bool OnLedger { get; init; }
    public required IReadOnlyList<SponsorshipGap> Gaps { get; init; }
}

public sealed record DecisionView
{
    public required Guid MeetingId { get; init; }
    public required DateOnly DecidedOn { get; init; }
    public required int Number { get; init; }
    public Guid? DisputeId { get; init; }
    public string? Subject { get; init; }
    public required string Decision { get; init; }
    public required string Unit { get; init; }
    public required string Person { get; init; }
    public required DateOnly DueOn { get; init; }
    public DateOnly? DoneOn { get; init; }
    public string? DoneNote { get; init; }
    public required bool Late { get; init; }
}

/// <summary>Shows a meeting to one person.</summary>
[Scoped]
sealed class MeetingReader(MeetingStore meetings, OrganisationStore organisations, DisputeStore disputes, CurrentUser user, TimeProvider clock)
{
    /// <summary>A meeting of a centre of one's area; of others there is none.</summary>
    public async Task<(Meeting Meeting, Organisation Centre)> Find(Guid id, bool forChange, CancellationToken ct)
    {
        var district = user.Account.Area.District.Value;
        var meeting = forChange ? await meetings.FindForChange(district, id) : await meetings.Find(district, id, ct);
        return meeting is not null && await organisations.Get(meeting.OrganisationId, ct) is { } centre && user.Account.SeesArea && user.Account.Area.Holds(centre.Area)
            ? (meeting, centre) : throw new NotFoundException("The meeting");
    }

    public async Task<MeetingView> View(Meeting meeting, CancellationToken ct)
    {
        var centre = (await organisations.Get(meeting.OrganisationId, ct))!;
        var (district, today, files) = (centre.Area.District.Value, Shanghai.DateOf(clock.GetUtcNow()), new Dictionary<Guid, DisputeFile?>());
        var (matters, carried, decided) = (new List<MeetingMatter>(), new List<DecisionView>(), new List<DecisionView>());
        foreach (var id in meeting.Matters)
            if (await File(id, files, ct) is { } file)
                matters.Add(Matter(file));
        foreach (var key in meeting.Carried)
            if (await meetings.Decision(district, key, ct) is { } before && await meetings.Find(district, key.MeetingId, ct) is { } of)
                carried.Add(await Decision(of, before, files, today, ct));
        foreach (var decision in await meetings.Decisions(district, meeting.Id, ct))
            decided.Add(await Decision(meeting, decision, files, today, ct));
        var acts = user.Account.May(Permission.Direct) && user.Account.ActsFor(centre);
        return new MeetingView
        {
            Id = meeting.Id, Organisation = new OrganisationRef(centre.Id, centre.Name, centre.Tier), HeldOn = meeting.HeldOn, Place = meeting.Place, Host = meeting.Host,
            From = meeting.From, Figures = meeting.Figures, Matters = matters, Carried = carried, Attendance = meeting.Attendance, Forecast = meeting.Forecast,
            Summary = meeting.Summary, Decisions = decided, ConcludedOn = meeting.ConcludedOn,
            Can = [.. acts && meeting.ConcludedOn is null ? ["ConcludeMeeting"] : (string[])[], .. acts && decided.Any(d => d.DoneOn is null) ? ["CompleteDecision"] : (string[])[]],
        };
    }

    async Task<DecisionView> Decision(Meeting of, MeetingDecision decision, Dictionary<Guid, DisputeFile?> files, DateOnly today, CancellationToken ct) => new()
    {
        MeetingId = of.Id, DecidedOn = of.HeldOn, Number = decision.Number, DisputeId = decision.DisputeId,
        Subject = decision.DisputeId is { } id && await File(id, files, ct) is { } file ? new DisputeSight(file, user.Account).Subject : null,
        Decision = decision.Decision, Unit = decision.Unit, Person = decision.Person, DueOn = decision.DueOn, DoneOn = decision.DoneOn, DoneNote = decision.DoneNote,
        Late = decision.DoneOn is null && decision.DueOn < today,
    };

    MeetingMatter Matter(DisputeFile file) => new()
    {
        DisputeId = file.Id, Subject = new DisputeSight(file, user.Account).Subject, AreaCode = file.Area, Type = file.Type, RiskLevel = file.Level, Status = file.Status,
        PeopleInvolved = file.PeopleInvolved, OnLedger = MajorLedger.Holds(file), Gaps = MajorLedger.Holds(file) ? MajorLedger.Gaps(file) : [],
    };

    /// <summary>One that was moved away meanwhile is not told of.</summary>
    async Task<DisputeFile?> File(Guid id, Dictionary<Guid, DisputeFile?> files, CancellationToken ct)
    {
        if (!files.TryGetValue(id, out var known))
            files[id] = known = await disputes.Find(id, ct) is { } dispute && DisputeSight.Includes(dispute.File, user.Account) ? dispute.File : null;
        return known;
    }
}
