using System.Text.Json.Serialization;
using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>Opens a drawn dossier: the case with its notes, masked as for everybody, and its catalogue; logged before the answer.</summary>
[Needs(Permission.ReviewDossiers)]
public sealed record OpenSampledDossier(Guid SampleId, Guid DisputeId) : ICommand<SampledDossierView>;

/// <summary>What the reviewer reads.</summary>
public sealed record SampledDossierView(DossierView Dossier, DisputeView Dispute);

/// <summary>The reviewer's word on a drawn dossier; it is in the journal, and the village answers with dated supplements.</summary>
[Needs(Permission.ReviewDossiers)]
public sealed record ReviewDossier : DisputeCommand
{
    [JsonIgnore]
    public Guid SampleId { get; init; }

    public ReviewVerdict? Verdict { get; init; }

    /// <summary>What was found wanting.</summary>
    public IReadOnlyList<ReviewItem>? Items { get; init; }

    /// <summary>The position of the catalogue it is about, 1 to 13; without one it is the whole dossier.</summary>
    public int? Position { get; init; }

    public string? Remark { get; init; }
}

sealed class ReviewDossierValidator : DisputeCommandValidator<ReviewDossier>
{
    public ReviewDossierValidator()
    {
        RuleFor(c => c.Verdict).NotNull().WithErrorCode("required");
        RuleFor(c => c.Items).Must(items => items is null || items.Count <= 7 && items.Distinct().Count() == items.Count).WithErrorCode("length").WithMessage("Each item once.");
        RuleFor(c => c.Position).InclusiveBetween(1, 13).WithErrorCode("range");
        RuleFor(c => c.Remark).NotEmpty().WithErrorCode("required").MaximumLength(1_000).WithErrorCode("length");
    }
}

sealed class OpenSampledDossierHandler(CurrentUser user, SampleReader samples, DossierAccess access, DossierReader dossiers, DisputeStore disputes, DisputeReader reader)
    : ICommandHandler<OpenSampledDossier, SampledDossierView>
{
    public async Task<SampledDossierView> Handle(OpenSampledDossier command, CancellationToken ct)
    {
        var caseId = await samples.DrawnCase(command.SampleId, command.DisputeId, ct);
        var dispute = await disputes.Find(command.DisputeId, ct) ?? throw new NotFoundException("The drawn dossier");
        var of = dispute.File.Cases.FirstOrDefault(c => c.Id == caseId) ?? throw new NotFoundException("The drawn dossier");
        await access.Log(dispute.File, "Read", $"dossier of case {caseId}, drawn by {command.SampleId}");
        return new SampledDossierView(await dossiers.View(dispute.File, of, ct), await reader.ViewDrawn(dispute, caseId, user.Account, ct));
    }
}

sealed class ReviewDossierHandler(DisputeDesk desk, SampleReader samples) : DisputeCommandHandler<ReviewDossier>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override async Task Act(ReviewDossier command, Dispute dispute, Step step)
    {
        var caseId = await samples.DrawnCase(command.SampleId, command.DisputeId, default);
        dispute.ReviewDossier(caseId, new DossierReview
        {
            Id = command.CommandId, SampleId = command.SampleId, On = step.On, Verdict = command.Verdict!.Value, Items = command.Items ?? [], Position = command.Position,
            Remark = command.Remark,
        }, step);
    }
}
