using FluentValidation;
using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Domain.Disputes;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Dossier;

/// <summary>The draws of the reviewer's office, newest first.</summary>
[Needs(Permission.ReviewDossiers)]
public sealed record ListSamples(string? Cursor = null, int Limit = 50) : IQuery<Page<SampleItem>>;

/// <summary>One draw with the dossiers it drew.</summary>
[Needs(Permission.ReviewDossiers)]
public sealed record GetSample(Guid SampleId) : IQuery<SampleView>;

/// <summary>A draw: where, archived when, how many of how many, and the seed that repeats it.</summary>
public sealed record SampleItem(
    Guid Id, AreaCode Under, DateOnly From, DateOnly To, int Asked, int Candidates, int Seed, DateTimeOffset DrawnAt, Guid DrawnBy);

public sealed record SampleView(SampleItem Sample, IReadOnlyList<SampledDossier> Items);

/// <summary>A drawn dossier; `verdict` is the last one given under this draw.</summary>
public sealed record SampledDossier
{
    public required Guid DisputeId { get; init; }
    public required Guid CaseId { get; init; }
    public string? Number { get; init; }
    public required string Committee { get; init; }
    public DateOnly? ArchivedOn { get; init; }

    /// <summary>Positions that were archived with a reason only.</summary>
    public required IReadOnlyList<int> Missing { get; init; }
    public ReviewVerdict? Verdict { get; init; }

    /// <summary>Files that were added after archiving.</summary>
    public required int Supplements { get; init; }
}

sealed class ListSamplesValidator : AbstractValidator<ListSamples>
{
    public ListSamplesValidator()
    {
        RuleFor(q => q.Limit).InclusiveBetween(1, 200);
        RuleFor(q => q.Cursor).Must(c => c is null || Cursor.Read(c, 2) is [var at, var id] && long.TryParse(at, out var ms) && ms is > 0 and < 253_000_000_000_000 && Guid.TryParse(id, out _))
            .WithMessage("This cursor is none of ours.");
    }
}

/// <summary>Shows a draw of the reviewer's office; another office's is not there.</summary>
[Scoped]
public sealed class SampleReader(CurrentUser user, SampleStore samples, DisputeStore disputes, OrganisationStore organisations)
{
    public async Task<SampleView> View(Guid id, CancellationToken ct)
    {
        var sample = await Find(id, ct);
        var items = new List<SampledDossier>();
        foreach (var drawn in await samples.Items(id, ct))
            if (await disputes.Find(drawn.DisputeId, ct) is { } dispute && dispute.File.Cases.FirstOrDefault(c => c.Id == drawn.CaseId) is { } of)
                items.Add(new SampledDossier
                {
                    DisputeId = drawn.DisputeId, CaseId = drawn.CaseId, Number = of.Number, Committee = (await organisations.Get(of.OrganisationId, ct))?.Name ?? "",
                    ArchivedOn = of.Dossier?.ArchivedOn, Missing = [.. of.Dossier?.Reasons.Keys.Order() ?? Enumerable.Empty<int>()],
                    Verdict = of.Dossier?.Reviews.LastOrDefault(r => r.SampleId == id)?.Verdict,
                    Supplements = Domain.Papers.DossierMatter.FilesOf(dispute.File, of).Count(a => a.Supplement),
                });
        return new SampleView(sample, items);
    }

    public async Task<SampleItem> Find(Guid id, CancellationToken ct) =>
        await samples.Find(id, user.Account.OrganisationId, ct) is { } row ? Item(row) : throw new NotFoundException("The draw");

    /// <summary>The cases of a dispute that this very draw holds.</summary>
    public async Task<Guid> DrawnCase(Guid sampleId, Guid disputeId, CancellationToken ct)
    {
        _ = await Find(sampleId, ct);
        return (await samples.Items(sampleId, ct)).FirstOrDefault(d => d.DisputeId == disputeId)?.CaseId ?? throw new NotFoundException("The drawn dossier");
    }

    public static SampleItem Item(SampleRow row) =>
        new(row.Id, new AreaCode(row.UnderCode), row.FromDate, row.ToDate, row.Asked, row.Candidates, row.Seed, row.DrawnAt, row.AccountId);
}

sealed class SamplesHandler(CurrentUser user, SampleStore samples, SampleReader reader)
    : IQueryHandler<ListSamples, Page<SampleItem>>, IQueryHandler<GetSample, SampleView>
{
    public async Task<Page<SampleItem>> Handle(ListSamples query, CancellationToken ct)
    {
        var (before, beforeId) = Cursor.Read(query.Cursor, 2) is [var at, var id]
            ? (DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, System.Globalization.CultureInfo.InvariantCulture)), Guid.Parse(id))
            : (new DateTimeOffset(9000, 1, 1, 0, 0, 0, TimeSpan.Zero), Guid.Empty);
        var rows = await samples.Of(user.Account.OrganisationId, before, beforeId, query.Limit + 1, ct);
        var page = rows.Take(query.Limit).ToList();
        return new Page<SampleItem>(
            [.. page.Select(SampleReader.Item)], rows.Count > query.Limit ? Cursor.Write(page[^1].DrawnAt.ToUnixTimeMilliseconds(), page[^1].Id) : null);
    }

    public Task<SampleView> Handle(GetSample query, CancellationToken ct) => reader.View(query.SampleId, ct);
}
