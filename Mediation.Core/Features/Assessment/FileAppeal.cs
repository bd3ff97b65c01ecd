using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Assessment;

/// <summary>A scored unit does not agree with a line of its frozen score, or with the whole, within the scheme's days. The id is the command's.</summary>
[Needs(Permission.Direct)]
public sealed record FileAppeal : ICommand<FiledAppeal>
{
    [JsonIgnore]
    public Guid Id { get; init; }

    [JsonIgnore]
    public byte[] Digest { get; init; } = [];

    public Guid ResultId { get; init; }

    /// <summary>The line it is about; none: the result as a whole.</summary>
    public string? ItemId { get; init; }

    public string? Reason { get; init; }

    /// <summary>Where the proof stands.</summary>
    public string? Evidence { get; init; }
}

/// <summary>The score with its appeals, and whether this command made one.</summary>
public sealed record FiledAppeal(ScoreView Score, bool Created);

sealed class FileAppealValidator : AbstractValidator<FileAppeal>
{
    public FileAppealValidator()
    {
        RuleFor(c => c.Id).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.ResultId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.ItemId).MaximumLength(40).WithErrorCode("length");
        RuleFor(c => c.Reason).NotEmpty().WithErrorCode("required").MaximumLength(1_000).WithErrorCode("length");
        RuleFor(c => c.Evidence).MaximumLength(500).WithErrorCode("length");
    }
}

sealed class FileAppealHandler(AssessmentDesk desk, ScoreStore scores, ResultReader reader) : ICommandHandler<FileAppeal, FiledAppeal>
{
    public async Task<FiledAppeal> Handle(FileAppeal command, CancellationToken ct)
    {
        await scores.Lock(desk.District);
        var replay = await desk.IsReplay(command.Id, command.Digest);
        var result = await reader.Find(command.ResultId, ct);
        if (replay)
            return new FiledAppeal(await reader.View(result, ct), Created: false);
        if (!reader.MayAppeal(result))
            throw new ForbiddenException("appeal.not-yours", "The scored unit itself appeals.");
        var appeal = new ScoreAppeal
        {
            Id = command.Id, ResultId = result.Id, ItemId = Written.OrNull(command.ItemId), Reason = command.Reason!.Trim(), Evidence = Written.OrNull(command.Evidence), By = desk.Hand,
        };
        result.RequireAppeal(appeal, await scores.Appeals(desk.District, result.Id, ct), desk.Today);
        await scores.Add(desk.District, appeal);
        await desk.Log(command.Id, command.Digest);
        return new FiledAppeal(await reader.View(result, ct), Created: true);
    }
}
