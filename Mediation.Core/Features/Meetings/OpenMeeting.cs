using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Supervision;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Meetings;

/// <summary>
/// Opens an analysis meeting of one's own centre: its agenda is filled from the data, with the unfinished decisions of earlier ones first. The id is the
/// command's, so a replay is harmless.
/// </summary>
[Needs(Permission.Direct)]
public sealed record OpenMeeting : ICommand<OpenedMeeting>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public DateOnly? HeldOn { get; init; }

    public string? Place { get; init; }

    /// <summary>Who presides: name and post.</summary>
    public string? Host { get; init; }
}

/// <summary>The meeting, and whether this command made it.</summary>
public sealed record OpenedMeeting(MeetingView Meeting, bool Created);

sealed class OpenMeetingValidator : AbstractValidator<OpenMeeting>
{
    public OpenMeetingValidator(TimeProvider clock)
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.HeldOn).NotNull().WithErrorCode("required");
        RuleFor(c => c.HeldOn).Must(day => day is null || day.Value.Year >= 2000 && day <= Shanghai.DateOf(clock.GetUtcNow()).AddDays(31)).WithErrorCode("range")
            .WithMessage("From 2000 to a month ahead.");
        RuleFor(c => c.Place).MaximumLength(100).WithErrorCode("length");
        RuleFor(c => c.Host).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("length");
    }
}

sealed class OpenMeetingHandler(
    MeetingStore meetings, AgendaReader agenda, MeetingReader reader, OrganisationStore organisations, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<OpenMeeting, OpenedMeeting>
{
    const int MostCarried = 200;

    public async Task<OpenedMeeting> Handle(OpenMeeting command, CancellationToken ct)
    {
        // Locked first: on PostgreSQL the same command may be under way.
        var centre = (await organisations.FindForChange(user.Account.OrganisationId))!.Value.Organisation;
        var district = centre.Area.District.Value;
        if (await commands.Find(command.Id) is { } known)
            return known.Is(user.Account.Id, command.Digest) && await meetings.Find(district, command.Id, ct) is { } before
                ? new OpenedMeeting(await reader.View(before, ct), Created: false)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        if (!user.Account.SeesArea || user.Account.Tier == Tier.Village)
            throw new ForbiddenException("meeting.not-centre", "Analysis meetings are held by the town and the district.");
        var heldOn = command.HeldOn!.Value;
        var from = await meetings.LastBefore(centre, heldOn) is { } last && last.AddMonths(2) > heldOn ? last.AddDays(1) : new DateOnly(heldOn.Year, heldOn.Month, 1);
        var meeting = new Meeting
        {
            Id = command.Id, OrganisationId = centre.Id, Tier = centre.Tier, HeldOn = heldOn, Place = Trimmed(command.Place), Host = command.Host!.Trim(), From = from,
            Figures = await agenda.Figures(centre.Area, from, heldOn, ct), Matters = await agenda.Matters(centre.Area, ct),
            Carried = await meetings.Unfinished(centre, heldOn, MostCarried),
        };
        await meetings.Add(meeting, centre);
        await commands.Add(command.Id, user.Account.Id, command.Digest, disputeId: null, version: 1, clock.GetUtcNow());
        return new OpenedMeeting(await reader.View(meeting, ct), Created: true);
    }

    static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
