using Mediation.Core.Data;
using Mediation.Core.Domain;
using Mediation.Core.Domain.Assessment;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Papers;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Domain.Screening;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Seeds;

/// <summary>
/// Stores the reference data that this program came with, at every start: versions and years that the database lacks.
/// What an administrator imported is newer or is kept as it is. Answers how many texts were stored.
/// </summary>
public sealed record StoreReferenceData(
    string RoutingRules, string ReportDefinition, string WorkCalendar, string Labels, string RetentionTerms, string Phrases,
    string Screening, string SupervisionRules, string ScoringSchemes) : ICommand<int>;

sealed class StoreReferenceDataHandler(DbSession db, ReferenceData reference, TimeProvider clock) : ICommandHandler<StoreReferenceData, int>
{
    const string FromProgram = "program";

    /// <summary>Before any import.</summary>
    static readonly DateOnly Beginning = new(2000, 1, 1);

    public async Task<int> Handle(StoreReferenceData command, CancellationToken ct) =>
        await Rules(command.RoutingRules, ct) + await Definition(command.ReportDefinition, ct) + await Calendar(command.WorkCalendar, ct)
            + await Own(ReferenceKind.Labels, command.Labels, ct) + await Terms(command.RetentionTerms, ct) + await Own(ReferenceKind.Phrases, command.Phrases, ct)
            + await Practice(command.Screening, ct)
            + await Supervision(command.SupervisionRules, ct)
            + await Schemes(command.ScoringSchemes, ct);

    async Task<int> Rules(string seed, CancellationToken ct)
    {
        var known = await ReferenceData.Text(db, ReferenceKind.RoutingRules, ct);
        if ((known is null ? seed : ReferenceMerge.Versions(known, seed)) is not { } text)
            return 0;
        var newest = RuleSets.Parse(text).Versions[^1];
        return await Store(ReferenceKind.RoutingRules, newest.Version, newest.EffectiveFrom, text);
    }

    async Task<int> Definition(string seed, CancellationToken ct)
    {
        var own = ReportDefinition.Parse(seed);
        if (await ReferenceData.Text(db, ReferenceKind.ReportDefinition, ct) is { } text && ReportDefinition.Parse(text) is var known
            && (known.Version == own.Version || known.EffectiveFrom > own.EffectiveFrom))
            return 0;
        return await Store(ReferenceKind.ReportDefinition, own.Version, own.EffectiveFrom, seed);
    }

    async Task<int> Calendar(string seed, CancellationToken ct)
    {
        if (await ReferenceData.Text(db, ReferenceKind.WorkCalendar, ct) is not { } known)
            return await Store(ReferenceKind.WorkCalendar, FromProgram, Beginning, seed);
        if (ReferenceMerge.Years(known, seed) is not { } merged)
            return 0;
        _ = WorkCalendar.Parse(merged);
        // Dated like an import, so that the next import comes after it.
        var now = clock.GetUtcNow();
        return await Store(ReferenceKind.WorkCalendar, now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", null), Shanghai.DateOf(now), merged);
    }

    /// <summary>Labels and phrases are the program's own words; nobody imports them.</summary>
    async Task<int> Own(string kind, string seed, CancellationToken ct) =>
        await ReferenceData.Text(db, kind, ct) == seed ? 0 : await Store(kind, FromProgram, Beginning, seed);

    async Task<int> Terms(string seed, CancellationToken ct)
    {
        var known = await ReferenceData.Text(db, ReferenceKind.RetentionTerms, ct);
        if ((known is null ? seed : ReferenceMerge.Versions(known, seed)) is not { } text)
            return 0;
        var newest = RetentionTerms.Parse(text).Newest;
        return await Store(ReferenceKind.RetentionTerms, newest.Version, newest.EffectiveFrom, text);
    }

    async Task<int> Practice(string seed, CancellationToken ct)
    {
        var known = await ReferenceData.Text(db, ReferenceKind.Screening, ct);
        if ((known is null ? seed : ReferenceMerge.Versions(known, seed)) is not { } text)
            return 0;
        var newest = ScreeningPractices.Parse(text).Newest;
        return await Store(ReferenceKind.Screening, newest.Version, newest.EffectiveFrom, text);
    }

    async Task<int> Supervision(string seed, CancellationToken ct)
    {
        var known = await ReferenceData.Text(db, ReferenceKind.SupervisionRules, ct);
        if ((known is null ? seed : ReferenceMerge.Versions(known, seed)) is not { } text)
            return 0;
        var newest = Domain.Supervision.SupervisionRules.Parse(text)[^1];
        return await Store(ReferenceKind.SupervisionRules, newest.Version, newest.EffectiveFrom, text);
    }

    /// <summary>Placeholders that a district replaces by schemes of its own, which are kept elsewhere.</summary>
    async Task<int> Schemes(string seed, CancellationToken ct)
    {
        _ = SchemeFile.Parse(seed);
        return await Own(ReferenceKind.ScoringSchemes, seed, ct);
    }

    async Task<int> Store(string kind, string version, DateOnly effectiveFrom, string text)
    {
        await reference.Store(db, kind, version, effectiveFrom, text);
        return 1;
    }
}
