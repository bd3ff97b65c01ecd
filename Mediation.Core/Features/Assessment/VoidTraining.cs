using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>Takes a wrong training out of the hours; it stays to be seen with the reason.</summary>
[Needs(Permission.ManageRegistry)]
public sealed record VoidTraining : ICommand<TrainingView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    public string? Reason { get; init; }
}

sealed class VoidTrainingValidator : AbstractValidator<VoidTraining>
{
    public VoidTrainingValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(500).WithErrorCode("length");
    }
}

sealed class VoidTrainingHandler(AssessmentDesk desk, TrainingStore trainings, TrainingReader reader) : ICommandHandler<VoidTraining, TrainingView>
{
    public async Task<TrainingView> Handle(VoidTraining command, CancellationToken ct)
    {
        var replay = await desk.IsReplay(command.CommandId, command.Digest);
        if (await trainings.FindForChange(desk.District, command.Id) is not { } training || !reader.MayVoid(training))
            throw new NotFoundException("The training");
        if (replay)
            return await reader.View(training, ct);
        var voided = training.Void(command.Reason!.Trim(), desk.Hand);
        await trainings.Save(voided);
        await desk.Log(command.CommandId, command.Digest);
        return await reader.View(voided, ct);
    }
}
