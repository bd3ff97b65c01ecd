using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>Enters a decision or project that has to be assessed (应评) and by when. The id is the command's, so a replay is harmless.</summary>
[Needs(Permission.Direct)]
public sealed record RegisterStabilityItem : ICommand<RegisteredStability>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public string? Name { get; init; }

    public StabilityKind? Kind { get; init; }

    /// <summary>Where it takes effect; default one's own area.</summary>
    public AreaCode? AreaCode { get; init; }

    /// <summary>Who takes the decision.</summary>
    public string? ResponsibleBody { get; init; }

    public DateOnly? DueOn { get; init; }
}

/// <summary>The entry, and whether this command made it.</summary>
public sealed record RegisteredStability(StabilityView Assessment, bool Created);

sealed class RegisterStabilityItemValidator : AbstractValidator<RegisterStabilityItem>
{
    public RegisterStabilityItemValidator(TimeProvider clock)
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Name).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("length");
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        RuleFor(c => c.AreaCode).Must(a => a is null || a.Value.Level >= AreaLevel.District).WithErrorCode("range").WithMessage("A district, a town or a village.");
        RuleFor(c => c.ResponsibleBody).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("length");
        RuleFor(c => c.DueOn).NotNull().WithErrorCode("required");
        RuleFor(c => c.DueOn).Must(day => day is null || day.Value.Year >= 2000 && day <= Shanghai.DateOf(clock.GetUtcNow()).AddYears(5)).WithErrorCode("range")
            .WithMessage("From 2000 to five years ahead.");
    }
}

sealed class RegisterStabilityItemHandler(AssessmentDesk desk, StabilityStore assessments, StabilityReader reader) : ICommandHandler<RegisterStabilityItem, RegisteredStability>
{
    public async Task<RegisteredStability> Handle(RegisterStabilityItem command, CancellationToken ct)
    {
        if (await desk.IsReplay(command.Id, command.Digest))
            return new RegisteredStability(await reader.View((await assessments.Find(desk.District, command.Id, ct))!, ct), Created: false);
        desk.RequireCentre();
        var one = new StabilityAssessment
        {
            Id = command.Id, OrganisationId = desk.Account.OrganisationId, Area = await desk.Known(command.AreaCode ?? desk.Account.Area), Name = command.Name!.Trim(),
            Kind = command.Kind!.Value, ResponsibleBody = command.ResponsibleBody!.Trim(), DueOn = command.DueOn!.Value, RegisteredBy = desk.Hand,
        };
        await assessments.Add(one);
        await desk.Log(command.Id, command.Digest);
        return new RegisteredStability(await reader.View(one, ct), Created: true);
    }
}
