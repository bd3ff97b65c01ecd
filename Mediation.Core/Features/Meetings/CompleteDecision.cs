using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Meetings;

/// <summary>What a meeting decided was done.</summary>
[Needs(Permission.Direct)]
public sealed record CompleteDecision : ICommand<MeetingView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    /// <summary>Of the decision in its meeting, from 1.</summary>
    public int? Number { get; init; }

    /// <summary>Default today.</summary>
    public DateOnly? DoneOn { get; init; }

    public string? Note { get; init; }
}

sealed class CompleteDecisionValidator : AbstractValidator<CompleteDecision>
{
    public CompleteDecisionValidator(TimeProvider clock)
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Number).NotNull().WithErrorCode("required");
        RuleFor(c => c.Number).InclusiveBetween(1, Meeting.MostDecisions).WithErrorCode("range");
        RuleFor(c => c.DoneOn).Must(day => day is null || day.Value.Year >= 2000 && day <= Shanghai.DateOf(clock.GetUtcNow().AddHours(24))).WithErrorCode("range")
            .WithMessage("Before 2000, or more than 24 hours ahead.");
        RuleFor(c => c.Note).MaximumLength(1_000).WithErrorCode("length");
    }
}

sealed class CompleteDecisionHandler(MeetingStore meetings, MeetingReader reader, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<CompleteDecision, MeetingView>
{
    public async Task<MeetingView> Handle(CompleteDecision command, CancellationToken ct)
    {
        var (meeting, centre) = await reader.Find(command.Id, forChange: true, ct);
        if (await commands.Find(command.CommandId) is { } known)
            return known.Is(user.Account.Id, command.Digest) ? await reader.View(meeting, ct)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        if (!user.Account.ActsFor(centre))
            throw new ForbiddenException("meeting.not-yours", "This is another centre's meeting.");
        var (district, now) = (centre.Area.District.Value, clock.GetUtcNow());
        var decision = await meetings.Decision(district, new DecisionKey(meeting.Id, command.Number!.Value), ct)
            ?? throw new RuleViolationException("decision.unknown", "The meeting has no such decision.", "domain 5.3", "number");
        var note = string.IsNullOrWhiteSpace(command.Note) ? null : command.Note.Trim();
        await meetings.Save(district, meeting.Id, decision.Done(command.DoneOn ?? Shanghai.DateOf(now), note, meeting.HeldOn));
        await commands.Add(command.CommandId, user.Account.Id, command.Digest, disputeId: null, version: 3, now);
        return await reader.View(meeting, ct);
    }
}
