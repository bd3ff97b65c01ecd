using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Devices;

/// <summary>
/// Shuts a lost tablet out. At its next contact it is told so and wipes the stores of all its users, after it left its unsent work as a closed file.
/// A revoked tablet stays so; one that is found again registers anew.
/// </summary>
[Needs(Permission.Direct, Permission.ManageAccounts)]
public sealed record RevokeDevice : ICommand<DeviceView>
{
    [JsonIgnore]
    public Guid DeviceId { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    public string? Reason { get; init; }
}

sealed class RevokeDeviceValidator : AbstractValidator<RevokeDevice>
{
    public RevokeDeviceValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
    }
}

sealed class RevokeDeviceHandler(CurrentUser user, DeviceStore devices, DeviceReader reader, CommandLog commands, TimeProvider clock)
    : ICommandHandler<RevokeDevice, DeviceView>
{
    public async Task<DeviceView> Handle(RevokeDevice command, CancellationToken ct)
    {
        var device = await devices.Find(command.DeviceId, ct);
        if (device is null || !user.Account.SeesArea || !user.Account.Area.Holds(new AreaCode(device.AreaCode)))
            throw new NotFoundException("The tablet");
        if (await commands.Find(command.CommandId) is { } before)
        {
            return before.Is(user.Account.Id, command.Digest)
                ? await reader.View(device, ct)
                : throw new ConflictException("command.reused", "This command id was used for something else.");
        }
        var now = clock.GetUtcNow();
        await devices.Revoke(command.DeviceId, user.Account.Id, command.Reason!.Trim(), now);
        await commands.Add(command.CommandId, user.Account.Id, command.Digest, disputeId: null, 0, now);
        return await reader.View(command.DeviceId, ct);
    }
}
