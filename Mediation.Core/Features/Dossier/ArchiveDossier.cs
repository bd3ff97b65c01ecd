using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>Archives the dossier of a closed case for its term; each must that is missing needs its reason, which the reviewer reads (卷宗情况说明).</summary>
[Needs(Permission.Mediate)]
public sealed record ArchiveDossier : DisputeCommand
{
    /// <summary>Default the last case of this desk.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>短期, 长期 or 永久, or the identifiers of seeds/retention-terms.json.</summary>
    public string? Term { get; init; }

    /// <summary>By position of the catalogue, 1 to 13: why what must be there is not.</summary>
    public IReadOnlyDictionary<string, string>? Reasons { get; init; }
}

sealed class ArchiveDossierValidator : DisputeCommandValidator<ArchiveDossier>
{
    const int LastPosition = 13;

    public ArchiveDossierValidator()
    {
        RuleFor(c => c.Term).NotEmpty().WithErrorCode("required").MaximumLength(40).WithErrorCode("length");
        RuleFor(c => c.Reasons).Must(reasons => reasons is null || reasons.Keys.All(IsPosition)).WithErrorCode("range").WithMessage("Positions are 1 to 13.")
            .Must(reasons => reasons is null || reasons.Values.All(text => !string.IsNullOrWhiteSpace(text) && text.Length <= 500)).WithErrorCode("length")
            .WithMessage("A reason has 1 to 500 characters.");
    }

    static bool IsPosition(string key) => Enumerable.Range(1, LastPosition).Any(number => key == number.ToString(System.Globalization.CultureInfo.InvariantCulture));
}

sealed class ArchiveDossierHandler(DisputeDesk desk, DossierAccess access, DbSession db, ReferenceData reference) : DisputeCommandHandler<ArchiveDossier>(desk)
{
    protected override Turn Turn => Turn.InScope;

    protected override async Task Act(ArchiveDossier command, Dispute dispute, Step step)
    {
        var of = access.Hosted(dispute.File, command.CaseId);
        var term = (await reference.RetentionTerms(db)).On(step.On).Find(command.Term)
            ?? throw new RuleViolationException("dossier.term", "There is no such term of keeping.", "seeds/retention-terms.json", "term");
        var reasons = (command.Reasons ?? new Dictionary<string, string>())
            .ToDictionary(reason => int.Parse(reason.Key, System.Globalization.CultureInfo.InvariantCulture), reason => reason.Value);
        dispute.ArchiveDossier(of.Id, term, reasons, step);
    }
}
