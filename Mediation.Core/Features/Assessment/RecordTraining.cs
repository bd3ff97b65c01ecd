using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>Enters a training that was held, with the mediators who attended (人民调解法 14). The id is the command's, so a replay is harmless.</summary>
[Needs(Permission.ManageRegistry)]
public sealed record RecordTraining : ICommand<RecordedTraining>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public DateOnly? HeldOn { get; init; }

    public TrainingKind? Kind { get; init; }

    /// <summary>In halves of an hour, to 200.</summary>
    public decimal? Hours { get; init; }

    public string? Organiser { get; init; }

    public string? Subject { get; init; }

    public IReadOnlyList<Guid>? MediatorIds { get; init; }
}

/// <summary>The training, and whether this command made it.</summary>
public sealed record RecordedTraining(TrainingView Training, bool Created);

sealed class RecordTrainingValidator : AbstractValidator<RecordTraining>
{
    const int MostHours = 200;

    public RecordTrainingValidator(TimeProvider clock)
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.HeldOn).NotNull().WithErrorCode("required");
        RuleFor(c => c.HeldOn).Must(day => day is null || day.Value.Year >= 2000 && day <= Shanghai.DateOf(clock.GetUtcNow().AddHours(24))).WithErrorCode("range")
            .WithMessage("Before 2000, or more than 24 hours ahead.");
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        RuleFor(c => c.Hours).NotNull().WithErrorCode("required");
        RuleFor(c => c.Hours).Must(hours => hours is null or > 0 and <= MostHours).WithErrorCode("range").WithMessage($"Between 0.5 and {MostHours}.");
        RuleFor(c => c.Hours).Must(hours => hours is null || hours * 2 == Math.Floor(hours.Value * 2)).WithErrorCode("range").WithMessage("In halves of an hour.");
        RuleFor(c => c.Organiser).NotEmpty().WithErrorCode("required").MaximumLength(100).WithErrorCode("length");
        RuleFor(c => c.Subject).NotEmpty().WithErrorCode("required").MaximumLength(200).WithErrorCode("length");
        RuleFor(c => c.MediatorIds).NotEmpty().WithErrorCode("required").Must(ids => ids is null || ids.Count <= Training.MostAttendees).WithErrorCode("length")
            .WithMessage($"At most {Training.MostAttendees}.");
        RuleFor(c => c.MediatorIds).Must(ids => ids is null || ids.Distinct().Count() == ids.Count).WithErrorCode("twice").WithMessage("Somebody stands there twice.");
    }
}

sealed class RecordTrainingHandler(AssessmentDesk desk, TrainingStore trainings, TrainingReader reader, MediatorStore mediators) : ICommandHandler<RecordTraining, RecordedTraining>
{
    public async Task<RecordedTraining> Handle(RecordTraining command, CancellationToken ct)
    {
        if (await desk.IsReplay(command.Id, command.Digest))
            return new RecordedTraining(await reader.View((await trainings.Find(desk.District, command.Id, ct))!, ct), Created: false);
        desk.RequireCentre();
        foreach (var (id, index) in command.MediatorIds!.Select((id, index) => (id, index)))
            if (await mediators.Read(id, ct) is not { } mediator || !desk.Account.Area.Holds(mediator.Area))
                throw new RuleViolationException("training.unknown-mediator", "There is no such mediator.", "人民调解法 14", $"mediatorIds[{index}]");
        var training = new Training
        {
            Id = command.Id, OrganisationId = desk.Account.OrganisationId, Area = desk.Account.Area, HeldOn = command.HeldOn!.Value, Kind = command.Kind!.Value,
            Hours = command.Hours!.Value, Organiser = command.Organiser!.Trim(), Subject = command.Subject!.Trim(), MediatorIds = command.MediatorIds!, RecordedBy = desk.Hand,
        };
        await trainings.Add(training);
        await desk.Log(command.Id, command.Digest);
        return new RecordedTraining(await reader.View(training, ct), Created: true);
    }
}
