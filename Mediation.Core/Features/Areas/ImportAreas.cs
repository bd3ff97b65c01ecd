using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Areas;

/// <summary>Takes a checked file in one transaction: new codes are added, known ones put right; only <see cref="ReadAreaFile"/> makes it.</summary>
[Needs(Permission.ManageAreas)]
public sealed record ImportAreas : ICommand<AreaImport>
{
    internal ImportAreas(IReadOnlyList<Area> areas, AreaColumns given) => (Areas, Given) = (areas, given);

    internal IReadOnlyList<Area> Areas { get; }

    internal AreaColumns Given { get; }
}

/// <summary>How many areas were new and how many known.</summary>
public sealed record AreaImport(int Imported, int Updated);

sealed class ImportAreasHandler(AreaStore areas) : ICommandHandler<ImportAreas, AreaImport>
{
    public async Task<AreaImport> Handle(ImportAreas command, CancellationToken ct)
    {
        var before = await areas.Count(ct);
        await areas.Merge(command.Areas, command.Given);
        var imported = (int)(await areas.Count(ct) - before);
        return new AreaImport(imported, command.Areas.Count - imported);
    }
}
