using Mediation.Core.Data;
using Mediation.Core.Domain.Calendar;
using Mediation.Core.Domain.Reports;
using Mediation.Core.Domain.Routing;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Seeds;

/// <summary>
/// Stores the reference data that this program came with, at every start: versions and years that the database lacks.
/// What an administrator imported is newer or is kept as it is. Answers how many texts were stored.
/// </summary>
public sealed record StoreReferenceData(string RoutingRules, string ReportDefinition, string WorkCalendar, string Labels) : ICommand<int>;

sealed class StoreReferenceDataHandler(DbSession db, ReferenceData reference) : ICommandHandler<StoreReferenceData, int>
{
    const string LabelsVersion = "program";

    public async Task<int> Handle(StoreReferenceData command, CancellationToken ct) =>
        await Rules(command.RoutingRules, ct) + await Definition(command.ReportDefinition, ct) + await Calendar(command.WorkCalendar, ct)
            + await Labels(command.Labels, ct);

    async Task<int> Rules(string seed, CancellationToken ct)
    {
        var known = await ReferenceData.Text(db, ReferenceKind.RoutingRules, ct);
        var text = known is null ? seed : ReferenceMerge.Versions(known, seed);
        if (text is null)
            return 0;
        var newest = RuleSets.Parse(text).Versions[^1];
        await reference.Store(db, ReferenceKind.RoutingRules, newest.Version, newest.EffectiveFrom, text);
        return 1;
    }

    async Task<int> Definition(string seed, CancellationToken ct)
    {
        var own = ReportDefinition.Parse(seed);
        if (await ReferenceData.Text(db, ReferenceKind.ReportDefinition, ct) is { } text && ReportDefinition.Parse(text) is var known
            && (known.Version == own.Version || known.EffectiveFrom > own.EffectiveFrom))
            return 0;
        await reference.Store(db, ReferenceKind.ReportDefinition, own.Version, own.EffectiveFrom, seed);
        return 1;
    }

    async Task<int> Calendar(string seed, CancellationToken ct)
    {
        var known = await ReferenceData.Text(db, ReferenceKind.WorkCalendar, ct);
        var text = known is null ? seed : ReferenceMerge.Years(known, seed);
        if (text is null)
            return 0;
        _ = WorkCalendar.Parse(text);
        var newest = ReferenceMerge.NewestYear(text);
        // A version of its own beside an imported one of the same year: the look-up takes the longer name.
        var version = known is null || ReferenceMerge.NewestYear(known) < newest ? $"{newest}" : $"{newest}+{ReferenceMerge.YearCount(text)}";
        await reference.Store(db, ReferenceKind.WorkCalendar, version, new DateOnly(newest, 1, 1), text);
        return 1;
    }

    /// <summary>The labels belong to the program's own words; nobody imports them.</summary>
    async Task<int> Labels(string seed, CancellationToken ct)
    {
        if (await ReferenceData.Text(db, ReferenceKind.Labels, ct) == seed)
            return 0;
        await reference.Store(db, ReferenceKind.Labels, LabelsVersion, DateOnly.MinValue, seed);
        return 1;
    }
}
