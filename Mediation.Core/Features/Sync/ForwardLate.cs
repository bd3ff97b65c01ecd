using System.Security.Cryptography;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Sync;

/// <summary>
/// Keeps a command for the present holder when its author lost access while offline, and provably had it before; null for anybody else, who is told
/// nothing. It never runs by itself, so statistics know the holder's own entry alone.
/// </summary>
[Needs(Permission.SignedIn)]
public sealed record ForwardLate : ICommand<HolderView?>
{
    public required Guid CommandId { get; init; }

    public required Guid DisputeId { get; init; }

    public required Guid DeviceId { get; init; }

    public required string Kind { get; init; }

    public required byte[] Digest { get; init; }

    /// <summary>The body as sent.</summary>
    public required string Words { get; init; }

    public DateTimeOffset? DeviceTime { get; init; }
}

sealed class ForwardLateHandler(
    CurrentUser user, DisputeDesk desk, DisputeStore disputes, LateStore lates, CommandLog commands, OrganisationStore organisations) : ICommandHandler<ForwardLate, HolderView?>
{
    public async Task<HolderView?> Handle(ForwardLate command, CancellationToken ct)
    {
        if (await disputes.FindForChange(command.DisputeId) is not { } dispute || !await LostAccess(dispute.File))
            return null;
        var holder = (await organisations.Get(dispute.File.HolderId, ct))!;
        // The same entry may have been on its way twice.
        if (await lates.Find(command.CommandId, ct) is null)
            await Receive(command, dispute);
        return new HolderView(holder.Id, holder.Name, holder.Tier);
    }

    async Task Receive(ForwardLate command, Dispute dispute)
    {
        if (await commands.Find(command.CommandId) is not null)
            throw new ConflictException("command.reused", "This command id was used for something else.");
        var step = desk.StepAt(null, command.DeviceTime);
        dispute.ReceiveLate(command.CommandId, command.Kind, command.Words, step);
        var sequence = await disputes.Save(dispute, step);
        await lates.Add(dispute.File.Area.District.Value, new LateRow
        {
            Id = command.CommandId, DisputeId = dispute.File.Id, Sequence = sequence, Kind = command.Kind, Digest = command.Digest, AccountId = user.Account.Id,
            OrganisationId = user.Account.OrganisationId, DeviceId = command.DeviceId, DeviceTime = step.DeviceTime, ReceivedAt = step.Now,
        });
        // Under another digest, so that the same command sent the ordinary way later is not taken for one that was carried out.
        await commands.Add(command.CommandId, user.Account.Id, SHA256.HashData(command.Digest), dispute.File.Id, sequence, step.Now);
    }

    /// <summary>Out of sight, or another organisation's turn; and it was theirs before.</summary>
    async Task<bool> LostAccess(DisputeFile file)
    {
        if (!DisputeSight.Includes(file, user.Account))
            return await lates.HadAccess(file, user.Account);
        if (await desk.ActsFor(file.HolderId) || await desk.ActsFor(file.ResponsibleId))
            return false;
        foreach (var former in DisputeSight.Concerned(file))
            if (await desk.ActsFor(former))
                return true;
        return false;
    }
}
