using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>Notes that something happened that is a veto (一票否决): a flag beside the score. The id is the command's, so a replay is harmless.</summary>
[Needs(Permission.Assess)]
public sealed record RaiseVeto : ICommand<RaisedFlag>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public VetoKind? Kind { get; init; }

    public AreaCode? AreaCode { get; init; }

    public DateOnly? HappenedOn { get; init; }

    /// <summary>The matter from which it came.</summary>
    public Guid? DisputeId { get; init; }

    /// <summary>What was found and where it stands written; without names of parties.</summary>
    public string? Evidence { get; init; }
}

/// <summary>The flag, and whether this command made it.</summary>
public sealed record RaisedFlag(VetoView Flag, bool Created);

sealed class RaiseVetoValidator : AbstractValidator<RaiseVeto>
{
    public RaiseVetoValidator(TimeProvider clock)
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        RuleFor(c => c.AreaCode).NotNull().WithErrorCode("required");
        RuleFor(c => c.AreaCode).Must(a => a is null || a.Value.Level >= AreaLevel.District).WithErrorCode("range").WithMessage("A district, a town or a village.");
        RuleFor(c => c.HappenedOn).NotNull().WithErrorCode("required");
        RuleFor(c => c.HappenedOn).Must(day => day is null || day.Value.Year >= 2000 && day <= Shanghai.DateOf(clock.GetUtcNow())).WithErrorCode("range")
            .WithMessage("From 2000 to today.");
        RuleFor(c => c.DisputeId).NotEqual(Guid.Empty).WithErrorCode("required");
        RuleFor(c => c.Evidence).NotEmpty().WithErrorCode("required").MaximumLength(1_000).WithErrorCode("length");
    }
}

sealed class RaiseVetoHandler(AssessmentDesk desk, VetoStore vetoes, VetoReader reader, DisputeStore disputes) : ICommandHandler<RaiseVeto, RaisedFlag>
{
    public async Task<RaisedFlag> Handle(RaiseVeto command, CancellationToken ct)
    {
        if (await desk.IsReplay(command.Id, command.Digest))
            return new RaisedFlag(await reader.View((await vetoes.Find(desk.District, command.Id, ct))!, ct), Created: false);
        var area = await desk.Known(command.AreaCode!.Value);
        if (command.DisputeId is { } id && (await disputes.Find(id, ct) is not { } dispute || !area.Holds(dispute.File.Area)))
            throw new RuleViolationException("veto.unknown-dispute", "There is no such dispute in that area.", "domain 8 (一票否决)", "disputeId");
        var flag = new VetoFlag
        {
            Id = command.Id, Kind = command.Kind!.Value, Area = area, HappenedOn = command.HappenedOn!.Value, DisputeId = command.DisputeId, Evidence = command.Evidence!.Trim(),
            RaisedBy = desk.Hand,
        };
        await vetoes.Add(flag);
        await desk.Log(command.Id, command.Digest);
        return new RaisedFlag(await reader.View(flag, ct), Created: true);
    }
}
