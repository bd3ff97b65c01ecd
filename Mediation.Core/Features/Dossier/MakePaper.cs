using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>A statutory paper as a Word file, unmasked, for the committee that hosts the case.</summary>
[Needs(Permission.ReadMatters)]
public sealed record MakePaper(Guid DisputeId, string Kind, Guid? CaseId, int? Item) : IQuery<MadePaper>;

/// <summary>Says who made which paper; the paper is handed out after this is on disk (contract 4).</summary>
[Needs(Permission.ReadMatters)]
public sealed record LogPaper(MadePaper Paper, string Format) : ICommand<Guid>;

/// <summary>The paper, its print view, and what is logged of it.</summary>
public sealed record MadePaper(Guid DisputeId, long DistrictCode, Guid? CaseId, PaperKind Kind, int? Item, int Version, Paper Paper)
{
    public PaperHtml Page() => PaperPage.Of(Paper.Bytes, Path.GetFileNameWithoutExtension(Paper.FileName));
}

sealed class MakePaperValidator : AbstractValidator<MakePaper>
{
    public MakePaperValidator() => RuleFor(q => q.Item).InclusiveBetween(1, 10_000);
}

sealed class MakePaperHandler(CurrentUser user, DisputeStore disputes, PaperWriter writer) : IQueryHandler<MakePaper, MadePaper>
{
    public async Task<MadePaper> Handle(MakePaper query, CancellationToken ct)
    {
        var kind = PaperSight.Kind(query.Kind);
        var dispute = await disputes.Find(query.DisputeId, ct) ?? throw new NotFoundException("The dispute");
        var of = PaperSight.Require(dispute.File, user.Account, query.CaseId);
        if (!PaperFit.Of(dispute.File, of).Any(paper => paper.Kind == kind && paper.Item == query.Item))
            throw new RuleViolationException("paper.not-fitting", "This paper does not suit the matter as it stands.", "司发通〔2010〕239号", query.Item is null ? "kind" : "item");
        return new MadePaper(dispute.File.Id, dispute.File.Area.District.Value, of?.Id, kind, query.Item, dispute.Version,
            await writer.Write(kind, dispute.File, of, query.Item, dispute.Version, ct));
    }
}

sealed class LogPaperHandler(CurrentUser user, PaperLog log, TimeProvider clock) : ICommandHandler<LogPaper, Guid>
{
    public async Task<Guid> Handle(LogPaper command, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var made = command.Paper;
        await log.Add(new AccessRow
        {
            Id = id, At = clock.GetUtcNow(), AccountId = user.Account.Id, OrganisationId = user.Account.OrganisationId, Kind = PaperLog.Kind,
            DistrictCode = made.DistrictCode, DisputeId = made.DisputeId,
            Detail = new PaperMaking(made.Kind, made.CaseId, made.Item, made.Version, command.Format, made.Paper.Digest).ToString(),
        });
        return id;
    }
}

/// <summary>
/// Whose papers they are (domain 12): the hosting committee's; before there is a case, those of the organisation that registered the
/// matter. To one that took it over only type, place, people and risk travel before consent, so it gets none until it hosts a case.
/// </summary>
static class PaperSight
{
    /// <summary>A kind by its name in the vocabulary, never by a number.</summary>
    public static PaperKind Kind(string name) =>
        Enum.GetNames<PaperKind>().Contains(name) ? Enum.Parse<PaperKind>(name) : throw new NotFoundException("The paper");

    public static MediationCase? Require(DisputeFile file, Account viewer, Guid? caseId)
    {
        if (!DisputeSight.Includes(file, viewer))
            throw new NotFoundException("The dispute");
        var own = Own(file, viewer);
        if (caseId is null)
            return own.Count > 0 ? own[^1] : Registered(file, viewer) ? null : throw Refused();
        return file.Cases.FirstOrDefault(c => c.Id == caseId) is not { } asked ? throw new NotFoundException("The case")
            : own.Contains(asked) ? asked : throw Refused();
    }

    /// <summary>The cases of the viewer's committee, oldest first.</summary>
    public static IReadOnlyList<MediationCase> Own(DisputeFile file, Account viewer)
    {
        var sight = new DisputeSight(file, viewer);
        return [.. file.Cases.Where(sight.Hosts)];
    }

    static bool Registered(DisputeFile file, Account viewer) => viewer.OrganisationId == file.ResponsibleId
        && file.Cases.Count == 0 && file.Handovers.All(h => h.State != HandoverState.Accepted);

    static ForbiddenException Refused() => new("paper.not-yours", "Papers of a case are for the committee that hosts it.");
}
