using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>Adds to an assessment what came after: tracking, an incident, or who answered for one that came without an assessment.</summary>
[Needs(Permission.Direct)]
public sealed record NoteStabilityEntry : ICommand<StabilityView>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid CommandId { get; init; }

    public StabilityEntryKind? Kind { get; init; }

    /// <summary>Default today.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Without names of parties.</summary>
    public string? Text { get; init; }
}

sealed class NoteStabilityEntryValidator : AbstractValidator<NoteStabilityEntry>
{
    public NoteStabilityEntryValidator()
    {
        RuleFor(c => c.CommandId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        RuleFor(c => c.On).Must(day => day is null || day.Value.Year >= 2000).WithErrorCode("range").WithMessage("Before 2000.");
        RuleFor(c => c.Text).NotEmpty().WithErrorCode("required").MaximumLength(2_000).WithErrorCode("length");
    }
}

sealed class NoteStabilityEntryHandler(AssessmentDesk desk, StabilityStore assessments, StabilityReader reader) : ICommandHandler<NoteStabilityEntry, StabilityView>
{
    public async Task<StabilityView> Handle(NoteStabilityEntry command, CancellationToken ct)
    {
        var replay = await desk.IsReplay(command.CommandId, command.Digest);
        var one = await reader.ForChange(command.Id);
        if (replay)
            return await reader.View(one, ct);
        var noted = one.Note(new StabilityEntry(command.On ?? desk.Today, command.Kind!.Value, command.Text!.Trim(), desk.Hand), desk.Today);
        await assessments.Save(noted);
        await desk.Log(command.CommandId, command.Digest);
        return await reader.View(noted, ct);
    }
}
