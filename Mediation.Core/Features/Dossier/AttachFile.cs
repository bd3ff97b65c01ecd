using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>
/// Puts a finished upload of one's own into the dossier, as the matter's or as a case's. What it is goes by its content; pictures lose their metadata and
/// keep their orientation; the same bytes are stored once. What replaces an earlier file marks that one and keeps it.
/// </summary>
[Needs(Permission.Register, Permission.Mediate)]
public sealed record AttachFile : DisputeCommand
{
    /// <summary>Looked at before the transaction; null when there is no such upload.</summary>
    [JsonIgnore]
    public KeptContent? Content { get; init; }

    public Guid? UploadId { get; init; }

    public AttachmentKind? Kind { get; init; }

    /// <summary>Default the case that this desk has open or has not archived yet; when there is none, it is the matter's.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>The paper whose signed sheet this is.</summary>
    public PaperKind? Paper { get; init; }

    public string? Name { get; init; }

    /// <summary>Where evidence comes from, and who gave it.</summary>
    public string? Origin { get; init; }

    /// <summary>Of a PDF whose pages cannot be counted; otherwise they are.</summary>
    public int? Pages { get; init; }

    public Guid? Replaces { get; init; }

    /// <summary>For a recording: every party whose yes is on it.</summary>
    public IReadOnlyList<Guid>? AgreedBy { get; init; }
}

sealed class AttachFileValidator : DisputeCommandValidator<AttachFile>
{
    public AttachFileValidator()
    {
        RuleFor(c => c.UploadId).NotEmpty().WithErrorCode("required");
        RuleFor(c => c.Kind).NotNull().WithErrorCode("required");
        RuleFor(c => c.Name).MaximumLength(200).WithErrorCode("length");
        RuleFor(c => c.Origin).MaximumLength(500).WithErrorCode("length");
        RuleFor(c => c.Pages).InclusiveBetween(1, 5_000).WithErrorCode("range");
        RuleFor(c => c.AgreedBy).Must(parties => parties is null || parties.Count <= 200).WithErrorCode("length").WithMessage("At most 200.");
    }
}

sealed class AttachFileHandler(DisputeDesk desk, DossierAccess access, CurrentUser user, OwnUploads own, UploadStore uploads, ContentStore contents, TimeProvider clock)
    : DisputeCommandHandler<AttachFile>(desk)
{
    // A former host adds supplements to its own dossier, whoever answers for the matter now.
    protected override Turn Turn => Turn.InScope;

    protected override async Task Act(AttachFile command, Dispute dispute, Step step)
    {
        if (command.CaseId is not null)
            _ = access.Hosted(dispute.File, command.CaseId);
        else if (dispute.File.ResponsibleId != user.Account.OrganisationId && !dispute.File.Cases.Any(new DisputeSight(dispute.File, user.Account).Hosts))
            throw new ForbiddenException("dispute.not-your-turn", "Another organisation answers for this dispute now.");
        var row = await own.Get(command.UploadId!.Value);
        var content = command.Content ?? throw new NotFoundException("The upload");
        if (!await contents.Hold(content.Sha256, clock.GetUtcNow()))
            throw new ConflictException("attachment.try-again", "The bytes were taken away at this moment; send the same command again.");
        dispute.Attach(new Attachment
        {
            // The command's own id: a replay would name the same file.
            Id = command.CommandId, CaseId = command.CaseId, OrganisationId = user.Account.OrganisationId, Kind = command.Kind!.Value, Paper = command.Paper?.ToString(),
            Name = command.Name ?? content.Name, Origin = command.Origin, Sha256 = content.Sha256, MediaType = content.MediaType, Length = content.Length,
            Pages = content.Pages ?? command.Pages ?? throw new RuleViolationException(
                "attachment.pages-unknown", "The pages of this PDF cannot be counted; say how many there are.", "domain 6", "pages"),
            On = step.On, AgreedBy = command.AgreedBy ?? [],
        }, command.Replaces, content.IsAudio, step);
        if (await uploads.Remove(own.District, row.Id) == 0)
            throw new NotFoundException("The upload");
    }
}
