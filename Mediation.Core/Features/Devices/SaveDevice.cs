using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Sync;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Devices;

/// <summary>
/// Registers a tablet, or tells what became of it. Each person who works on it sends this once, and is among its users from then on. It stays the
/// organisation's that sent it first; another town's people cannot take it.
/// </summary>
[Needs(Permission.SignedIn)]
public sealed record SaveDevice : ICommand<DeviceView>
{
    [JsonIgnore]
    public Guid DeviceId { get; init; }

    /// <summary>Sending it again does no harm, with or without.</summary>
    public Guid? CommandId { get; init; }

    public string? Name { get; init; }

    /// <summary>Whether the browser granted persistent storage.</summary>
    public DeviceStorage? Storage { get; init; }

    public string? AppVersion { get; init; }
}

sealed class SaveDeviceValidator : AbstractValidator<SaveDevice>
{
    public SaveDeviceValidator()
    {
        RuleFor(c => c.DeviceId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Name).NotEmpty().WithErrorCode("required").MaximumLength(50).WithErrorCode("length");
        RuleFor(c => c.Storage).NotNull().WithErrorCode("required");
        RuleFor(c => c.AppVersion).NotEmpty().WithErrorCode("required").MaximumLength(50).WithErrorCode("length");
    }
}

sealed class SaveDeviceHandler(CurrentUser user, DeviceStore devices, DeviceReader reader, TimeProvider clock) : ICommandHandler<SaveDevice, DeviceView>
{
    public async Task<DeviceView> Handle(SaveDevice command, CancellationToken ct)
    {
        var own = user.Account.Area;
        var known = await devices.Find(command.DeviceId, ct);
        if (known is { RevokedAt: not null })
            throw new ForbiddenException("device.revoked", "This tablet was revoked; its stores are to be wiped.");
        if (known is not null && TownOf(new AreaCode(known.AreaCode)) != TownOf(own))
            throw new ConflictException("id.taken", "This id is taken.");
        await devices.Save(
            command.DeviceId, own, user.Account.OrganisationId, user.Account.Id, command.Name!.Trim(), command.Storage!.Value.ToString(), command.AppVersion!, clock.GetUtcNow());
        return await reader.View(command.DeviceId, ct);
    }

    static AreaCode TownOf(AreaCode area) => area.Level == AreaLevel.Village ? area.Town : area;
}
