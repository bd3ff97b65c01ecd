using Mediation.Core.Data;
using Mediation.Core.Domain.Access;
using Mediation.Core.Domain.Areas;
using Mediation.Core.Messaging;

namespace Mediation.Core.Features.Areas;

/// <summary>One area with what lies above it and what came after it.</summary>
[Needs(Permission.SignedIn)]
public sealed record GetArea(AreaCode Code) : IQuery<AreaView>;

public sealed record AreaView
{
    public required AreaCode Code { get; init; }

    public required string Name { get; init; }

    public required AreaLevel Level { get; init; }

    public AreaCode? Parent { get; init; }

    /// <summary>The divisions above, from the province down.</summary>
    public required IReadOnlyList<AreaName> Path { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidTo { get; init; }

    public AreaName? Successor { get; init; }

    public required bool Sample { get; init; }
}

public sealed record AreaName(AreaCode Code, string Name, AreaLevel Level);

sealed class GetAreaHandler(AreaStore areas) : IQueryHandler<GetArea, AreaView>
{
    public async Task<AreaView> Handle(GetArea query, CancellationToken ct)
    {
        var area = await areas.Find(query.Code, ct) ?? throw new NotFoundException("The area");
        return new AreaView
        {
            Code = area.Code,
            Name = area.Name,
            Level = area.Level,
            Parent = area.Parent,
            ValidFrom = area.ValidFrom,
            ValidTo = area.ValidTo,
            Path = [.. (await areas.Above(query.Code, ct)).Select(Name)],
            Successor = area.Successor is { } successor && await areas.Find(successor, ct) is { } next ? Name(next) : null,
            Sample = area.Sample,
        };
    }

    static AreaName Name(Area area) => new(area.Code, area.Name, area.Level);
}
