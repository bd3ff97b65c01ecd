using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Organisations;

/// <summary>A blank was spoilt or lost: it stays in the list with the reason and is never used.</summary>
[Needs(Permission.Mediate, Permission.ManageRegistry)]
public sealed record VoidFormSerial : ICommand<FormSerialView>
{
    [JsonIgnore]
    public Guid OrganisationId { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    public string? Serial { get; init; }

    public string? Reason { get; init; }
}

sealed class VoidFormSerialValidator : AbstractValidator<VoidFormSerial>
{
    public VoidFormSerialValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Serial).NotEmpty().WithErrorCode("required").MaximumLength(60).WithErrorCode("length");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(200).WithErrorCode("length");
    }
}

sealed class VoidFormSerialHandler(BlankDesk desk, FormSerialStore serials, CommandLog commands, CurrentUser user, TimeProvider clock)
    : ICommandHandler<VoidFormSerial, FormSerialView>
{
    public async Task<FormSerialView> Handle(VoidFormSerial command, CancellationToken ct)
    {
        var committee = await desk.Committee(command.OrganisationId, ct);
        var district = committee.Area.District.Value;
        if (await desk.Replayed(command.CommandId, command.Digest) is null)
        {
            if (!await serials.Void(district, committee.Id, command.Serial!, command.Reason!))
                throw new RuleViolationException("form-serial.not-unused", "The committee has no unused blank of this serial.", "domain 12", "serial");
            await commands.Add(command.CommandId, user.Account.Id, command.Digest, disputeId: null, 1, clock.GetUtcNow());
        }
        return FormSerialView.Of((await serials.Find(district, command.Serial!))!);
    }
}
