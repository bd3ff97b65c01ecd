using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Meetings;

/// <summary>Makes the minutes: who was there, the forecast, and the decisions with unit, person and day.</summary>
[Needs(Permission.Direct)]
public sealed record ConcludeMeeting : ICommand<MeetingView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    public IReadOnlyList<AttendeeBody>? Attendance { get; init; }

    public string? Forecast { get; init; }

    public string? Summary { get; init; }

    public IReadOnlyList<DecisionBody>? Decisions { get; init; }
}

/// <summary>Somebody who was asked to come; default present.</summary>
public sealed record AttendeeBody
{
    public string? Name { get; init; }

    public string? Post { get; init; }

    public bool? Present { get; init; }
}

/// <summary>A decision; without a dispute it is about the whole area.</summary>
public sealed record DecisionBody
{
    public Guid? DisputeId { get; init; }

    public string? Decision { get; init; }

    public string? Unit { get; init; }

    public string? Person { get; init; }

    public DateOnly? DueOn { get; init; }
}

sealed class ConcludeMeetingValidator : AbstractValidator<ConcludeMeeting>
{
    const int MostPeople = 200;

    public ConcludeMeetingValidator(TimeProvider clock)
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Attendance).NotEmpty().WithErrorCode("required").Must(a => a is null || a.Count <= MostPeople).WithErrorCode("length").WithMessage($"At most {MostPeople}.");
        RuleForEach(c => c.Attendance).ChildRules(one =>
        {
            one.RuleFor(a => a.Name).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("length");
            one.RuleFor(a => a.Post).MaximumLength(100).WithErrorCode("length");
        });
        RuleFor(c => c.Forecast).MaximumLength(2_000).WithErrorCode("length");
        RuleFor(c => c.Summary).MaximumLength(5_000).WithErrorCode("length");
        RuleFor(c => c.Decisions).Must(d => d is null || d.Count <= Meeting.MostDecisions).WithErrorCode("length").WithMessage($"At most {Meeting.MostDecisions}.");
        RuleForEach(c => c.Decisions).ChildRules(one =>
        {
            one.RuleFor(d => d.DisputeId).NotEqual(Guid.Empty).WithErrorCode("required");
            one.RuleFor(d => d.Decision).NotEmpty().WithErrorCode("required").MaximumLength(1_000).WithErrorCode("length");
            one.RuleFor(d => d.Unit).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("length");
            one.RuleFor(d => d.Person).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("length");
            one.RuleFor(d => d.DueOn).NotNull().WithErrorCode("required");
            one.RuleFor(d => d.DueOn).Must(day => day is null || day.Value.Year >= 2000 && day <= Shanghai.DateOf(clock.GetUtcNow()).AddYears(2)).WithErrorCode("range")
                .WithMessage("From 2000 to two years ahead.");
        });
    }
}

sealed class ConcludeMeetingHandler(MeetingStore meetings, MeetingReader reader, DisputeStore disputes, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<ConcludeMeeting, MeetingView>
{
    public async Task<MeetingView> Handle(ConcludeMeeting command, CancellationToken ct)
    {
        var (meeting, centre) = await reader.Find(command.Id, forChange: true, ct);
        if (await commands.Find(command.CommandId) is { } known)
            return known.Is(user.Account.Id, command.Digest) ? await reader.View(meeting, ct)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        if (!user.Account.ActsFor(centre))
            throw new ForbiddenException("meeting.not-yours", "This is another centre's meeting.");
        var now = clock.GetUtcNow();
        MeetingDecision[] decisions = [.. (command.Decisions ?? []).Select((body, index) => new MeetingDecision
        {
            Number = index + 1, DisputeId = body.DisputeId, Decision = body.Decision!.Trim(), Unit = body.Unit!.Trim(), Person = body.Person!.Trim(), DueOn = body.DueOn!.Value,
        })];
        foreach (var decision in decisions)
            if (decision.DisputeId is { } id && (await disputes.Find(id, ct) is not { } dispute || !DisputeSight.Includes(dispute.File, user.Account)))
                throw new RuleViolationException("meeting.unknown-dispute", "There is no such dispute.", "domain 5.3", $"decisions[{decision.Number - 1}].disputeId");
        var concluded = meeting.Conclude(
            [.. command.Attendance!.Select(a => new Attendee(a.Name!.Trim(), string.IsNullOrWhiteSpace(a.Post) ? null : a.Post.Trim(), a.Present ?? true))],
            Trimmed(command.Forecast), Trimmed(command.Summary), decisions, Shanghai.DateOf(now));
        var district = centre.Area.District.Value;
        await meetings.Save(district, concluded);
        foreach (var decision in decisions)
            await meetings.Add(district, concluded, decision);
        await commands.Add(command.CommandId, user.Account.Id, command.Digest, disputeId: null, version: 2, now);
        return await reader.View(concluded, ct);
    }

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
