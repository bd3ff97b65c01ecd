using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Sync;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Sync;

/// <summary>
/// The present holder takes a late submission over, entering it by ordinary steps to which it may refer, or puts it aside with a reason. Its author is told.
/// </summary>
[Needs(Permission.Register)]
public sealed record DecideLateSubmission : ICommand<LateSubmission>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    public LateDecision? Decision { get; init; }

    public string? Reason { get; init; }

    /// <summary>The command by which it was entered.</summary>
    public Guid? Reference { get; init; }
}

sealed class DecideLateSubmissionValidator : AbstractValidator<DecideLateSubmission>
{
    public DecideLateSubmissionValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Decision).NotNull().WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
    }
}

sealed class DecideLateSubmissionHandler(CurrentUser user, DisputeDesk desk, DisputeStore disputes, LateStore lates, LateReader reader, CommandLog commands)
    : ICommandHandler<DecideLateSubmission, LateSubmission>
{
    public async Task<LateSubmission> Handle(DecideLateSubmission command, CancellationToken ct)
    {
        var late = await lates.Find(command.Id, ct) ?? throw new NotFoundException("The late submission");
        var dispute = await desk.Load(late.DisputeId);
        if (await commands.Find(command.CommandId) is { } before)
        {
            return before.Is(user.Account.Id, command.Digest)
                ? await reader.View((await lates.Find(command.Id, ct))!, ct)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        }
        if (!await desk.ActsFor(dispute.File.HolderId))
            throw new ForbiddenException("dispute.not-your-turn", "Another organisation holds this dispute now.");
        if ((await lates.Find(command.Id, ct))!.Decision is not null)
            throw new RuleViolationException("late.decided", "This was decided already.", "sync");
        var step = desk.StepAt(null);
        dispute.DecideLate(late.Id, command.Decision!.Value, command.Reference, command.Reason, step);
        var sequence = await disputes.Save(dispute, step);
        await lates.Decide(dispute.File.Area.District.Value, late.Id, command.Decision.Value.ToString(), command.Reference, user.Account.Id, step.Now, sequence);
        await commands.Add(command.CommandId, user.Account.Id, command.Digest, dispute.File.Id, sequence, step.Now);
        return await reader.View((await lates.Find(late.Id, ct))!, ct);
    }
}
